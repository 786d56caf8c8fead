"""Which language is in use, and what it says for each English text."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from prep_assistant.installed import find_resources
from prep_assistant.language.phrase import Phrase

CATALOGUES = ("de", "fr")
_ENGLISH = "en"
# Each as its own speakers write it, in every language.
NAMES = {_ENGLISH: "English", "de": "Deutsch", "fr": "Français"}

# Texts are put together of whole sentences, so a catalogue has sentences, and what is around them stays.
_BETWEEN_SENTENCES = re.compile(r"((?:(?<=[.?!])\s+)|^\s+|\s+$)")

Translate = Callable[[str], str]

_translate: Translate | None = None
_in_use = _ENGLISH


def tr(text: str, /, **values: object) -> str:
    """A text in the language in use.

    Args:
        text: English, with the names of its values in braces; or a phrase, which brings its values with it. What the
            catalogue lacks stays English.
        values: words and figures, formatted as they are to be read; a phrase among them is translated as well.

    >>> tr("{count} to correct", count=2)
    '2 to correct'
    """
    if isinstance(text, Phrase):
        return tr(text.template, **{**text.values, **values})
    said = _say_in_sentences(text) if _translate else text
    if not values:
        return said
    return said.format_map({name: _say(value) for name, value in values.items()})


@lru_cache(maxsize=1024)
def _say_in_sentences(text: str) -> str:
    return "".join(_translate(part) if _translate and part.strip() else part for part in split_sentences(text))


def split_sentences(text: str) -> list[str]:
    """The sentences of a text, and the blanks around them.

    >>> split_sentences(" Pounds? Weigh again.")
    ['', ' ', 'Pounds?', ' ', 'Weigh again.']
    """
    return _BETWEEN_SENTENCES.split(text)


def _say(value: object) -> object:
    return tr(value) if isinstance(value, Phrase) else value


def use_language(language: str) -> None:
    """Takes the catalogue of a language from now on; what is on the screen already stays.

    Args:
        language: "en", or one of ``CATALOGUES``.

    Raises:
        OSError: the program is not whole.
    """
    global _in_use  # noqa: PLW0603 - see below
    use_catalogue(None if language == _ENGLISH else _open_catalogue(language))
    _in_use = language


def get_language() -> str:
    """The language in use: "en", or one of ``CATALOGUES``."""
    return _in_use


def say_in(language: str, text: str, /, **values: str) -> str:
    """A text in another language than the one in use.

    Args:
        language: "en", or one of ``CATALOGUES``.
        text: one sentence in English.
        values: as in ``tr``, none of them a phrase.

    Raises:
        OSError: the program is not whole.
    """
    said = text if language == _ENGLISH else _open_catalogue(language)(text)
    return said.format_map(values)


def _open_catalogue(language: str) -> Translate:
    from gettext import GNUTranslations  # noqa: PLC0415 - English needs none

    with (find_resources() / "language" / f"{language}.mo").open("rb") as catalogue:
        return GNUTranslations(catalogue).gettext


def use_catalogue(translate: Translate | None) -> None:
    """Takes whatever translates a text; ``None`` for English."""
    global _translate, _in_use
    _translate, _in_use = translate, _ENGLISH
    _say_in_sentences.cache_clear()


def find_language(wanted: str, preferred: Iterable[str]) -> str:
    """The language to use.

    Args:
        wanted: what the setting says: "system", or a language.
        preferred: what the system prefers, best first, as "de-AT".

    >>> find_language("system", ["it-IT", "fr-CH", "en-GB"])
    'fr'
    """
    if wanted != "system":
        return wanted
    spoken = (tag.partition("-")[0].partition("_")[0].lower() for tag in preferred)
    return next((language for language in spoken if language in (_ENGLISH, *CATALOGUES)), _ENGLISH)
