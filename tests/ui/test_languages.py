"""The window in other languages: everything goes through the catalogue, and longer words have room."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu

from prep_assistant.calculation import Jurisdiction
from prep_assistant.formulary import Formularies, PolicyError, PolicyFile, load_formulary
from prep_assistant.language import CATALOGUES, NAMES, use_catalogue, use_language
from prep_assistant.settings import Language, Settings
from prep_assistant.ui.views.refused_start import RefusedStart
from prep_assistant.ui.views.remembering import list_changes
from tests.orders import plain_order
from tests.ui.cut import ORDERS, SIZES, find_cut, refused, resize, turn_tabs
from tests.ui.desks import Start
from tests.ui.laboratory import unfold
from tests.ui.page import Page, settle
from tests.ui.pseudo import lengthen
from tests.ui.shown import find_untranslated, list_values
from tests.ui.states import REFUSED_VALUES, STATES
from tools.catalogues import read

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


@pytest.fixture
def longer() -> Iterator[None]:
    """The language that nobody speaks is in use before the window is made."""
    use_catalogue(lengthen)
    yield
    use_catalogue(None)


@pytest.mark.parametrize("bring", STATES.values(), ids=STATES)
@pytest.mark.usefixtures("longer")
def test_everything_that_is_shown_is_translated_or_a_value(
    request: pytest.FixtureRequest, bring: Callable[[Page], None]
) -> None:
    page: Page = request.getfixturevalue("page")
    page.window.resize(1366, 768)
    bring(page)
    settle()
    said = find_untranslated(page.window, list_values(page, ORDERS["laboratory"] | refused() | REFUSED_VALUES))
    assert "\n".join(said) == ""


@pytest.mark.usefixtures("longer")
def test_a_start_that_is_refused_says_why_in_the_language_of_the_screen(dressed: QApplication) -> None:
    with pytest.raises(PolicyError) as refused_start:
        Formularies([PolicyFile("user", "policy.toml", {"use_by": {"cap": 30}})]).get(Jurisdiction.US)
    message = RefusedStart(refused_start.value)
    message.show()
    dressed.processEvents()
    notes = {movable.why for movable in load_formulary().bounds.values()}
    said = find_untranslated(message, {"use_by.cap"} | notes)
    message.close()
    assert "\n".join(said) == ""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
@pytest.mark.usefixtures("language")
def test_no_text_is_cut_in_any_language(
    request: pytest.FixtureRequest, size: tuple[int, int], order: dict[str, object]
) -> None:
    page: Page = request.getfixturevalue("page")
    page.open(order)
    resize(page, size)
    for _ in turn_tabs(page):
        assert find_cut(page) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("language")
def test_nothing_that_is_unfolded_is_cut_in_any_language(request: pytest.FixtureRequest, size: tuple[int, int]) -> None:
    page: Page = request.getfixturevalue("page")
    page.open(ORDERS["laboratory"] | {"cycle": 1, "prior_doses": []})
    resize(page, size)
    for fold in ("laboratory", "more_entries", "first_dose"):
        unfold(page, fold)
    assert find_cut(page) == []
    page.open(plain_order())
    page.press(Qt.Key.Key_F1)
    settle()
    assert find_cut(page) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("language")
def test_no_error_is_cut_in_any_language(request: pytest.FixtureRequest, size: tuple[int, int]) -> None:
    page: Page = request.getfixturevalue("page")
    page.open(plain_order())
    resize(page, size)
    page.type_all(refused())
    assert find_cut(page) == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_language_is_chosen_for_the_next_start_and_says_so_itself(page: Page, language: str) -> None:
    before = page.headline()
    page.window.findChildren(QAction, f"language_{language}")[0].trigger()
    said = {str(message.id): str(message.string) for message in read(language)}
    text = "From the next start on the program speaks {language}."
    assert page.message() == (said.get(text) or text).format(language=NAMES[language])
    assert page.headline() == before
    assert list_changes(page.window, Settings())["screen.language"] == Language(language)


def test_no_language_is_remembered_while_nobody_chose_one(page: Page) -> None:
    assert "screen.language" not in list_changes(page.window, Settings())


@pytest.mark.parametrize(("language", "cancel"), [("de", "Abbrechen"), ("fr", "Annuler"), ("en", "Cancel")])
def test_the_setting_holds_from_the_start_for_our_words_and_those_of_qt(
    tmp_path: Path, open_desk: Start, language: str, cancel: str
) -> None:
    desk = open_desk(tmp_path / "home", "--set", f"screen.language={language}")
    said = {str(message.id): str(message.string) for message in read(language)} if language in CATALOGUES else {}
    assert desk.do("find(QLabel, 'headline_word').text()") == (said.get("New order") or "New order")
    assert desk.do("QApplication.translate('QPlatformTheme', 'Cancel')") == cancel
    assert desk.end() == (0, [])


@pytest.mark.usefixtures("language")
def test_every_mnemonic_is_there_once_in_any_language(request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue("page")
    page.open(plain_order())
    texts = [label.text() for label in page.window.findChildren(QLabel) if label.buddy() is not None]
    texts += [button.text() for button in page.window.findChildren(QAbstractButton)]
    assert _list_doubled(texts) == []
    for menu in page.window.findChildren(QMenu):
        assert _list_doubled(action.text() for action in menu.actions()) == []


def _list_doubled(texts: Iterable[str]) -> list[str]:
    """The letters that call more than one thing."""
    called = Counter(letter.upper() for text in texts for letter in re.findall(r"&(\w)", text))
    return [letter for letter, times in called.items() if times > 1]
