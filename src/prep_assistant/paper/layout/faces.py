"""The faces, and which of them can set a text.

reportlab draws nothing, or a box, for a letter that a face lacks, and sets letters one behind the other as they come.
So each run is checked first: it is set whole in the first face that has all of it, or it is refused by name.
"""

import unicodedata
from functools import cache, lru_cache

import fontpkg
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from prep_assistant.language import phrase
from prep_assistant.paper.errors import CannotBePrinted

# In the order in which they are tried.
_FAMILIES = ("Atkinson Hyperlegible", "Fira Sans")
_REGULAR, _BOLD = 400, 700
_MARKS = frozenset({"Mn", "Mc", "Me"})
# Nothing to see (Cf), or nothing agreed (Co, Cn): two such texts look alike and are not.
_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
# The canonical combining class of a mark above its letter, and how much higher than one a second mark reaches.
_ABOVE, _RISE = 230, 0.26
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


@lru_cache(maxsize=4096)
def choose_face(line: str, text: str, *, bold: bool) -> tuple[str, str]:
    """The name of the face for a run, and the text as it is set (NFC).

    Args:
        line: what to call the run in a refusal.
        text: all of the run.
        bold: whether it is set bold.

    Raises:
        CannotBePrinted: a letter is in no face, takes another shape or place beside its neighbours, or is not seen.
    """
    composed = unicodedata.normalize("NFC", text)
    for family in _FAMILIES:
        if all(map(_glyphs(family, bold=bold).__contains__, composed)) and not any(map(_is_special, composed)):
            return str(_face(family, bold=bold).fontName), composed
    raise _refusal(line, composed, bold=bold)


@lru_cache(maxsize=16384)
def measure(text: str, face: str, points: float) -> float:
    """The width of a text in points."""
    return float(pdfmetrics.stringWidth(text, face, points))


@lru_cache(maxsize=4096)
def measure_rise(text: str) -> float:
    """How far accents stand above an ordinary line, in parts of the size: two of them, as in Vietnamese, need room.

    >>> measure_rise("Ánh"), measure_rise("Ấn") > 0
    (0.0, True)
    """
    marks = (unicodedata.combining(mark) for mark in unicodedata.normalize("NFD", text))
    above = "".join("^" if place == _ABOVE else " " * (not place) for place in marks)
    return _RISE if "^^" in above else 0.0


@cache
def _face(family: str, *, bold: bool) -> TTFont:
    weight = _BOLD if bold else _REGULAR
    name = f"{family} {weight}".replace(" ", "-")
    face = TTFont(name, str(fontpkg.path(family, weight)), asciiReadable=False, shapable=False)
    pdfmetrics.registerFont(face)
    return face


@cache
def _glyphs(family: str, *, bold: bool) -> frozenset[str]:
    letters = _face(family, bold=bold).face.charToGlyph
    return frozenset(chr(code) for code, glyph in letters.items() if glyph)


def _is_special(character: str) -> bool:
    category = unicodedata.category(character)
    return category in _MARKS or category in _INVISIBLE or unicodedata.bidirectional(character) in _RIGHT_TO_LEFT


def _refusal(line: str, text: str, *, bold: bool) -> CannotBePrinted:
    """The first letter that is in the way, and why."""
    covered = _glyphs(_FAMILIES[-1], bold=bold)
    character = next(it for it in text if it not in covered or _is_special(it))
    if unicodedata.category(character) in _INVISIBLE:
        return CannotBePrinted(line, character, phrase("it would not be seen"))
    if unicodedata.category(character) in _MARKS:
        return CannotBePrinted(
            line, character, phrase("there is no letter that holds this mark, and it is not placed by hand")
        )
    if unicodedata.bidirectional(character) in _RIGHT_TO_LEFT:
        return CannotBePrinted(line, character, phrase("it is read from right to left"))
    return CannotBePrinted(line, character, phrase("no face has it"))
