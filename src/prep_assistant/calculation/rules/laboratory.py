"""Which values were looked at, how old are they, and did anybody release the treatment?"""

from datetime import date

from prep_assistant.calculation.case import Case
from prep_assistant.calculation.order import Labs
from prep_assistant.calculation.plan import Finding
from prep_assistant.calculation.rules.finding import confirm, note, stop
from prep_assistant.language import enumerate_phrases, phrase

_VALUES = {
    "platelets_per_mm3": phrase("platelets"),
    "alt_x_uln": phrase("ALT"),
    "ast_x_uln": phrase("AST"),
    "bilirubin_x_uln": phrase("bilirubin"),
    "lvef_percent": phrase("LVEF"),
    "symptomatic_heart_failure": phrase("heart failure"),
    "neuropathy_grade": phrase("neuropathy"),
    "ild_or_pneumonitis": phrase("ILD or pneumonitis"),
    "nodular_regenerative_hyperplasia": phrase("nodular regenerative hyperplasia"),
}
LABORATORY_VALUES = tuple(_VALUES)


def find_not_checked(case: Case) -> Finding | None:
    """``labs.not_checked``: a check that could not run says so."""
    missing = [words for name, words in _VALUES.items() if _is_missing(case.order.labs, name)]
    if not missing:
        return None
    template = "Not entered, so not checked: {missing}."
    values = {"missing": enumerate_phrases(missing)}
    required = _missing_required(case)
    if required and case.policy.required_values.source != case.monograph.laboratory:
        template += " Of these the site requires: {required}."
        values["required"] = enumerate_phrases(required)
    return note("labs.not_checked", template, case.monograph.laboratory, **values)


def find_not_released(case: Case) -> Finding | None:
    """``labs.not_released``: neither the values wanted before each dose nor anybody's word for them."""
    missing = _missing_required(case)
    if not missing or case.order.treatment_released_by is not None:
        return None
    template = "Nobody released the treatment, and {missing} are not entered. Enter them, or say who released it."
    return confirm(
        "labs.not_released", template, case.policy.required_values.source, missing=enumerate_phrases(missing)
    )


def find_invalid_date(case: Case) -> Finding | None:
    """``labs.date_invalid``: values or LVEF dated after the day of the dose."""
    labs, today = case.order.labs, case.order.today
    late = [day for day in _dates(labs) if day > today]
    if not late:
        return None
    template = "Laboratory values are dated {day}, after the day of this dose ({today}). Correct the date."
    return stop("labs.date_invalid", template, case.monograph.laboratory, day=max(late), today=today)


def _dates(labs: Labs | None) -> list[date]:
    if labs is None:
        return []
    return [labs.collected_on] if labs.lvef_measured_on is None else [labs.collected_on, labs.lvef_measured_on]


def find_stale(case: Case) -> Finding | None:
    """``labs.stale``: the values were collected too long ago."""
    labs, valid = case.order.labs, case.monograph.laboratory_rules.values_valid_days
    if labs is None:
        return None
    days = (case.order.today - labs.collected_on).days
    if days <= valid.value:
        return None
    template = "The laboratory values are {days} days old, more than {valid}. Take new ones, or confirm that they hold."
    return confirm("labs.stale", template, valid.source, days=days, valid=valid.value)


def find_stale_lvef(case: Case) -> Finding | None:
    """``labs.lvef_stale``: the LVEF was measured too long ago."""
    labs, valid = case.order.labs, case.monograph.laboratory_rules.lvef_valid_days
    if labs is None or labs.lvef_measured_on is None:
        return None
    days = (case.order.today - labs.lvef_measured_on).days
    if days <= valid.value:
        return None
    template = "The LVEF is {days} days old, more than {valid}. Have it measured, or confirm that it holds."
    return confirm("labs.lvef_stale", template, valid.source, days=days, valid=valid.value)


def _missing_required(case: Case) -> list[str]:
    return [_VALUES[name] for name in case.policy.required_values.value if _is_missing(case.order.labs, name)]


def _is_missing(labs: Labs | None, name: str) -> bool:
    return labs is None or getattr(labs, name) is None


LABORATORY_RULES = (find_not_checked, find_not_released, find_invalid_date, find_stale, find_stale_lvef)
