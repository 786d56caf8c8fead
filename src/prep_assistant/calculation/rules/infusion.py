"""How fast may it run, and does the bag last as long?"""

from datetime import timedelta

from prep_assistant.calculation.case import Case
from prep_assistant.calculation.plan import Finding
from prep_assistant.calculation.rules.finding import note, stop
from prep_assistant.calculation.use_by import bag_use_by


def find_time(case: Case) -> Finding | None:
    """``infusion.first``, ``.not_tolerated``, ``.rate_of_last`` or ``.subsequent``: the rule that made the minutes."""
    infusion = case.infusion
    if infusion is None:
        return None
    template = "{minutes} min: {words}."
    return note(infusion.code, template, infusion.source, minutes=infusion.rule_minutes, words=infusion.words)


def find_slower(case: Case) -> Finding | None:
    """``infusion.as_ordered``: the order wants it slower than the rule."""
    infusion = case.infusion
    if infusion is None or infusion.minutes == infusion.rule_minutes:
        return None
    template = "{minutes} min as ordered, slower than the {rule} min of the rule."
    values = {"minutes": infusion.minutes, "rule": infusion.rule_minutes}
    return note("infusion.as_ordered", template, infusion.source, **values)


def find_too_fast(case: Case) -> Finding | None:
    """``infusion.too_fast``: the order wants it faster than the rule."""
    infusion, ordered = case.infusion, case.order.infusion_minutes
    if infusion is None or ordered is None or ordered >= infusion.rule_minutes:
        return None
    template = "{ordered} min are ordered; {rule} min is the least ({words}). Ask the prescriber for the longer time."
    rule, words = infusion.rule_minutes, infusion.words
    return stop("infusion.too_fast", template, infusion.source, ordered=ordered, rule=rule, words=words)


def find_use_by_too_short(case: Case) -> Finding | None:
    """``use_by.too_short``: the bag's use-by comes before the end of the infusion."""
    infusion, use_by = case.infusion, bag_use_by(case)
    if infusion is None:
        return None
    ends = (case.order.infusion_begins_at + timedelta(minutes=infusion.minutes)).astimezone(use_by.value.tzinfo)
    if ends <= use_by.value:
        return None
    template = "The infusion would end {ends}, after the bag's use-by {use_by}. Prepare it later or give it earlier."
    return stop("use_by.too_short", template, use_by.source, ends=ends, use_by=use_by.value)


INFUSION_RULES = (find_time, find_slower, find_too_fast, find_use_by_too_short)
