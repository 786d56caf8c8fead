"""What somebody typed, as it was typed: text for each entry, nothing read and nothing repaired yet."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Self

from prep_assistant.calculation import Decision, Jurisdiction
from prep_assistant.frozen import field, frozen, replace

ROW_COLUMNS = ("given_on", "dose_mg_per_kg", "weight_kg", "infusion_minutes", "infusion_reaction")


_CELL = "prior_dose_cell_"


class History(StrEnum):
    """What is known of the doses given in this course."""

    NOT_SAID = ""
    NONE = "none"
    LISTED = "listed"
    UNKNOWN = "unknown"


@frozen
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


@frozen
class Draft:
    """Every entry of one order. An entry that nobody touched is absent from ``texts``.

    Attributes:
        decisions: as typed: one whose texts are not both there yet is no decision.
        ticked: what was checked before a first dose, by the codes of its list; no order carries it.
        assumed: the entries whose text the program put there and nobody has typed over.
    """

    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    history: History = History.NOT_SAID
    rows: tuple[Row, ...] = ()
    decisions: tuple[Decision, ...] = field(default=(), repr=False)
    ticked: frozenset[str] = frozenset()
    assumed: frozenset[str] = frozenset()

    @property
    def jurisdiction(self) -> Jurisdiction:
        """Whose label holds: chosen in every draft, from the first."""
        return Jurisdiction(self.text("jurisdiction"))

    def text(self, name: str) -> str:
        """What stands in one entry, "" when nothing does."""
        return self.texts.get(name, "")

    def with_text(self, name: str, text: str) -> Self:
        """The draft with another text in one entry."""
        return replace(self, texts=MappingProxyType({**self.texts, name: text}), assumed=self.assumed - {name})

    def with_decision(self, finding: str, decided_by: str, reason: str) -> Self:
        """The draft with another decision on a finding; one without any text is none."""
        decision = Decision(finding, decided_by, reason)
        there = next((place for place, it in enumerate(self.decisions) if it.finding == finding), len(self.decisions))
        kept = (decision,) if decided_by or reason else ()
        return replace(self, decisions=self.decisions[:there] + kept + self.decisions[there + 1 :])

    def with_tick(self, code: str) -> Self:
        """The draft with one check ticked that was not, or the other way round."""
        return replace(self, ticked=self.ticked ^ {code})

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


def name_cell(place: int, column: int) -> str:
    """What a cell of the prior doses is called among the entries that can be typed into."""
    return f"{_CELL}{place}_{column}"


def find_cell(entry: str) -> tuple[int, int] | None:
    """Row and column of the cell that is called so; ``None`` for any other entry."""
    if not entry.startswith(_CELL):
        return None
    place, _, column = entry.removeprefix(_CELL).partition("_")
    return int(place), int(column)


def begin_draft(now: datetime, jurisdiction: Jurisdiction) -> Draft:
    """Nothing but the jurisdiction and the workstation's day and offset: no patient, weight or level."""
    offset = now.isoformat(timespec="seconds")[19:]
    texts = {"jurisdiction": jurisdiction.value, "prepare_on": now.date().isoformat(), "prepare_offset": offset}
    return Draft(MappingProxyType(texts), assumed=frozenset({"prepare_offset"}))
