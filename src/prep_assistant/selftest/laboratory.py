"""The laboratory values of the site validation: across, on and beside every bound of either indication."""

from collections.abc import Iterator
from typing import Any

from prep_assistant.selftest.orders import make_order, prior_dose

_INDICATIONS = ("MBC", "EBC")
_HEALTHY: dict[str, object] = {
    "collected_on": "2026-11-22", "platelets_per_mm3": 150_000, "alt_x_uln": "0.5", "ast_x_uln": "0.5",
    "bilirubin_x_uln": "0.5", "lvef_percent": "60", "lvef_measured_on": "2026-11-01", "baseline_lvef_percent": "62",
    "symptomatic_heart_failure": False, "neuropathy_grade": 0, "ild_or_pneumonitis": False,
    "nodular_regenerative_hyperplasia": False,
}  # fmt: skip
_MULTIPLES = (
    "0", "0.9999", "1", "1.0001", "1.4999", "1.5", "1.5001", "1.9999", "2", "2.0001", "2.4999", "2.5", "2.5001",
    "2.9999", "3", "3.0001", "4.9999", "5", "5.0001", "9.9999", "10", "10.0001", "19.9999", "20", "20.0001", "99",
)  # fmt: skip
_PLATELETS = (0, 24_999, 25_000, 49_999, 50_000, 74_999, 75_000, 99_999, 100_000, 450_000)
_LVEF = ("30", "39.9", "40", "40.1", "44.9", "45", "45.1", "49.9", "50", "50.1", "65")
_BASELINES = (None, "49.9", "50", "54.9", "55", "55.1", "60")
_YES = ("symptomatic_heart_failure", "ild_or_pneumonitis", "nodular_regenerative_hyperplasia")


def laboratory_cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each value alone, of either indication, for a later and for a first dose; the words say which."""
    for indication in _INDICATIONS:
        for words, values in _departures():
            labs = {name: value for name, value in (_HEALTHY | values).items() if value is not None}
            yield f"{indication} {words}", make_order("3.6", "70", indication, [prior_dose("3.6", "70")], labs=labs)
            if "LVEF" not in words:
                yield f"{indication} first, {words}", make_order("3.6", "70", indication, [], labs=labs)


def _departures() -> Iterator[tuple[str, dict[str, object]]]:
    yield "all healthy", {}
    for count in _PLATELETS:
        yield f"platelets {count}", {"platelets_per_mm3": count}
    for multiple in _MULTIPLES:
        yield f"ALT {multiple} × ULN", {"alt_x_uln": multiple}
        yield f"AST {multiple} × ULN", {"ast_x_uln": multiple}
        yield f"bilirubin {multiple} × ULN", {"bilirubin_x_uln": multiple}
        yield f"bilirubin {multiple}, ALT 3.1 × ULN", {"alt_x_uln": "3.1", "bilirubin_x_uln": multiple}
    for percent in _LVEF:
        for baseline in _BASELINES:
            words = f"LVEF {percent} % from {baseline or 'no baseline'}"
            yield words, {"lvef_percent": percent, "baseline_lvef_percent": baseline}
    for day in ("2026-11-18", "2026-11-19", "2026-11-23"):
        yield f"collected {day}", {"collected_on": day}
    for day in ("2026-08-13", "2026-08-14", "2026-11-23"):
        yield f"heart measured {day}", {"lvef_measured_on": day}
    for grade in range(5):
        yield f"neuropathy grade {grade}", {"neuropathy_grade": grade}
    for name in _YES:
        yield name.replace("_", " "), {name: True}
    # A set has no order of its own, and a report has to come out alike every time.
    for name in sorted(_HEALTHY.keys() - {"collected_on", "lvef_measured_on"}):
        yield f"no {name.replace('_', ' ')}", {name: None}
