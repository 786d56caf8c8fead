"""The pieces of which a worksheet is made."""

from collections.abc import Callable

from prep_assistant.frozen import field, frozen, replace

Change = Callable[[str], str]


@frozen
class Heading:
    """The name of a section; it never stands alone at the foot of a page."""

    text: str

    def with_texts(self, change: Change) -> "Heading":
        """The same with its text changed."""
        return replace(self, text=change(self.text))


@frozen
class Paragraph:
    """A run of text in the type of its role."""

    role: str
    text: str = field(repr=False)

    def with_texts(self, change: Change) -> "Paragraph":
        """The same with its text changed."""
        return replace(self, text=change(self.text))


@frozen
class Column:
    """A column of a table: its title, its share of the width, whether it is set bold."""

    title: str
    share: int
    bold: bool = False


@frozen
class Table:
    """Rows under titles that return on every page. With ``ink`` the rows are framed and high enough to write in.

    With ``boxes`` a square stands in the first column of each row, ticked or open. So many rows as ``together`` says
    stay on one page and have one rule below them.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    ink: bool = False
    boxes: tuple[bool, ...] = ()
    together: int = 1

    def with_texts(self, change: Change) -> "Table":
        """The same with the texts of its rows changed."""
        return replace(self, rows=tuple(tuple(map(change, row)) for row in self.rows))


Item = Heading | Paragraph | Table
