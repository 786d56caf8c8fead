"""A text as lines of at most a given width. Every character is kept; only the blank at a break goes."""

from collections.abc import Iterator
from functools import lru_cache

from prep_assistant.paper.layout.faces import measure


@lru_cache(maxsize=4096)
def wrap(text: str, face: str, points: float, width: float) -> tuple[str, ...]:
    """The lines of a paragraph, broken at blanks (never at U+00A0), and within a word only if no line could hold it.

    Args:
        text: the paragraph.
        face: the face that draws it.
        points: its size.
        width: the room in points.
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if measure(longer, face, points) <= width:
            line = longer
            continue
        if line and measure(word, face, points) <= width:
            lines.append(line)
            line = word
            continue
        *full, line = _pieces(longer, face, points, width)
        lines.extend(full)
    return (*lines, line)


def _pieces(word: str, face: str, points: float, width: float) -> Iterator[str]:
    """A word in pieces that fit. No hyphen is put in: it would become part of a name."""
    piece = ""
    for letter in word:
        if piece and measure(piece + letter, face, points) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece
