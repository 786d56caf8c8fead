"""Which row of the label a value falls into, in words, as soon as the value is known: no whole order is wanted."""

from decimal import Decimal

from prep_assistant.calculation.modifications import (
    LIVER_INJURY,
    Action,
    Laboratory,
    Modification,
    Range,
    Toxicity,
    find_rows,
    shows_liver_injury,
)
from prep_assistant.calculation.order import Indication
from prep_assistant.calculation.plan import Severity
from prep_assistant.calculation.sources import Source, Status
from prep_assistant.frozen import frozen
from prep_assistant.quantities import display

_GRADE, _YES_OR_NO = "grade", "1 = yes"
_ACTIONS = {
    Action.NONE: "no change",
    Action.REPEAT: "continue, repeat {until}",
    Action.HOLD: "hold until {until}, then {then}",
    Action.HOLD_REDUCE: "hold until {until}, then {then}",
    Action.DISCONTINUE: "discontinue permanently",
}
_RECALLED = " (row not read in a current label)"


@frozen
class Band:
    """Where a value stands in the label.

    Attributes:
        text: the value, the bounds of its row, and what the label says to do.
        code: the finding that a plan has for it, "" when it has none.
        severity: how that finding weighs while no decision stands against it.
        is_decidable: whether a prescriber's documented decision may.
        source: where the row stands.
    """

    text: str
    code: str
    severity: Severity | None
    is_decidable: bool
    source: Source


def find_band(
    rules: Laboratory, indication: Indication, reaction: Toxicity, value: Decimal, baseline: Decimal | None = None
) -> Band:
    """The band of one value.

    Args:
        rules: the label's rows.
        indication: whose rows.
        reaction: what the value is of.
        value: in the unit of the rows; yes is 1, no is 0.
        baseline: the LVEF (%) before the first dose, where it is known.
    """
    row, *others = find_rows(rules, indication, reaction, value, baseline)
    said = f"{_say_value(value, row)}{_say_bounds(row, with_fall=not others)}"
    if others:
        text = f"{said}: hold or continue depends on the fall from the baseline, which is not entered"
        return Band(text, "toxicity.lvef.baseline_missing", Severity.CONFIRM, is_decidable=False, source=row.source)
    action = _ACTIONS[row.action].format(until=row.until, then=row.then)
    recalled = _RECALLED if row.source.status is Status.RECALLED else ""
    code = "" if row.action is Action.NONE else row.code
    return Band(f"{said}: {action}{recalled}", code, _severity(row), row.is_decidable, row.source)


def find_injury_band(
    rules: Laboratory, alt: Decimal | None, ast: Decimal | None, bilirubin: Decimal | None
) -> Band | None:
    """What ALT, AST and bilirubin (each × ULN, ``None`` when not given) mean together, if they do."""
    if not shows_liver_injury(rules, alt, ast, bilirubin):
        return None
    transaminases, limit = display(rules.injury_transaminases.value), display(rules.injury_bilirubin.value)
    text = (
        f"ALT or AST above {transaminases} × ULN together with bilirubin above {limit} × ULN: discontinue permanently, "
        "unless there is another likely cause"
    )
    return Band(text, LIVER_INJURY, Severity.STOP, is_decidable=True, source=rules.injury_transaminases.source)


def _severity(row: Modification) -> Severity | None:
    if row.action is Action.NONE:
        return None
    if row.action is Action.REPEAT:
        return Severity.NOTE
    return Severity.CONFIRM if row.source.status is Status.RECALLED else Severity.STOP


def _say_value(value: Decimal, row: Modification) -> str:
    if row.unit == _YES_OR_NO:
        return "yes" if value else "no"
    return f"{row.unit} {display(value)}" if row.unit == _GRADE else display(value, row.unit)


def _say_bounds(row: Modification, *, with_fall: bool) -> str:
    """The bounds in parentheses, in the unit of the value; a yes or a no has none."""
    if row.unit == _YES_OR_NO:
        return ""
    fall = f", fall {_say_range(row.fall)} points" if row.fall and with_fall else ""
    return f" ({_say_range(row.range)}{fall})"


def _say_range(bounds: Range) -> str:
    lower = "" if bounds.lower is None else f"{'≥' if bounds.with_lower else '>'} {display(bounds.lower)}"
    upper = "" if bounds.upper is None else f"{'≤' if bounds.with_upper else '<'} {display(bounds.upper)}"
    return " to ".join(bound for bound in (lower, upper) if bound)
