"""The label's dose modifications as rows, and which row a value falls into.

Source: US PI 2.2; each row of ``resources/formulary/dose-modifications-us.csv`` names its own.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter

from prep_assistant.calculation.order import Indication, Labs
from prep_assistant.calculation.sources import Source, Sourced
from prep_assistant.frozen import frozen
from prep_assistant.quantities import EXACT


class Action(StrEnum):
    """What the label says to do with this dose."""

    NONE = "none"
    REPEAT = "repeat"
    HOLD = "hold"
    HOLD_REDUCE = "hold_reduce"
    DISCONTINUE = "discontinue"


class Toxicity(StrEnum):
    """What a row is about, as finding codes name it."""

    PLATELETS = "platelets"
    ALT = "alt"
    AST = "ast"
    BILIRUBIN = "bilirubin"
    LVEF = "lvef"
    NEUROPATHY = "neuropathy"
    HEART_FAILURE = "heart_failure"
    ILD = "ild_or_pneumonitis"
    NRH = "nodular_regenerative_hyperplasia"


@frozen
class Range:
    """The values between two bounds, each counted in or not; ``None`` is no bound."""

    lower: Decimal | None
    upper: Decimal | None
    with_lower: bool = False
    with_upper: bool = False

    def __contains__(self, value: Decimal) -> bool:
        above = self.lower is None or value > self.lower or (self.with_lower and value == self.lower)
        below = self.upper is None or value < self.upper or (self.with_upper and value == self.upper)
        return above and below


@frozen
class Modification:
    """One row: for values in ``range`` (and falls from the baseline in ``fall``), do ``action``.

    ``until`` says when treatment goes on after a hold, ``then`` at which level.
    """

    reaction: Toxicity
    range: Range
    fall: Range | None
    unit: str
    action: Action
    until: str
    then: str
    source: Source

    @property
    def code(self) -> str:
        """The finding that a value of this row gives."""
        return f"toxicity.{self.reaction}.{self.action}"

    @property
    def is_decidable(self) -> bool:
        """Whether a prescriber's documented decision may stand against it."""
        return self.action in {Action.HOLD, Action.HOLD_REDUCE}


@frozen
class Laboratory:
    """The rows by indication and reaction, what values mean together, and how old (days) they may be."""

    rows: Mapping[tuple[Indication, Toxicity], tuple[Modification, ...]]
    injury_transaminases: Sourced[Decimal]
    injury_bilirubin: Sourced[Decimal]
    start_transaminases: Sourced[Decimal]
    start_bilirubin: Sourced[Decimal]
    start_platelets: Sourced[Decimal]
    start_lvef: Sourced[Decimal]
    values_valid_days: Sourced[int]
    lvef_valid_days: Sourced[int]


LIVER_INJURY = "toxicity.liver_injury.discontinue"

# Made once: a table made for each value that is read took a twentieth of a plan's time.
_VALUE_OF: Mapping[Toxicity, Callable[[Labs], Decimal | int | bool | None]] = {
    Toxicity.PLATELETS: attrgetter("platelets_per_mm3"),
    Toxicity.ALT: attrgetter("alt_x_uln"),
    Toxicity.AST: attrgetter("ast_x_uln"),
    Toxicity.BILIRUBIN: attrgetter("bilirubin_x_uln"),
    Toxicity.LVEF: attrgetter("lvef_percent"),
    Toxicity.NEUROPATHY: attrgetter("neuropathy_grade"),
    Toxicity.HEART_FAILURE: attrgetter("symptomatic_heart_failure"),
    Toxicity.ILD: attrgetter("ild_or_pneumonitis"),
    Toxicity.NRH: attrgetter("nodular_regenerative_hyperplasia"),
}


def read_value(labs: Labs, reaction: Toxicity) -> Decimal | None:
    """The value that a reaction's rows are about: yes is 1, no is 0; ``None`` when not given."""
    value = _VALUE_OF[reaction](labs)
    return None if value is None else Decimal(value)


def find_modifications(
    rules: Laboratory, indication: Indication, reaction: Toxicity, labs: Labs
) -> tuple[Modification, ...]:
    """The row that a reaction's value falls into, none without a value; see ``find_rows``."""
    value = read_value(labs, reaction)
    return () if value is None else find_rows(rules, indication, reaction, value, labs.baseline_lvef_percent)


def find_rows(
    rules: Laboratory, indication: Indication, reaction: Toxicity, value: Decimal, baseline: Decimal | None = None
) -> tuple[Modification, ...]:
    """The row that a value falls into; all rows of its band when only the baseline could tell them apart.

    Args:
        rules: the label's rows.
        indication: whose rows.
        reaction: what the value is of.
        value: in the unit of the rows; yes is 1, no is 0.
        baseline: the LVEF (%) before the first dose, where it is known.

    Returns:
        One row; more than one when the band asks for the fall of the LVEF and the baseline is not given.
    """
    band = tuple(row for row in rules.rows[indication, reaction] if value in row.range)
    if baseline is None:
        return band
    fall = EXACT.subtract(baseline, value)
    return tuple(row for row in band if row.fall is None or fall in row.fall)


def shows_liver_injury(rules: Laboratory, alt: Decimal | None, ast: Decimal | None, bilirubin: Decimal | None) -> bool:
    """Whether transaminases and bilirubin (each × ULN, ``None`` when not given) are raised together."""
    raised = any(exceeds(value, rules.injury_transaminases.value) for value in (alt, ast))
    return raised and exceeds(bilirubin, rules.injury_bilirubin.value)


def exceeds(value: Decimal | None, limit: Decimal) -> bool:
    """Whether a value is given and above a limit."""
    return value is not None and value > limit
