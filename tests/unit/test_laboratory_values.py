"""What laboratory values mean: every band of the label at both of its ends, alone."""

from decimal import Decimal
from typing import Any

import pytest

from prep_assistant.calculation import Indication
from tests.unit.typed_orders import a_first_order, all_labs, an_order, concerns, days_ago, found, message

MBC, EBC = Indication.MBC, Indication.EBC
HOLD, HOLD_REDUCE, DISCONTINUE = "hold", "hold_reduce", "discontinue"


def toxicities(indication: Indication, **values: Any) -> dict[str, str]:
    """Return what a later dose's values give; numbers are written as text."""
    exact = {name: Decimal(value) if isinstance(value, str) else value for name, value in values.items()}
    order = an_order(indication=indication, labs=all_labs(**exact))
    return {code: severity for code, severity in found(order).items() if code.startswith("toxicity.")}


@pytest.mark.parametrize(
    ("indication", "platelets", "action"),
    [
        (MBC, 0, HOLD_REDUCE),
        (MBC, 24_999, HOLD_REDUCE),
        (MBC, 25_000, HOLD),
        (MBC, 49_999, HOLD),
        (MBC, 50_000, None),
        (EBC, 24_999, HOLD_REDUCE),
        (EBC, 25_000, HOLD),
        (EBC, 74_999, HOLD),
        (EBC, 75_000, None),
    ],
)
def test_platelets(indication: Indication, platelets: int, action: str | None) -> None:
    expected = {f"toxicity.platelets.{action}": "stop"} if action else {}
    assert toxicities(indication, platelets_per_mm3=platelets) == expected


@pytest.mark.parametrize(
    ("indication", "enzyme", "value", "action"),
    [
        *[(MBC, enzyme, "5", None) for enzyme in ("alt", "ast")],
        *[(MBC, enzyme, "5.0001", HOLD_REDUCE) for enzyme in ("alt", "ast")],
        *[(MBC, enzyme, "20", HOLD_REDUCE) for enzyme in ("alt", "ast")],
        *[(MBC, enzyme, "20.0001", DISCONTINUE) for enzyme in ("alt", "ast")],
        (EBC, "alt", "3", None),
        (EBC, "alt", "3.0001", HOLD_REDUCE),
        (EBC, "alt", "5", HOLD_REDUCE),
        (EBC, "alt", "20", HOLD_REDUCE),
        (EBC, "alt", "20.0001", DISCONTINUE),
        (EBC, "ast", "3", None),
        (EBC, "ast", "3.0001", HOLD),
        (EBC, "ast", "5", HOLD),
        (EBC, "ast", "5.0001", HOLD_REDUCE),
        (EBC, "ast", "20", HOLD_REDUCE),
        (EBC, "ast", "20.0001", DISCONTINUE),
        (EBC, "ast", "0", None),
    ],
)
def test_liver_enzymes_are_one_rule_in_metastatic_and_two_in_early_disease(
    indication: Indication, enzyme: str, value: str, action: str | None
) -> None:
    expected = {f"toxicity.{enzyme}.{action}": "stop"} if action else {}
    assert toxicities(indication, **{f"{enzyme}_x_uln": value}) == expected


@pytest.mark.parametrize(
    ("indication", "value", "action"),
    [
        (MBC, "1.5", None),
        (MBC, "1.5001", HOLD),
        (MBC, "3", HOLD),
        (MBC, "3.0001", HOLD_REDUCE),
        (MBC, "10", HOLD_REDUCE),
        (MBC, "10.0001", DISCONTINUE),
        (EBC, "1", None),
        (EBC, "1.0001", HOLD_REDUCE),
        (EBC, "2", HOLD_REDUCE),
        (EBC, "2.0001", DISCONTINUE),
    ],
)
def test_bilirubin(indication: Indication, value: str, action: str | None) -> None:
    expected = {f"toxicity.bilirubin.{action}": "stop"} if action else {}
    assert toxicities(indication, bilirubin_x_uln=value) == expected


@pytest.mark.parametrize("enzyme", ["alt_x_uln", "ast_x_uln"])
@pytest.mark.parametrize(
    ("transaminase", "bilirubin", "is_injury"),
    [("3.0001", "2.0001", True), ("3", "2.0001", False), ("3.0001", "2", False), ("3", "2", False)],
)
def test_transaminases_and_bilirubin_raised_together_are_a_liver_injury(
    enzyme: str,
    transaminase: str,
    bilirubin: str,
    is_injury: bool,  # noqa: FBT001 - a table of truths
) -> None:
    codes = toxicities(MBC, **{enzyme: transaminase, "bilirubin_x_uln": bilirubin})
    assert (codes.get("toxicity.liver_injury.discontinue") == "stop") is is_injury


@pytest.mark.parametrize("missing", ["bilirubin_x_uln", "alt_x_uln"])
def test_half_of_a_liver_injury_is_none(missing: str) -> None:
    raised = {"alt_x_uln": "4", "ast_x_uln": None, "bilirubin_x_uln": "2.5"} | {missing: None}
    assert "toxicity.liver_injury.discontinue" not in toxicities(MBC, **raised)


@pytest.mark.parametrize(
    ("indication", "lvef", "baseline", "expected"),
    [
        (MBC, "39.9999", None, {"hold": "stop"}),
        (MBC, "39.9999", "40", {"hold": "stop"}),
        (MBC, "40", "50", {"hold": "stop"}),
        (MBC, "40", "49.9999", {"repeat": "note"}),
        (MBC, "45", "55", {"hold": "stop"}),
        (MBC, "45", "54.9999", {"repeat": "note"}),
        (MBC, "45", "40", {"repeat": "note"}),
        (MBC, "45", None, {"baseline_missing": "confirm"}),
        (MBC, "45.0001", None, {}),
        (MBC, "45.0001", "80", {}),
        (EBC, "44.9999", None, {"hold": "confirm"}),
        (EBC, "45", "55", {"hold": "confirm"}),
        (EBC, "45", "54.9999", {"repeat": "note"}),
        (EBC, "49.9999", "59.9999", {"hold": "confirm"}),
        (EBC, "49.9999", None, {"baseline_missing": "confirm"}),
        (EBC, "50", None, {}),
        (EBC, "50", "80", {}),
    ],
)
def test_the_left_ventricle_by_band_and_by_fall_from_the_baseline(
    indication: Indication, lvef: str, baseline: str | None, expected: dict[str, str]
) -> None:
    codes = toxicities(indication, lvef_percent=lvef, baseline_lvef_percent=baseline)
    assert codes == {f"toxicity.lvef.{action}": severity for action, severity in expected.items()}


@pytest.mark.parametrize("indication", list(Indication))
@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("neuropathy_grade", 2, None),
        ("neuropathy_grade", 3, "toxicity.neuropathy.hold"),
        ("neuropathy_grade", 4, "toxicity.neuropathy.hold"),
        ("symptomatic_heart_failure", True, "toxicity.heart_failure.discontinue"),
        ("ild_or_pneumonitis", True, "toxicity.ild_or_pneumonitis.discontinue"),
        ("nodular_regenerative_hyperplasia", True, "toxicity.nodular_regenerative_hyperplasia.discontinue"),
    ],
)
def test_neuropathy_from_grade_3_and_each_diagnosis_alone(
    indication: Indication, name: str, value: object, code: str | None
) -> None:
    assert toxicities(indication, **{name: value}) == ({code: "stop"} if code else {})


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("alt_x_uln", "2.5", "2.5001"),
        ("ast_x_uln", "2.5", "2.5001"),
        ("bilirubin_x_uln", "1.5", "1.5001"),
        ("platelets_per_mm3", 100_000, 99_999),
        ("lvef_percent", "50", "49.9999"),
    ],
)
def test_a_first_dose_was_not_studied_beyond_each_limit(name: str, inside: object, outside: object) -> None:
    for value, is_asked in ((inside, False), (outside, True), (None, False)):
        labs = all_labs(**{name: Decimal(value) if isinstance(value, str) else value})
        later, first = an_order(indication=MBC, labs=labs), a_first_order(indication=MBC, labs=labs)
        assert ("toxicity.start.not_studied" in concerns(first)) is is_asked
        assert "toxicity.start.not_studied" not in concerns(later)
        assert "toxicity.start.not_studied" not in concerns(an_order(prior_doses=None, labs=labs))


@pytest.mark.parametrize(
    ("collected", "measured", "expected"),
    [
        (0, 0, {}),
        (3, 100, {}),
        (4, 0, {"labs.stale": "confirm"}),
        (0, 101, {"labs.lvef_stale": "confirm"}),
        (-1, 0, {"labs.date_invalid": "stop"}),
        (0, -1, {"labs.date_invalid": "stop"}),
        (4, 101, {"labs.stale": "confirm", "labs.lvef_stale": "confirm"}),
    ],
)
def test_values_hold_for_3_days_and_an_lvef_for_100(collected: int, measured: int, expected: dict[str, str]) -> None:
    labs = all_labs(collected_on=days_ago(collected), lvef_measured_on=days_ago(measured))
    assert concerns(an_order(labs=labs)) == expected


def test_without_an_lvef_its_date_is_not_asked_for() -> None:
    assert concerns(an_order(labs=all_labs(lvef_percent=None, lvef_measured_on=None))) == {}


def test_the_date_that_cannot_be_is_told() -> None:
    labs = all_labs(collected_on=days_ago(-1), lvef_measured_on=days_ago(-2))
    assert "24-Nov-2026" in message(an_order(labs=labs), "labs.date_invalid")
