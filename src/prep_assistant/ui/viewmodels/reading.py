"""From a draft to an order: every entry read, every refusal beside its entry, and what is still wanted."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from prep_assistant.calculation import Order, PriorDose, UnusableOrder
from prep_assistant.quantities import DoseLevel, Refused, Weight
from prep_assistant.ui.viewmodels.draft import Draft, History, Row
from prep_assistant.ui.viewmodels.entries import ROW_ENTRIES, Entry
from prep_assistant.ui.viewmodels.offsets import OffsetsAt, question_offsets
from prep_assistant.ui.viewmodels.ordering import make_order

_ENTRY_OF_FIELD = {
    "administer_at": "administer_time",
    "patient.birth_date": "birth_date",
    "earlier_doses": "earlier_count",
}


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A prior dose as read: ``None`` while a cell is wrong or wanting. ``errors`` follow the columns."""

    dose: PriorDose | None
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a draft says. ``order`` is there when nothing is wrong and nothing is wanting.

    Attributes:
        values: each entry that could be read.
        errors: each entry that was refused, in words.
        missing: what is still wanted, by the names on the screen.
    """

    values: Mapping[str, Any]
    errors: Mapping[str, str]
    rows: tuple[ReadRow, ...]
    missing: tuple[str, ...]
    order: Order | None = None


def read_draft(
    draft: Draft, entries: Mapping[str, Entry], strengths: tuple[int, ...], jurisdiction: str, offsets_at: OffsetsAt
) -> Reading:
    """Reads every entry of a draft and, when all are usable, makes the order.

    Args:
        draft: what was typed.
        entries: the entries there are.
        strengths: the vials on the market, in mg.
        jurisdiction: whose label holds.
        offsets_at: the offsets at which clocks here show a day and time.
    """
    values, errors = _read_entries(draft, entries)
    rows = tuple(read_row(row) for row in draft.rows) if draft.history is History.LISTED else ()
    errors |= _contradictions(draft, values, strengths)
    errors |= question_offsets(draft, values, offsets_at)
    missing = tuple(_missing(draft, entries))
    complete = not errors and not missing and all(row.dose for row in rows)
    if not complete:
        return Reading(values, errors, rows, missing)
    try:
        order = make_order(draft, values, tuple(row.dose for row in rows if row.dose), strengths, jurisdiction)
    except UnusableOrder as error:
        name = _ENTRY_OF_FIELD.get(error.field, error.field)
        return Reading(values, {name: f"{str(error).partition(': ')[2]}."}, rows, missing)
    return Reading(values, errors, rows, missing, order)


def read_row(row: Row) -> ReadRow:
    """Reads the cells of one prior dose."""
    values: list[Any] = []
    errors: list[str] = []
    for entry, text in zip(ROW_ENTRIES, row.cells, strict=True):
        value, error = _read(entry, text)
        if not text and entry.required:
            error = f"{entry.words} is wanting."
        values.append(value)
        errors.append(error)
    if any(errors):
        return ReadRow(None, tuple(errors))
    given_on, level, weight, minutes, reaction = values
    dose = PriorDose(given_on, DoseLevel(level), reaction, None if weight is None else Weight(weight), minutes)
    return ReadRow(dose, tuple(errors))


def _read_entries(draft: Draft, entries: Mapping[str, Entry]) -> tuple[dict[str, Any], dict[str, str]]:
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for name, text in draft.texts.items():
        value, error = _read(entries[name], text)
        if error:
            errors[name] = error
        elif value is not None:
            values[name] = value
    return values, errors


# Of all entries one changes with a key; the others were read before. Entries are told apart by identity.
@lru_cache(maxsize=256)
def _read(entry: Entry, text: str) -> tuple[Any, str]:
    if not text:
        return None, ""
    try:
        return entry.read(text), ""
    except Refused:
        return None, entry.say_wrong(text)


def _missing(draft: Draft, entries: Mapping[str, Entry]) -> list[str]:
    missing = [entry.words for entry in entries.values() if entry.required and not draft.text(entry.name)]
    if draft.history is History.NOT_SAID or (draft.history is History.LISTED and not draft.rows):
        missing.append("Doses given in this course")
    return missing


def _contradictions(draft: Draft, values: Mapping[str, Any], strengths: tuple[int, ...]) -> dict[str, str]:
    errors: dict[str, str] = {}
    weight, again = values.get("weight_kg"), values.get("weight_again")
    if weight is not None and again is not None and weight != again:
        errors["weight_again"] = "The two weights differ. Read the weight at its source once more."
    for one, other in (("earlier_count", "earlier_lowest"), ("earlier_lowest", "earlier_count")):
        if draft.text(one) and not draft.text(other):
            errors[other] = "Number and lowest level of the earlier doses go together. Enter both, or neither."
    stocked = [f"stock_{strength}" for strength in strengths if draft.text(f"stock_{strength}")]
    if stocked:
        empty = (f"stock_{strength}" for strength in strengths if not draft.text(f"stock_{strength}"))
        errors |= dict.fromkeys(empty, "Enter 0 if there is none, or leave the whole stock empty.")
    if not draft.text("administer_time") and (draft.text("administer_on") or draft.text("administer_offset")):
        errors["administer_time"] = "The time is wanting. Enter it, such as 11:00, or leave the whole line empty."
    return errors
