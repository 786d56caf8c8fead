"""Does the mg that the prescriber wrote agree with weight × level, and the dose drawn with both?

No message here carries the calculated or the prepared dose: a stopped order shows its findings, and no number leaves
it.
"""

from decimal import Decimal

from prep_assistant.calculation.case import Case
from prep_assistant.calculation.look_alikes import name_fitting_doses, name_written_doses
from prep_assistant.calculation.plan import Finding, Shown
from prep_assistant.calculation.rules.finding import confirm, note, stop
from prep_assistant.language import phrase
from prep_assistant.quantities import EXACT, Mass, differs_by_more_than, display, divide_rounded


def find_other_product(case: Case) -> Finding | None:
    """``dose.fits_other_product``: (a) the level ordered, (b) the mg written is a labelled dose of a look-alike."""
    by_level, by_mg = _products_by_level(case), _products_by_mg(case)
    if not by_level and not by_mg:
        return None
    sentences = (
        "{level} is a labelled dose of {by_level}, not of {drug}." if by_level else "",
        "The written {written} is, for {weight}, a labelled dose of {by_mg}, not of {drug}.{old_weight}"
        if by_mg
        else "",
        "Is this the right drug? Compare with the original order; ask the prescriber.",
    )
    template = " ".join(filter(None, sentences))
    values: dict[str, Shown] = {
        "level": case.order.level,
        "written": case.order.written or "",
        "weight": case.order.weight,
        "by_level": by_level,
        "by_mg": by_mg,
        "drug": case.monograph.display_name,
        "old_weight": _old_weight_in_words(case, case.order.written) if by_mg and case.order.written else "",
    }
    return stop("dose.fits_other_product", template, case.monograph.maximum.source, **values)


def _products_by_level(case: Case) -> str:
    if case.order.level in case.monograph.levels.value:
        return ""
    return name_fitting_doses(case.order.level, case.monograph, case.policy)


def _products_by_mg(case: Case) -> str:
    written, limit = case.order.written, case.policy.look_alike_written_percent.value
    if written is None or not _is_off_by(case, written, limit):
        return ""
    return name_written_doses(written, case.order.weight, case.monograph, case.policy)


def find_disagreement(case: Case) -> Finding | None:
    """``dose.mg_disagrees``: the written mg against weight × level."""
    written, policy = case.order.written, case.policy
    if written is None or not _is_off_by(case, written, policy.written_confirm_percent.value):
        return None
    far = _is_off_by(case, written, policy.written_stop_percent.value)
    template = "The written {written} differs from weight × level by {percent} %.{old_weight} " + (
        "Ask the prescriber for an order for today's weight." if far else "Confirm which of the two is meant."
    )
    values: dict[str, Shown] = {
        "written": written,
        "percent": _percent_off(case, written),
        "old_weight": _old_weight_in_words(case, written),
    }
    source = (policy.written_stop_percent if far else policy.written_confirm_percent).source
    return (stop if far else confirm)("dose.mg_disagrees", template, source, **values)


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


def _old_weight_in_words(case: Case, written: Mass) -> str:
    """That the written mg is the ordered level × the last dose's weight, to within one graduation."""
    last = case.course.last
    if last is None or last.weight is None:
        return ""
    old = last.weight * case.order.level
    step = case.policy.graduation.value * case.monograph.reconstituted.value
    if not old - step < written < old + step:
        return ""
    return phrase(
        " It is the ordered level for {weight}, the weight of {day}.",
        weight=display(last.weight),
        day=display(last.given_on),
    )


WRITTEN_RULES = (find_other_product, find_disagreement, find_difference, find_rounded_down)
