"""The pieces of which a worksheet is made."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a section; it never stands alone at the foot of a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text in the type of its role."""

    role: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title, its share of the width, whether it is set bold."""

    title: str
    share: int
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under titles that return on every page. With ``ink`` the rows are framed and high enough to write in."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    ink: bool = False


Item = Heading | Paragraph | Table
