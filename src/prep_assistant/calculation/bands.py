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
from prep_assistant.calculation.sources import Status
from prep_assistant.frozen import frozen
from prep_assistant.language import Phrase, phrase
from prep_assistant.quantities import display

_GRADE, _YES_OR_NO = "grade", "1 = yes"
_ACTIONS = {
    Action.NONE: phrase("no change"),
    Action.REPEAT: phrase("continue, repeat {until}"),
    Action.HOLD: phrase("hold until {until}, then {then}"),
    Action.HOLD_REDUCE: phrase("hold until {until}, then {then}"),
    Action.DISCONTINUE: phrase("discontinue permanently"),
}


@frozen
class Band:
    """Where a value stands in the label.

    Attributes:
        text: the value, the bounds of its row, and what the label says to do.
        code: the finding that a plan has for it, "" when it has none.
        severity: how that finding weighs while no decision stands against it.
        is_decidable: whether a prescriber's documented decision may.
    """

    text: Phrase
    code: str
    severity: Severity | None
    is_decidable: bool


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
    said = _say_value(value, row, with_fall=not others)
    if others:
        text = phrase(
            "{value}: hold or continue depends on the fall from the baseline, which is not entered", value=said
        )
        return Band(text, "toxicity.lvef.baseline_missing", Severity.CONFIRM, is_decidable=False)
    action = phrase(_ACTIONS[row.action], until=phrase(row.until), then=phrase(row.then))
    text = phrase("{value}: {action}", value=said, action=action)
    if row.source.status is Status.RECALLED:
        text = phrase("{text} (row not read in a current label)", text=text)
    code = "" if row.action is Action.NONE else row.code
    return Band(text, code, _severity(row), row.is_decidable)


def find_injury_band(
    rules: Laboratory, alt: Decimal | None, ast: Decimal | None, bilirubin: Decimal | None
) -> Band | None:
    """What ALT, AST and bilirubin (each × ULN, ``None`` when not given) mean together, if they do."""
    if not shows_liver_injury(rules, alt, ast, bilirubin):
        return None
    transaminases, limit = display(rules.injury_transaminases.value), display(rules.injury_bilirubin.value)
    text = phrase(
        "ALT or AST above {transaminases} × ULN together with bilirubin above {bilirubin} × ULN: discontinue "
        "permanently, unless there is another likely cause",
        transaminases=transaminases,
        bilirubin=limit,
    )
    return Band(text, LIVER_INJURY, Severity.STOP, is_decidable=True)


def _severity(row: Modification) -> Severity | None:
    if row.action is Action.NONE:
        return None
    if row.action is Action.REPEAT:
        return Severity.NOTE
    return Severity.CONFIRM if row.source.status is Status.RECALLED else Severity.STOP


def _say_value(value: Decimal, row: Modification, *, with_fall: bool) -> Phrase:
    """The value with the bounds of its row in parentheses, in its unit; a yes or a no has none."""
    if row.unit == _YES_OR_NO:
        return phrase("yes") if value else phrase("no")
    said = phrase("grade {grade}", grade=display(value)) if row.unit == _GRADE else display(value, row.unit)
    bounds = _say_range(row.range)
    if row.fall and with_fall:
        fall = _say_range(row.fall)
        return phrase("{value} ({bounds}, fall {fall} points)", value=said, bounds=bounds, fall=fall)
    return phrase("{value} ({bounds})", value=said, bounds=bounds)


def _say_range(bounds: Range) -> str:
    lower = "" if bounds.lower is None else f"{'≥' if bounds.with_lower else '>'} {display(bounds.lower)}"
    upper = "" if bounds.upper is None else f"{'≤' if bounds.with_upper else '<'} {display(bounds.upper)}"
    return phrase("{lower} to {upper}", lower=lower, upper=upper) if lower and upper else lower or upper
