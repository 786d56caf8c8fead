"""From a draft to an order: every entry read, every refusal beside its entry, and what is still wanted."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from prep_assistant.calculation import Order, PriorDose, UnusableOrder
from prep_assistant.frozen import frozen
from prep_assistant.language import tr
from prep_assistant.quantities import DoseLevel, Refused, Weight
from prep_assistant.ui.viewmodels.draft import Draft, History, Row
from prep_assistant.ui.viewmodels.entries import LABORATORY, Entry
from prep_assistant.ui.viewmodels.offsets import OffsetsAt, question_offsets
from prep_assistant.ui.viewmodels.ordering import make_order

if TYPE_CHECKING:
    from prep_assistant.ui.viewmodels.laboratory_reading import ReadLabs

_ENTRY_OF_FIELD = {
    "administer_at": "administer_time",
    "patient.birth_date": "birth_date",
    "earlier_doses": "earlier_count",
}


@frozen
class ReadRow:
    """A prior dose as read: ``None`` while a cell is wrong or wanting. ``errors`` follow the columns."""

    dose: PriorDose | None
    errors: tuple[str, ...]


@frozen
class Reading:
    """What a draft says. ``order`` is there when nothing is wrong and nothing is wanting.

    Attributes:
        values: each entry that could be read.
        errors: each entry that was refused, in words.
        missing: what is still wanted, by the names on the screen.
        labs: the laboratory values; ``None`` while nothing was typed of them.
    """

    values: Mapping[str, Any]
    errors: Mapping[str, str]
    rows: tuple[ReadRow, ...]
    missing: tuple[str, ...]
    order: Order | None = None
    labs: "ReadLabs | None" = None


def read_draft(
    draft: Draft,
    entries: Mapping[str, Entry],
    row_entries: tuple[Entry, ...],
    strengths: tuple[int, ...],
    offsets_at: OffsetsAt,
) -> Reading:
    """Reads every entry of a draft and, when all are usable, makes the order.

    Args:
        draft: what was typed.
        entries: the entries there are.
        row_entries: those of a prior dose.
        strengths: the vials on the market, in mg.
        offsets_at: the offsets at which clocks here show a day and time.
    """
    values, errors = _read_entries(draft, entries)
    rows = tuple(read_row(row, row_entries) for row in draft.rows) if draft.history is History.LISTED else ()
    errors |= _contradictions(draft, values, strengths)
    errors |= question_offsets(draft, values, offsets_at)
    missing = tuple(_missing(draft, entries))
    labs = _read_labs(draft, entries, values)
    if labs is not None:
        errors |= labs.errors
        missing += labs.missing
        values |= {} if labs.labs is None else {"labs": labs.labs}
    complete = not errors and not missing and all(row.dose for row in rows)
    if not complete:
        return Reading(values, errors, rows, missing, labs=labs)
    try:
        order = make_order(draft, values, tuple(row.dose for row in rows if row.dose), strengths)
    except UnusableOrder as error:
        name = _ENTRY_OF_FIELD.get(error.field, error.field)
        return Reading(values, {name: f"{tr(error.defect)}."}, rows, missing, labs=labs)
    return Reading(values, errors, rows, missing, order, labs)


def _read_labs(draft: Draft, entries: Mapping[str, Entry], values: Mapping[str, Any]) -> "ReadLabs | None":
    if not draft.decisions and not any(draft.text(name) for name in LABORATORY):
        return None
    from prep_assistant.ui.viewmodels.laboratory_reading import read_labs  # noqa: PLC0415  # late: few orders have any

    return read_labs(draft, entries, values)


def read_row(row: Row, row_entries: tuple[Entry, ...]) -> ReadRow:
    """Reads the cells of one prior dose."""
    values: list[Any] = []
    errors: list[str] = []
    for entry, text in zip(row_entries, row.cells, strict=True):
        value, error = _read(entry, text)
        if not text and entry.required:
            error = tr("{entry} is wanting.", entry=tr(entry.words))
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


def _read(entry: Entry, text: str) -> tuple[Any, str]:
    if not text:
        return None, ""
    value, is_refused = _try_to_read(entry, text)
    return value, entry.say_wrong(text) if is_refused else ""


# Of all entries one changes with a key; the others were read before. Entries are told apart by identity.
@lru_cache(maxsize=256)
def _try_to_read(entry: Entry, text: str) -> tuple[Any, bool]:
    try:
        return entry.read(text), False
    except Refused:
        return None, True


def _missing(draft: Draft, entries: Mapping[str, Entry]) -> list[str]:
    missing = [tr(entry.words) for entry in entries.values() if entry.required and not draft.text(entry.name)]
    if draft.history is History.NOT_SAID or (draft.history is History.LISTED and not draft.rows):
        missing.append(tr("Doses given in this course"))
    return missing


def _contradictions(draft: Draft, values: Mapping[str, Any], strengths: tuple[int, ...]) -> dict[str, str]:
    errors: dict[str, str] = {}
    weight, again = values.get("weight_kg"), values.get("weight_again")
    if weight is not None and again is not None and weight != again:
        errors["weight_again"] = tr("The two weights differ. Read the weight at its source once more.")
    for one, other in (("earlier_count", "earlier_lowest"), ("earlier_lowest", "earlier_count")):
        if draft.text(one) and not draft.text(other):
            errors[other] = tr("Number and lowest level of the earlier doses go together. Enter both, or neither.")
    stocked = [f"stock_{strength}" for strength in strengths if draft.text(f"stock_{strength}")]
    if stocked:
        empty = (f"stock_{strength}" for strength in strengths if not draft.text(f"stock_{strength}"))
        errors |= dict.fromkeys(empty, tr("Enter 0 if there is none, or leave the whole stock empty."))
    if not draft.text("administer_time") and (draft.text("administer_on") or draft.text("administer_offset")):
        errors["administer_time"] = tr("The time is wanting. Enter it, such as 11:00, or leave the whole line empty.")
    return errors
