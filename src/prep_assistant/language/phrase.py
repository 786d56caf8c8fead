"""A text that keeps what it was made of, so that it can be said again in another language."""

from collections.abc import Iterable, Mapping
from functools import reduce


class Phrase(str):
    """The text in English. ``template`` names its values in braces; a value may be a phrase too."""

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]


def phrase(template: str, /, **values: object) -> Phrase:
    """Marks a text for translation and gives it in English.

    Whatever collects the texts finds them by this name, so ``template`` is written out where it is called.

    Args:
        template: the text, with the names of its values in braces.
        values: words and figures, formatted as they are to be read.

    >>> phrase("{count} to correct", count=2)
    '2 to correct'
    """
    made = Phrase(template.format_map(values) if values else template)
    made.template, made.values = template, values
    return made


def enumerate_phrases(words: Iterable[str], between: str = ", ") -> Phrase:
    """Several words as one text; those that are phrases are translated one by one.

    >>> enumerate_phrases(["ALT", "bilirubin"])
    'ALT, bilirubin'
    """
    values = {f"word{number}": word for number, word in enumerate(words)}
    return phrase(between.join(f"{{{name}}}" for name in values), **values)


def enumerate_alternatives(words: Iterable[str]) -> str:
    """Several words of which one holds; "" for none.

    >>> enumerate_alternatives(["Herceptin", "Enhertu"])
    'Herceptin or Enhertu'
    """
    return reduce(lambda one, other: phrase("{one} or {other}", one=one, other=other) if one else other, words, "")
