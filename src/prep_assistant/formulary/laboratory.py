"""The laboratory rules: rows of dose modifications, and proof that each reaction's rows cover every value once."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise, product

from prep_assistant.calculation import (
    Action,
    Indication,
    Jurisdiction,
    Laboratory,
    Modification,
    Range,
    Source,
    Status,
    Toxicity,
)
from prep_assistant.formulary import values
from prep_assistant.formulary.entries import Entries
from prep_assistant.formulary.errors import FormularyError
from prep_assistant.formulary.tables import Row, read_rows

_COLUMNS = (
    "indication reaction from above to below unit fall_from fall_below action until then source section status note"
)


def modifications_file(jurisdiction: Jurisdiction) -> str:
    """Where one jurisdiction's rows of dose modifications stand."""
    return f"formulary/dose-modifications-{jurisdiction.lower()}.csv"


def read_laboratory(file: str, rows: str, labelled: Entries, limits: Entries) -> Laboratory:
    """The laboratory rules of one monograph.

    Args:
        file: the name of the table of dose modifications, for the refusal.
        rows: its text.
        labelled: the entries of the monograph.
        limits: the entries of laboratory.toml: how old values may be.

    Raises:
        FormularyError: a row that cannot be read, ranges that overlap or leave a gap, a reaction without rows.
    """
    read = [_modification(file, row) for row in read_rows(file, rows, _COLUMNS)]
    laboratory = Laboratory(
        rows={
            (indication, reaction): _covering(file, indication, reaction, read)
            for indication, reaction in product(Indication, Toxicity)
        },
        injury_transaminases=labelled.sourced("liver_injury.transaminases", "× ULN", values.decimal),
        injury_bilirubin=labelled.sourced("liver_injury.bilirubin", "× ULN", values.decimal),
        start_transaminases=labelled.sourced("start.transaminases", "× ULN", values.decimal),
        start_bilirubin=labelled.sourced("start.bilirubin", "× ULN", values.decimal),
        start_platelets=labelled.sourced("start.platelets", "/mm³", values.decimal),
        start_lvef=labelled.sourced("start.lvef", "%", values.decimal),
        values_valid_days=limits.sourced("valid.values", "d", values.whole),
        lvef_valid_days=limits.sourced("valid.lvef", "d", values.whole),
    )
    limits.close()
    return laboratory


def _modification(file: str, row: Row) -> tuple[Indication, Modification]:
    try:
        _refuse_half_an_action(row)
        return Indication(row["indication"]), Modification(
            reaction=Toxicity(row["reaction"]),
            range=_range(row["from"], row["below"], above=row["above"], most=row["to"]),
            fall=_range(row["fall_from"], row["fall_below"]) if row["fall_from"] or row["fall_below"] else None,
            unit=values.words(row["unit"]),
            action=Action(row["action"]),
            until=row["until"],
            then=row["then"],
            source=Source(row["source"], "", row["section"], Status(row["status"]), row["note"]),
        )
    except ValueError as error:
        raise FormularyError(file, f"{row['indication']} {row['reaction']}", str(error)) from error


def _refuse_half_an_action(row: Row) -> None:
    """A hold has to say until when, and what then."""
    if row["action"].startswith(Action.HOLD) and not (row["until"] and row["then"]):
        raise ValueError("holds without saying until when, and what then")


def _range(least: str, below: str, above: str = "", most: str = "") -> Range:
    if (least and above) or (most and below):
        raise ValueError("has two bounds on one side")
    lower, upper = least or above, most or below
    return Range(
        lower=values.decimal_text(lower) if lower else None,
        upper=values.decimal_text(upper) if upper else None,
        with_lower=bool(least),
        with_upper=bool(most),
    )


def _covering(
    file: str, indication: Indication, reaction: Toxicity, read: Sequence[tuple[Indication, Modification]]
) -> tuple[Modification, ...]:
    """The rows of one reaction, proven to cover every value once, and every fall within a band once."""
    rows = tuple(row for kind, row in read if kind is indication and row.reaction is reaction)
    entry = f"{indication} {reaction}"
    bands = list(dict.fromkeys(row.range for row in rows))
    _prove_cover(file, entry, bands)
    for band in bands:
        falls = [row.fall for row in rows if row.range == band]
        if falls != [None]:
            _prove_cover(file, f"{entry}, fall", [fall or Range(None, None) for fall in falls])
    return rows


def _prove_cover(file: str, entry: str, ranges: Sequence[Range]) -> None:
    """That the ranges lie end to end from no lower bound to no upper bound."""
    # Every bound is above 0.
    ordered = sorted(ranges, key=lambda part: part.lower or Decimal(0))
    if not ordered or ordered[0].lower is not None or ordered[-1].upper is not None:
        raise FormularyError(file, entry, "does not cover every value")
    for part, following in pairwise(ordered):
        if part.upper != following.lower or part.with_upper == following.with_lower:
            raise FormularyError(file, entry, f"has a gap or an overlap at {part.upper} and {following.lower}")
