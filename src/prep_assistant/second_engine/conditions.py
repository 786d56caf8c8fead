"""The laboratory rows of the figures file: which comparisons, held together, make which finding.

A row is one line such as ``alt_x_uln > 5 and alt_x_uln <= 20``. It can say no more than that, on purpose: what a label
row means can then be read off the file, and there is no code in which a bound could hide.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from prep_assistant.second_engine.scaled import PLACES

STOP, CONFIRM, NOTE = "stop", "confirm", "note"
SEVERITIES = (STOP, CONFIRM, NOTE)
ANY_INDICATION = "any"
INDICATIONS = (ANY_INDICATION, "MBC", "EBC")
_COMPARISON = re.compile(r"([a-z0-9_]+) (<|<=|>|>=) ([0-9]+)(?:\.([0-9]{1,4}))?", re.ASCII)
_RELATIONS: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
# What an order itself gives, and what is worked out from it.
GIVEN = (
    "platelets_per_mm3",
    "alt_x_uln",
    "ast_x_uln",
    "bilirubin_x_uln",
    "lvef_percent",
    "baseline_lvef_percent",
    "symptomatic_heart_failure",
    "neuropathy_grade",
    "ild_or_pneumonitis",
    "nodular_regenerative_hyperplasia",
)
WORKED_OUT = ("lvef_fall_points", "lvef_without_baseline", "collected_days_ago", "lvef_days_ago", "doses_given")


class Comparison(NamedTuple):
    """One quantity (scaled) against one bound (scaled)."""

    quantity: str
    relation: Callable[[int, int], bool]
    bound: int

    def holds(self, quantities: Mapping[str, int]) -> bool:
        """Tell whether the quantity is known and stands so to the bound."""
        return self.quantity in quantities and self.relation(quantities[self.quantity], self.bound)


class LabRow(NamedTuple):
    """A finding for one indication, or any, that every comparison together makes."""

    code: str
    severity: str
    indication: str
    comparisons: tuple[Comparison, ...]

    def holds(self, indication: str, quantities: Mapping[str, int]) -> bool:
        """Tell whether the row is this indication's and all its comparisons hold."""
        return self.indication in (ANY_INDICATION, indication) and all(
            one.holds(quantities) for one in self.comparisons
        )


def parse_comparison(text: str) -> Comparison:
    """Read one comparison, such as ``alt_x_uln > 2.5``.

    Raises: ValueError for another relation, a bound with a sign or more than four decimals, or an unknown quantity.
    """
    match = _COMPARISON.fullmatch(text)
    if match is None or match[1] not in (*GIVEN, *WORKED_OUT):
        raise ValueError(f"expected a comparison such as alt_x_uln > 5, got {text!r}")
    return Comparison(match[1], _RELATIONS[match[2]], int(match[3] + (match[4] or "").ljust(PLACES, "0")))


def _parse_section(indication: str, severity: str, rows: Mapping[str, list[str]]) -> Iterator[LabRow]:
    if indication not in INDICATIONS or severity not in SEVERITIES:
        raise ValueError(f"expected a section such as [laboratory.MBC.stop], got [laboratory.{indication}.{severity}]")
    for code, alternatives in rows.items():
        for line in alternatives:
            yield LabRow(code, severity, indication, tuple(map(parse_comparison, line.split(" and "))))


def parse_lab_rows(sections: Mapping[str, Any]) -> tuple[LabRow, ...]:
    """Read the sections by indication, then severity, then code.

    Raises: ValueError for an indication or severity that is not known, or a comparison that cannot be read.
    """
    return tuple(
        row
        for indication, severities in sections.items()
        for severity, rows in severities.items()
        for row in _parse_section(indication, severity, rows)
    )
