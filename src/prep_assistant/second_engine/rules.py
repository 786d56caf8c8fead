"""The findings as one table: code, severity, what the check needs of the history, and when it holds.

The laboratory values have a table of their own, in the figures file.

Source: contract, "Findings". Where a code has two severities the graver row stands first and wins.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from prep_assistant.second_engine.case import COMPARABLE, LISTED, UNKNOWN, Case
from prep_assistant.second_engine.conditions import CONFIRM, NOTE, SEVERITIES, STOP
from prep_assistant.second_engine.instants import SECONDS_A_MINUTE
from prep_assistant.second_engine.laboratory import find_laboratory
from prep_assistant.second_engine.preparation import calculate_opened
from prep_assistant.second_engine.scaled import UNIT, calculate_excess


class Row(NamedTuple):
    """One check."""

    code: str
    severity: str
    needs: int
    holds: Callable[[Case], bool]


def _is_below_without_level(case: Case) -> bool:
    ordered, figures = case.reading.mg_per_kg, case.figures
    return ordered < figures.highest_mg_per_kg and ordered not in figures.levels_mg_per_kg


def _fits_other_product(case: Case) -> bool:
    reading, figures = case.reading, case.figures
    if reading.mg_per_kg not in figures.levels_mg_per_kg and case.fits_lookalike(reading.mg_per_kg, 1):
        return True
    written = reading.written_mg
    if written is None or not _is_written_beyond(case, figures.lookalike_gate_percent):
        return False
    return written == figures.lookalike_fixed_mg or case.fits_lookalike(written * UNIT, reading.weight)


def _is_written_beyond(case: Case, percent: int) -> bool:
    return calculate_excess(case.written_apart, case.dose.calculated, percent) > 0


def _is_rounded_beyond(case: Case, percent: int) -> bool:
    return calculate_excess(case.dose.calculated - case.dose.prepared, case.dose.calculated, percent) > 0


def _is_written_close(case: Case) -> bool:
    written = case.reading.written_mg
    if written is None or written * UNIT == case.dose.prepared:
        return False
    return not _is_written_beyond(case, case.figures.disagrees_confirm_percent)


def _is_weight_alone(case: Case) -> bool:
    return not case.weights and case.reading.height_cm is None and case.reading.written_mg is None


def _ends_after_use_by(case: Case) -> bool:
    if case.infusion is None:
        return False
    end = case.reading.begin_at.on_utc() + case.infusion.minutes * SECONDS_A_MINUTE
    return end > case.reading.prepare_at.after_hours(case.figures.bag_use_by_hours).on_utc()


def _is_ordered_faster(case: Case) -> bool:
    ordered = case.reading.ordered_minutes
    return ordered is not None and case.infusion is not None and ordered < case.infusion.rule_minutes


def _is_ordered_slower(case: Case) -> bool:
    return case.infusion is not None and case.infusion.minutes > case.infusion.rule_minutes


def _made_the_minutes(code: str) -> Callable[[Case], bool]:
    return lambda case: case.infusion is not None and case.infusion.code == code


def _has_unused_nothing(case: Case) -> bool:
    return case.vials is not None and calculate_opened(case.vials, case.figures) == case.dose.prepared


def _is_release_missing(case: Case) -> bool:
    return not case.reading.released and not case.has_labs(case.figures.release_lab_values)


TABLE = (
    Row("identity.other_product", STOP, UNKNOWN, lambda c: c.full_name is None),
    Row("identity.incomplete_name", STOP, UNKNOWN, lambda c: c.full_name is False),
    Row("bag.wrong_fluid", STOP, UNKNOWN, lambda c: c.is_fluid_wrong),
    Row("history.unknown", STOP, UNKNOWN, lambda c: c.reading.prior is None),
    Row("history.invalid_date", STOP, LISTED, lambda c: c.dates_wrong),
    Row("history.other_product", STOP, LISTED, lambda c: c.drug_wrong),
    Row("history.not_a_label_level", CONFIRM, LISTED, lambda c: c.has_unlisted_level),
    Row("reaction.life_threatening", STOP, LISTED, lambda c: any(p.reaction == "life_threatening" for p in c.prior)),
    Row("dose.above_maximum", STOP, UNKNOWN, lambda c: c.reading.mg_per_kg > c.figures.highest_mg_per_kg),
    Row("dose.not_a_label_level", STOP, UNKNOWN, _is_below_without_level),
    Row("dose.fits_other_product", STOP, UNKNOWN, _fits_other_product),
    Row("dose.mg_disagrees", STOP, UNKNOWN, lambda c: _is_written_beyond(c, c.figures.disagrees_stop_percent)),
    Row("dose.mg_disagrees", CONFIRM, UNKNOWN, lambda c: _is_written_beyond(c, c.figures.disagrees_confirm_percent)),
    Row("dose.rounded_down", STOP, UNKNOWN, lambda c: _is_rounded_beyond(c, c.figures.rounded_stop_percent)),
    Row("dose.rounded_down", CONFIRM, UNKNOWN, lambda c: _is_rounded_beyond(c, c.figures.rounded_confirm_percent)),
    Row("dose.mg_differs", NOTE, UNKNOWN, _is_written_close),
    Row("dose.re_escalation", STOP, COMPARABLE, lambda c: c.is_above_lowest),
    Row("dose.reduced", CONFIRM, COMPARABLE, lambda c: c.levels_down > 0),
    Row("dose.level_skipped", CONFIRM, COMPARABLE, lambda c: c.levels_down > 1 and bool(c.prior)),
    Row(
        "cycle.beyond_course",
        STOP,
        UNKNOWN,
        lambda c: c.reading.limited_course and c.reading.cycle > c.figures.course_cycles,
    ),
    Row("cycle.beyond_course", STOP, LISTED, lambda c: c.reading.limited_course and c.given >= c.figures.course_cycles),
    Row("cycle.history_mismatch", CONFIRM, LISTED, lambda c: c.reading.cycle != c.given + 1),
    Row(
        "course.last_cycle",
        NOTE,
        UNKNOWN,
        lambda c: c.reading.limited_course and c.reading.cycle == c.figures.course_cycles,
    ),
    Row("patient.under_18", CONFIRM, UNKNOWN, lambda c: c.reading.underage),
    Row("weight.out_of_range", STOP, UNKNOWN, lambda c: c.reading.weight < c.figures.weight_stop_below_kg),
    Row("weight.out_of_range", STOP, UNKNOWN, lambda c: c.reading.weight > c.figures.weight_stop_above_kg),
    Row("weight.out_of_range", CONFIRM, UNKNOWN, lambda c: c.reading.weight < c.figures.weight_confirm_below_kg),
    Row("weight.out_of_range", CONFIRM, UNKNOWN, lambda c: c.reading.weight > c.figures.weight_confirm_above_kg),
    Row("weight.implausible_change", STOP, COMPARABLE, lambda c: c.is_weight_implausible),
    Row("weight.changed", CONFIRM, COMPARABLE, lambda c: c.is_weight_changed),
    Row("weight.bmi_implausible", CONFIRM, UNKNOWN, lambda c: c.is_bmi_implausible),
    Row("weight.not_cross_checked", CONFIRM, UNKNOWN, _is_weight_alone),
    Row("weight.date_invalid", STOP, UNKNOWN, lambda c: c.weight_days < 0),
    Row("weight.stale", CONFIRM, UNKNOWN, lambda c: c.weight_days > c.figures.weight_stale_days),
    Row("interval.too_short", STOP, COMPARABLE, lambda c: c.is_sooner_than(c.figures.interval_stop_below_days)),
    Row("interval.too_short", CONFIRM, COMPARABLE, lambda c: c.is_sooner_than(c.figures.interval_confirm_below_days)),
    Row("interval.delayed", NOTE, COMPARABLE, lambda c: c.is_later_than(c.figures.interval_delayed_above_days)),
    Row("interval.long_gap", CONFIRM, COMPARABLE, lambda c: c.is_later_than(c.figures.interval_long_above_days)),
    *(
        Row(code, NOTE, COMPARABLE, _made_the_minutes(code))
        for code in ("infusion.first", "infusion.not_tolerated", "infusion.rate_of_last", "infusion.subsequent")
    ),
    Row("infusion.as_ordered", NOTE, COMPARABLE, _is_ordered_slower),
    Row("infusion.too_fast", STOP, COMPARABLE, _is_ordered_faster),
    Row("use_by.too_short", STOP, COMPARABLE, _ends_after_use_by),
    Row("vials.out_of_stock", STOP, UNKNOWN, lambda c: c.vials is None),
    Row("vials.none_spare", NOTE, UNKNOWN, _has_unused_nothing),
    Row("labs.not_checked", NOTE, UNKNOWN, lambda c: not c.has_labs(c.figures.lab_values)),
    Row("labs.not_released", CONFIRM, UNKNOWN, _is_release_missing),
)


def find_severities(case: Case, table: Sequence[Row] = TABLE) -> list[tuple[str, str]]:
    """Return each finding's code and severity once, by severity and then by code."""
    found = find_laboratory(case)
    for code, severity, needs, holds in table:
        if needs <= case.history and code not in found and holds(case):
            found[code] = severity
    return [(code, severity) for severity in SEVERITIES for code in sorted(found) if found[code] == severity]
