"""Is the dose level one of the label's, and may this patient have it?"""

from prep_assistant.calculation.case import Case
from prep_assistant.calculation.plan import Finding
from prep_assistant.calculation.rules.finding import confirm, stop


def find_above_maximum(case: Case) -> Finding | None:
    """``dose.above_maximum``: more than the label's ceiling."""
    maximum = case.monograph.maximum
    if case.order.level <= maximum.value:
        return None
    template = "{level} is above the maximum of {maximum}. Compare with the original order; ask the prescriber."
    return stop("dose.above_maximum", template, maximum.source, level=case.order.level, maximum=maximum.value)


def find_not_a_label_level(case: Case) -> Finding | None:
    """``dose.not_a_label_level``: below the ceiling, but no level of the label."""
    levels = case.monograph.levels
    if case.order.level > case.monograph.maximum.value or case.order.level in levels.value:
        return None
    template = (
        "{level} is no dose level of the label. Compare with the original order; ask the prescriber for a label level."
    )
    return stop("dose.not_a_label_level", template, levels.source, level=case.order.level)


def find_re_escalation(case: Case) -> Finding | None:
    """``dose.re_escalation``: above the lowest level given in this course."""
    lowest = case.course.lowest
    if lowest is None or case.order.level <= lowest:
        return None
    template = (
        "{level} is above {lowest}, the lowest level given in this course: a reduced dose is never raised again. Ask "
        "the prescriber, or correct a prior dose that was typed wrong."
    )
    if lowest == case.monograph.levels.value[0]:
        template = (
            "{level} is above {lowest}, the level of the doses given: within a course a level stays or is reduced, and "
            "is never raised. Compare with the original order; ask the prescriber."
        )
    source = case.monograph.re_escalation
    return stop("dose.re_escalation", template, source, level=case.order.level, lowest=lowest)


def find_reduced(case: Case) -> Finding | None:
    """``dose.reduced``: a level below the last dose's, or a first dose below the highest level."""
    steps = _steps_down(case)
    if steps < 1:
        return None
    levels = case.monograph.levels
    before = case.course.last_level
    template = "Reduced to {level} from {before}: a reduction is permanent. Confirm that the prescriber means it."
    if before is None:
        template = "The first dose is ordered at {level}, below {before}. Confirm that the prescriber means it."
    return confirm("dose.reduced", template, levels.source, level=case.order.level, before=before or levels.value[0])


def find_level_skipped(case: Case) -> Finding | None:
    """``dose.level_skipped``: two levels below the last dose's."""
    steps = _steps_down(case)
    before = case.course.last_level
    if before is None or steps <= 1:
        return None
    template = "{level} is {steps} levels below {before}, the last dose's. Confirm that the prescriber means it."
    source = case.monograph.levels.source
    return confirm("dose.level_skipped", template, source, level=case.order.level, before=before, steps=steps)


def _steps_down(case: Case) -> int:
    """How many label levels the order lies below the last dose (below the highest level before a first dose).

    0 when that cannot be said: nothing to compare with, or no label level on either side.
    """
    levels = case.monograph.levels.value
    before = case.course.last_level or levels[0]
    if not case.is_comparable or case.order.level not in levels or before not in levels:
        return 0
    return levels.index(case.order.level) - levels.index(before)


DOSE_RULES = (
    find_above_maximum,
    find_not_a_label_level,
    find_re_escalation,
    find_reduced,
    find_level_skipped,
)
