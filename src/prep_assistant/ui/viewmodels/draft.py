"""What somebody typed, as it was typed: text for each entry, nothing read and nothing repaired yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Self

from prep_assistant.calculation import Decision, Labs

ROW_COLUMNS = ("given_on", "dose_mg_per_kg", "weight_kg", "infusion_minutes", "infusion_reaction")


class History(StrEnum):
    """What is known of the doses given in this course."""

    NOT_SAID = ""
    NONE = "none"
    LISTED = "listed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Row:
    """One prior dose; ``cells`` follow ``ROW_COLUMNS``."""

    cells: tuple[str, ...] = ("",) * len(ROW_COLUMNS)

    def with_cell(self, column: int, text: str) -> "Row":
        """The row with another text in one column."""
        return Row((*self.cells[:column], text, *self.cells[column + 1 :]))

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was typed."""
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Draft:
    """Every entry of one order. An entry that nobody touched is absent from ``texts``.

    ``labs`` and ``decisions`` come from an opened file and have no entries of their own yet. ``assumed`` names the
    entries whose text the program put there and nobody has typed over.
    """

    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    history: History = History.NOT_SAID
    rows: tuple[Row, ...] = ()
    labs: Labs | None = None
    decisions: tuple[Decision, ...] = field(default=(), repr=False)
    assumed: frozenset[str] = frozenset()

    def text(self, name: str) -> str:
        """What stands in one entry, "" when nothing does."""
        return self.texts.get(name, "")

    def with_text(self, name: str, text: str) -> Self:
        """The draft with another text in one entry."""
        return replace(self, texts=MappingProxyType({**self.texts, name: text}), assumed=self.assumed - {name})

    def with_rows(self, rows: tuple[Row, ...]) -> Self:
        """The draft with these prior doses; to list one says that there were some."""
        return replace(self, rows=rows, history=History.LISTED if rows else self.history)

    def with_cell(self, place: int, column: int, text: str) -> Self:
        """The draft with another text in one cell of a prior dose."""
        changed = self.rows[place].with_cell(column, text)
        return self.with_rows((*self.rows[:place], changed, *self.rows[place + 1 :]))

    def without_row(self, place: int) -> Self:
        """The draft without one of its prior doses."""
        return self.with_rows(self.rows[:place] + self.rows[place + 1 :])


def begin_draft(now: datetime) -> Draft:
    """Nothing but the workstation's day and offset: no patient, weight or level stands there before it is typed."""
    offset = now.isoformat(timespec="seconds")[19:]
    texts = MappingProxyType({"prepare_on": now.date().isoformat(), "prepare_offset": offset})
    return Draft(texts, assumed=frozenset({"prepare_offset"}))
