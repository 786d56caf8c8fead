"""The window in other languages: everything goes through the catalogue, and longer words have room."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QTabBar

from prep_assistant.language import CATALOGUES, use_catalogue, use_language
from tests.orders import plain_order
from tests.ui.cut import ORDERS, SIZES, find_cut, refused, resize
from tests.ui.page import Page, settle
from tests.ui.pseudo import lengthen

LANGUAGES = ["longer", *CATALOGUES]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """A language that is in use before the window is made."""
    if request.param == "longer":
        use_catalogue(lengthen)
    else:
        use_language(request.param)
    yield request.param
    use_catalogue(None)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
@pytest.mark.usefixtures("language")
def test_no_text_is_cut_in_any_language(
    request: pytest.FixtureRequest, size: tuple[int, int], order: dict[str, object]
) -> None:
    page: Page = request.getfixturevalue("page")
    page.open(order)
    resize(page, size)
    tabs = page.find(QTabBar, "page_tabs")
    for tab in range(max(1, tabs.count())):
        tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        assert find_cut(page) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("language")
def test_no_error_is_cut_in_any_language(request: pytest.FixtureRequest, size: tuple[int, int]) -> None:
    page: Page = request.getfixturevalue("page")
    page.open(plain_order())
    resize(page, size)
    for name, text in refused().items():
        page.type(name, text)
    page.leave()
    settle()
    assert find_cut(page) == []
