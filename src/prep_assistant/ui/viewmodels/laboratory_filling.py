"""Laboratory values of an opened order, back to what somebody would have typed."""

from decimal import Decimal

from prep_assistant.calculation import Labs
from prep_assistant.calculation.reported import find_plain_unit
from prep_assistant.quantities import EXACT, plain
from prep_assistant.ui.viewmodels.entries import YES_OR_NO
from prep_assistant.ui.viewmodels.laboratory_reading import UNIT_WORDS

_YES_OR_NO_WORDS = {value: words for words, value in YES_OR_NO.items()}


def fill_labs(labs: Labs) -> dict[str, str]:
    """The texts of the entries; a multiple of the upper limit stands over a limit of 1."""
    texts = {
        "collected_on": labs.collected_on.isoformat(),
        "lvef": _number(labs.lvef_percent),
        "lvef_measured_on": labs.lvef_measured_on.isoformat() if labs.lvef_measured_on else "",
        "baseline_lvef": _number(labs.baseline_lvef_percent),
        "heart_failure": _yes_or_no(labs.symptomatic_heart_failure),
        "neuropathy": "" if labs.neuropathy_grade is None else str(labs.neuropathy_grade),
        "ild": _yes_or_no(labs.ild_or_pneumonitis),
        "nrh": _yes_or_no(labs.nodular_regenerative_hyperplasia),
    }
    for name, multiple in (("alt", labs.alt_x_uln), ("ast", labs.ast_x_uln), ("bilirubin", labs.bilirubin_x_uln)):
        texts |= {name: _number(multiple), f"{name}_limit": "" if multiple is None else "1"}
    return texts | _platelets(labs.platelets_per_mm3)


def _platelets(per_mm3: int | None) -> dict[str, str]:
    if per_mm3 is None:
        return {}
    unit = find_plain_unit(per_mm3)
    count = EXACT.divide(Decimal(per_mm3), Decimal(unit.value))
    return {"platelets": plain(count), "platelets_unit": UNIT_WORDS[unit]}


def _number(value: Decimal | None) -> str:
    return "" if value is None else plain(value)


def _yes_or_no(value: bool | None) -> str:  # noqa: FBT001  # an entry's own value
    return "" if value is None else _YES_OR_NO_WORDS[value]
