"""Where in the course does this dose stand, and is it time for it?"""

from datetime import date, timedelta

from prep_assistant.calculation.case import Case
from prep_assistant.calculation.plan import Finding, Shown
from prep_assistant.calculation.rules.finding import confirm, note, stop
from prep_assistant.language import phrase


def find_beyond_course(case: Case) -> Finding | None:
    """``cycle.beyond_course``: the indication's last cycle has been given."""
    limit = case.monograph.course_limits.get(case.order.indication)
    if limit is None or (case.order.cycle <= limit.value and (case.given or 0) < limit.value):
        return None
    template = (
        "A course for {indication} has {limit} doses; this order goes beyond (cycle {cycle}, {given} doses given). "
        "Return the order to the prescriber, or correct cycle and history."
    )
    given = phrase("an unknown number of") if case.given is None else str(case.given)
    values: dict[str, Shown] = {
        "indication": case.order.indication.value,
        "limit": limit.value,
        "cycle": case.order.cycle,
        "given": given,
    }
    return stop("cycle.beyond_course", template, limit.source, **values)


def find_history_mismatch(case: Case) -> Finding | None:
    """``cycle.history_mismatch``: the cycle is not the next after the doses given."""
    if case.given is None or case.order.cycle == case.given + 1:
        return None
    template = (
        "Cycle {cycle} is ordered, but {given} doses are recorded as given. Complete the history or correct the cycle."
    )
    source = case.policy.cycle_count
    return confirm("cycle.history_mismatch", template, source, cycle=case.order.cycle, given=case.given)


def find_last_cycle(case: Case) -> Finding | None:
    """``course.last_cycle``: nothing is planned after this dose."""
    limit = case.monograph.course_limits.get(case.order.indication)
    if limit is None or not _is_last_cycle(case):
        return None
    return note("course.last_cycle", "Cycle {cycle} is the last of the course.", limit.source, cycle=case.order.cycle)


def _is_last_cycle(case: Case) -> bool:
    limit = case.monograph.course_limits.get(case.order.indication)
    return limit is not None and case.order.cycle == limit.value


def find_under_age(case: Case) -> Finding | None:
    """``patient.under_18``: safety is not established."""
    adult, today = case.policy.adult_years, case.order.today
    if _years_between(case.order.patient.birth_date, today) >= adult.value:
        return None
    template = (
        "The patient is under {years} years old: safety and effect are not established. Confirm with the prescriber."
    )
    return confirm("patient.under_18", template, adult.source, years=adult.value)


def _years_between(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def find_too_short(case: Case) -> Finding | None:
    """``interval.too_short``: less than the label's interval since the last dose."""
    interval, least = case.monograph.interval_days, case.policy.interval_stop_days
    last = case.course.last
    if last is None or case.course.days_since_last >= interval.value:
        return None
    far = case.course.days_since_last < least.value
    template = "Days since the last dose ({last}): {days}; the label's interval is {interval} days, until {due}. " + (
        "Below {least} days nobody may go on: wait, or correct the dates."
        if far
        else "Confirm that the prescriber agreed."
    )
    values: dict[str, Shown] = {
        "days": case.course.days_since_last,
        "last": last.given_on,
        "interval": interval.value,
        "due": last.given_on + timedelta(days=interval.value),
        "least": least.value,
    }
    source = (least if far else interval).source
    return (stop if far else confirm)("interval.too_short", template, source, **values)


def find_delayed(case: Case) -> Finding | None:
    """``interval.delayed``: later than the label's interval."""
    interval = case.monograph.interval_days
    if case.course.days_since_last <= interval.value:
        return None
    template = "{days} days since the last dose: give it now, the next {interval} days after, without a loading dose."
    if _is_last_cycle(case):
        template = "{days} days since the last dose: give it now, without a loading dose."
    days = case.course.days_since_last
    return note("interval.delayed", template, case.monograph.delayed_dose, days=days, interval=interval.value)


def find_long_gap(case: Case) -> Finding | None:
    """``interval.long_gap``: so long that somebody should know why."""
    gap = case.policy.long_gap_days
    if case.course.days_since_last <= gap.value:
        return None
    template = "{days} days since the last dose, more than {gap}. Confirm why, and that no dose was given elsewhere."
    return confirm("interval.long_gap", template, gap.source, days=case.course.days_since_last, gap=gap.value)


COURSE_RULES = (
    find_beyond_course,
    find_history_mismatch,
    find_last_cycle,
    find_under_age,
    find_too_short,
    find_delayed,
    find_long_gap,
)
