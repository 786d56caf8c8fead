"""Is the weight this patient's, in kilograms, and of this week?"""

from datetime import date
from decimal import Decimal

from prep_assistant.calculation.case import Case
from prep_assistant.calculation.plan import Finding
from prep_assistant.calculation.rules.finding import confirm, stop
from prep_assistant.quantities import EXACT, Weight, differs_by_at_least, divide_rounded, is_within

_CM2_PER_M2 = Decimal(10000)


def find_out_of_range(case: Case) -> Finding | None:
    """``weight.out_of_range``: outside the ordinary range, or outside what is believed at all."""
    weight, ordinary, believed = case.order.weight, case.policy.weight_confirm, case.policy.weight_stop
    if ordinary.value.least <= weight <= ordinary.value.most:
        return None
    far = not believed.value.least <= weight <= believed.value.most
    limit = believed if far else ordinary
    template = "{weight} lies outside {least} to {most}. " + (
        "Correct the weight, or have it measured again." if far else "Confirm that it was measured, in kilograms."
    )
    values = {"weight": weight, "least": limit.value.least, "most": limit.value.most}
    return (stop if far else confirm)("weight.out_of_range", template, limit.source, **values)


def find_implausible_change(case: Case) -> Finding | None:
    """``weight.implausible_change``: pounds for kilograms, a slipped point, or another patient."""
    dose = case.course.last_weighed
    if dose is None or dose.weight is None or not _is_implausible(case, dose.weight):
        return None
    sentences = (
        "{weight} now and {reference} on {day} cannot be the same patient in kilograms.",
        _guess(case, dose.weight),
        "Measure again, or correct the wrong one.",
    )
    return stop(
        "weight.implausible_change",
        " ".join(filter(None, sentences)),
        case.policy.weight_implausible_ratio.source,
        weight=case.order.weight,
        reference=dose.weight,
        day=dose.given_on,
    )


def _is_implausible(case: Case, reference: Weight) -> bool:
    ratio, now, then = case.policy.weight_implausible_ratio.value, case.order.weight.value, reference.value
    return now >= EXACT.multiply(then, ratio) or EXACT.multiply(now, ratio) <= then


def _guess(case: Case, reference: Weight) -> str:
    """The slip that explains the change: near the slip's factor or its inverse."""
    policy, now, then = case.policy, case.order.weight.value, reference.value
    percent = policy.slip_percent.value
    slips = (
        ("Pounds?", policy.pounds_per_kilogram),
        ("Decimal point?", policy.decimal_point_ratio),
    )
    for words, factor in slips:
        up = is_within(now, EXACT.multiply(then, factor.value), percent)
        if up or is_within(EXACT.multiply(now, factor.value), then, percent):
            return words
    return ""


def find_changed(case: Case) -> Finding | None:
    """``weight.changed``: by a tenth or more since the last weight, or since the first."""
    last = case.course.last_weighed
    if last is not None and last.weight is not None and _is_implausible(case, last.weight):
        return None
    for dose in (case.course.last_weighed, case.course.first_weighed):
        if dose is not None and dose.weight is not None and _has_changed(case, dose.weight):
            return _changed_since(case, dose.given_on, dose.weight)
    return None


def _has_changed(case: Case, then: Weight) -> bool:
    return differs_by_at_least(case.order.weight.value, then.value, case.policy.weight_change_percent.value)


def _changed_since(case: Case, day: date, then: Weight) -> Finding:
    difference = EXACT.multiply(EXACT.subtract(case.order.weight.value, then.value), Decimal(100))
    template = "{weight} now, {then} on {day}: a change of {percent} %. Confirm that it was measured and not copied."
    return confirm(
        "weight.changed",
        template,
        case.policy.weight_change_percent.source,
        weight=case.order.weight,
        then=then,
        day=day,
        percent=divide_rounded(difference, then.value, 1),
    )


def find_implausible_bmi(case: Case) -> Finding | None:
    """``weight.bmi_implausible``: height and weight hardly belong to one adult in centimetres and kilograms."""
    height, limits = case.order.patient.height_cm, case.policy.bmi
    if height is None:
        return None
    square = EXACT.multiply(height, height)
    scaled = EXACT.multiply(case.order.weight.value, _CM2_PER_M2)
    least, most = (EXACT.multiply(limit, square) for limit in (limits.value.least, limits.value.most))
    if least <= scaled <= most:
        return None
    template = (
        "Height and weight give {bmi} kg/m², outside {least} to {most}. Pounds, inches, or another patient? Confirm "
        "both (height is used for no dose)."
    )
    values = {"bmi": divide_rounded(scaled, square, 1), "least": limits.value.least, "most": limits.value.most}
    return confirm("weight.bmi_implausible", template, limits.source, **values)


def find_not_cross_checked(case: Case) -> Finding | None:
    """``weight.not_cross_checked``: nothing to compare the weight with."""
    order = case.order
    if order.patient.height_cm is not None or order.written is not None:
        return None
    if any(dose.weight is not None for dose in order.prior_doses or ()):
        return None
    template = (
        "Nothing to compare {weight} with: no earlier weight, no height, no written mg. Confirm that it was read in "
        "kilograms."
    )
    source = case.policy.weight_change_percent.source
    return confirm("weight.not_cross_checked", template, source, weight=order.weight)


def find_invalid_date(case: Case) -> Finding | None:
    """``weight.date_invalid``: measured after the day of the dose."""
    if case.order.weight_measured_on <= case.order.today:
        return None
    template = "The weight is dated {measured}, after the day of this dose ({today}). Correct the date."
    source = case.policy.weight_valid_days.source
    values = {"measured": case.order.weight_measured_on, "today": case.order.today}
    return stop("weight.date_invalid", template, source, **values)


def find_stale(case: Case) -> Finding | None:
    """``weight.stale``: measured too long ago."""
    valid = case.policy.weight_valid_days
    days = (case.order.today - case.order.weight_measured_on).days
    if days <= valid.value:
        return None
    template = "The weight is {days} days old, more than {valid}. Weigh again, or confirm that it still holds."
    return confirm("weight.stale", template, valid.source, days=days, valid=valid.value)


WEIGHT_RULES = (
    find_out_of_range,
    find_implausible_change,
    find_changed,
    find_implausible_bmi,
    find_not_cross_checked,
    find_invalid_date,
    find_stale,
)
