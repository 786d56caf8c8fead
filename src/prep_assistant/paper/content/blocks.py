"""The pieces of which a label is made."""

from enum import StrEnum

from prep_assistant.frozen import field, frozen


class Kind(StrEnum):
    """How the runs of a block stand together."""

    TEXT = "text"
    """Each run is a paragraph of its own."""
    SECTION = "section"
    """The same, below a rule across the page."""
    BOX = "box"
    """All runs on one line, framed."""
    BAND = "band"
    """One line, white on black, across the page."""
    BESIDE = "beside"
    """The first run whole on one line, the others one below the other at its right."""
    BLANKS = "blanks"
    """All runs on one line, each with a rule for ink behind it."""


@frozen
class Run:
    """Text that is set in one face and one size. ``ink`` is its share of the room for handwriting, 0 for none."""

    role: str
    text: str = field(repr=False)
    ink: int = 0


@frozen
class Block:
    """Lines that stay together."""

    name: str
    kind: Kind
    runs: tuple[Run, ...]


def text_block(name: str, *texts: str, role: str = "") -> Block:
    """One paragraph for each text, in the type of ``role`` (of the block's name unless given)."""
    return Block(name, Kind.TEXT, tuple(Run(role or name, text) for text in texts))


def blanks_block(name: str, *blanks: tuple[str, int]) -> Block:
    """One line of captions, each with its share of the room for ink."""
    return Block(name, Kind.BLANKS, tuple(Run("blank", caption, ink) for caption, ink in blanks))
