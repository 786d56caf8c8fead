"""Nothing that is said in another language is left in English: what is asked for is collected, and translated."""

import re
from collections.abc import Callable, Iterator

import pytest

from prep_assistant.language import CATALOGUES, use_catalogue, use_language
from tests.ui.cut import ORDERS, refused
from tests.ui.page import Page, settle
from tests.ui.shown import list_shown, list_values
from tests.ui.states import REFUSED_VALUES, STATES
from tools.catalogues import collect

_VALUE = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[^\W\d_]{2}")
# Words of our English texts that are none of the other language.
_ENGLISH = [
    "weight",
    "every",
    "or",
    "the",
    "of",
    "prepared",
    "storage",
    "with",
    "weekly",
    "reduction",
    "drawn",
    "written",
]
_TELL_TALE = {
    "de": re.compile(rf"\b({'|'.join([*_ENGLISH, 'minutes', 'interval', 'graduation', 'and'])})\b", re.IGNORECASE),
    "fr": re.compile(rf"\b({'|'.join([*_ENGLISH, 'bag', 'vials', 'and', 'LVEF'])})\b", re.IGNORECASE),
}


@pytest.fixture
def asked() -> Iterator[set[str]]:
    """Every text that a language is asked for from now on."""
    texts: set[str] = set()

    def note(text: str) -> str:
        texts.add(text)
        return text

    use_catalogue(note)
    yield texts
    use_catalogue(None)


@pytest.fixture(params=CATALOGUES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """A language that is in use before the window is made."""
    use_language(request.param)
    yield request.param
    use_catalogue(None)


def _bring(request: pytest.FixtureRequest, bring: Callable[[Page], None]) -> Page:
    page: Page = request.getfixturevalue("page")
    page.window.resize(1366, 768)
    bring(page)
    settle()
    return page


@pytest.mark.parametrize("bring", STATES.values(), ids=STATES)
def test_every_text_that_is_asked_for_is_in_the_catalogues(
    request: pytest.FixtureRequest, asked: set[str], bring: Callable[[Page], None]
) -> None:
    _bring(request, bring)
    assert asked
    assert {text for text in asked if _WORD.search(_VALUE.sub("", text))} - collect().keys() == set()


@pytest.mark.parametrize("bring", STATES.values(), ids=STATES)
def test_no_english_word_is_left_on_the_screen_or_in_an_explanation(
    request: pytest.FixtureRequest, language: str, bring: Callable[[Page], None]
) -> None:
    page = _bring(request, bring)
    values = list_values(page, ORDERS["laboratory"] | refused() | REFUSED_VALUES)
    names = sorted(filter(_WORD.search, values), key=len, reverse=True)
    known = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), re.IGNORECASE)
    shown = list(list_shown(page.window))
    assert len(shown) > 50
    assert [(name, text) for name, text in shown if _TELL_TALE[language].search(known.sub(" ", text))] == []
