"""Which values were looked at, and did anybody release the treatment?

What the values mean comes with the laboratory rules; here only their absence speaks.
"""

from prep_assistant.calculation.case import Case
from prep_assistant.calculation.order import Labs
from prep_assistant.calculation.plan import Finding
from prep_assistant.calculation.rules.finding import confirm, note

_VALUES = {
    "platelets_per_mm3": "platelets",
    "alt_x_uln": "ALT",
    "ast_x_uln": "AST",
    "bilirubin_x_uln": "bilirubin",
    "lvef_percent": "LVEF",
    "symptomatic_heart_failure": "heart failure",
    "neuropathy_grade": "neuropathy",
    "ild_or_pneumonitis": "ILD or pneumonitis",
    "nodular_regenerative_hyperplasia": "nodular regenerative hyperplasia",
}
_BEFORE_EACH_DOSE = ("platelets_per_mm3", "alt_x_uln", "ast_x_uln", "bilirubin_x_uln")


def find_not_checked(case: Case) -> Finding | None:
    """``labs.not_checked``: a check that could not run says so."""
    missing = [words for name, words in _VALUES.items() if _is_missing(case.order.labs, name)]
    if not missing:
        return None
    template = "Not entered, so not checked: {missing}."
    return note("labs.not_checked", template, case.monograph.laboratory, missing=", ".join(missing))


def find_not_released(case: Case) -> Finding | None:
    """``labs.not_released``: neither the values wanted before each dose nor anybody's word for them."""
    missing = [_VALUES[name] for name in _BEFORE_EACH_DOSE if _is_missing(case.order.labs, name)]
    if not missing or case.order.treatment_released_by is not None:
        return None
    template = "Nobody released the treatment, and {missing} are not entered. Enter them, or say who released it."
    return confirm("labs.not_released", template, case.monograph.laboratory, missing=", ".join(missing))


def _is_missing(labs: Labs | None, name: str) -> bool:
    return labs is None or getattr(labs, name) is None


LABORATORY_RULES = (find_not_checked, find_not_released)
