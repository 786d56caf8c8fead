"""Does the mg that the prescriber wrote agree with weight × level, and the dose drawn with both?

No message here carries the calculated or the prepared dose: a stopped order shows its findings, and no number leaves
it.
"""

from collections.abc import Iterable
from decimal import Decimal

from prep_assistant.calculation.case import Case
from prep_assistant.calculation.look_alikes import name_fitting_doses, name_fixed_doses, name_written_doses
from prep_assistant.calculation.plan import Finding, Shown
from prep_assistant.calculation.rules.finding import confirm, note, stop
from prep_assistant.quantities import EXACT, Mass, differs_by_more_than, divide_rounded, is_within

_OLD_WEIGHT = "It is the ordered level for {old_weight}, the weight of {old_day}."


def find_other_product(case: Case) -> Finding | None:
    """``dose.fits_other_product``: (a) the level ordered, (b) the mg written is a labelled dose of a look-alike."""
    by_level, (by_mg, by_fixed) = _products_by_level(case), _products_by_mg(case)
    if not by_level and not by_mg and not by_fixed:
        return None
    old_weight = _old_weight(case) if by_mg or by_fixed else {}
    sentences = (
        "{level} is a labelled dose of {by_level}, not of {drug}." if by_level else "",
        "The written {written} is, for {weight}, a labelled dose of {by_mg}, not of {drug}." if by_mg else "",
        "The written {written} is a fixed labelled dose of {by_fixed}, not of {drug}." if by_fixed else "",
        _OLD_WEIGHT if old_weight else "",
        "Is this the right drug? Compare with the original order; ask the prescriber.",
    )
    values: dict[str, Shown] = {
        "level": case.order.level,
        "written": case.order.written or "",
        "weight": case.order.weight,
        "by_level": by_level,
        "by_mg": by_mg,
        "by_fixed": by_fixed,
        "drug": case.monograph.display_name,
        **old_weight,
    }
    return stop("dose.fits_other_product", _joined(sentences), case.monograph.maximum.source, **values)


def _products_by_level(case: Case) -> str:
    if case.order.level in case.monograph.levels.value:
        return ""
    return name_fitting_doses(case.order.level, case.monograph, case.policy)


def _products_by_mg(case: Case) -> tuple[str, str]:
    """Of which products the written mg is a dose for this weight, and of which the dose for everybody."""
    written, limit = case.order.written, case.policy.look_alike_written_percent.value
    if written is None or not _is_off_by(case, written, limit):
        return "", ""
    by_weight = name_written_doses(written, case.order.weight, case.monograph, case.policy)
    return by_weight, name_fixed_doses(written, case.monograph)


def find_disagreement(case: Case) -> Finding | None:
    """``dose.mg_disagrees``: the written mg against weight × level."""
    written, policy = case.order.written, case.policy
    if written is None or not _is_off_by(case, written, policy.written_confirm_percent.value):
        return None
    far, old_weight = _is_off_by(case, written, policy.written_stop_percent.value), _old_weight(case)
    sentences = (
        "The written {written} differs from weight × level by {percent} %.",
        _OLD_WEIGHT if old_weight else "",
        _way_on(case, written) if far else "Confirm which of the two is meant.",
    )
    values: dict[str, Shown] = {"written": written, "percent": _percent_off(case, written), **old_weight}
    source = (policy.written_stop_percent if far else policy.written_confirm_percent).source
    return (stop if far else confirm)("dose.mg_disagrees", _joined(sentences), source, **values)


def _way_on(case: Case, written: Mass) -> str:
    """What to do about a written mg that is far off: a slipped point is in the order's text or in its copy."""
    if _is_slipped_point(case, written):
        return (
            "This looks like a slipped decimal point: compare the written mg typed here with the original order, or "
            "ask the prescriber."
        )
    return "Compare with the original order; ask the prescriber for an order for today's weight."


def _is_slipped_point(case: Case, written: Mass) -> bool:
    """Whether with its point one place further on the written mg would not have been stopped."""
    ratio, percent = case.policy.decimal_point_ratio.value, case.policy.written_stop_percent.value
    up = EXACT.multiply(written.value, ratio)
    calculated = case.calculated.value
    return is_within(up, calculated, percent) or is_within(written.value, EXACT.multiply(calculated, ratio), percent)


def find_difference(case: Case) -> Finding | None:
    """``dose.mg_differs``: the dose drawn is not the mg written, within the house limit."""
    written = case.order.written
    if written is None or written == case.prepared:
        return None
    if _is_off_by(case, written, case.policy.written_confirm_percent.value):
        return None
    template = "The dose prepared is not the written {written}, which differs from weight × level by {percent} %."
    source = case.policy.written_confirm_percent.source
    return note("dose.mg_differs", template, source, written=written, percent=_percent_off(case, written))


def find_rounded_down(case: Case) -> Finding | None:
    """``dose.rounded_down``: the graduation takes too much of the dose away."""
    policy = case.policy
    if not _rounding_exceeds(case, policy.rounding_confirm_percent.value):
        return None
    far = _rounding_exceeds(case, policy.rounding_stop_percent.value)
    limit = policy.rounding_stop_percent if far else policy.rounding_confirm_percent
    template = "Rounding down to {graduation} takes more than {percent} % of the dose away. " + (
        "Check the weight; a finer graduation is needed." if far else "Confirm, or use a finer graduation."
    )
    found = stop if far else confirm
    return found("dose.rounded_down", template, limit.source, graduation=policy.graduation.value, percent=limit.value)


def _rounding_exceeds(case: Case, percent: Decimal) -> bool:
    return differs_by_more_than(case.prepared.value, case.calculated.value, percent)


def _is_off_by(case: Case, written: Mass, percent: Decimal) -> bool:
    return differs_by_more_than(written.value, case.calculated.value, percent)


def _percent_off(case: Case, written: Mass) -> Decimal:
    difference = EXACT.multiply((written - case.calculated).value, Decimal(100))
    return divide_rounded(difference, case.calculated.value, 2)


def _old_weight(case: Case) -> dict[str, Shown]:
    """The last dose's weight and day, when the written mg is the ordered level for it to within one graduation."""
    written, last = case.order.written, case.course.last
    if written is None or last is None or last.weight is None:
        return {}
    old = last.weight * case.order.level
    step = case.policy.graduation.value * case.monograph.reconstituted.value
    if not old - step < written < old + step:
        return {}
    return {"old_weight": last.weight, "old_day": last.given_on}


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(filter(None, sentences))


WRITTEN_RULES = (find_other_product, find_disagreement, find_difference, find_rounded_down)
