"""The mg the prescriber wrote against weight × level: 252 mg for the plain order of 70 kg at 3.6 mg/kg."""

from dataclasses import replace
from decimal import Decimal

import pytest

from prep_assistant.calculation import Sourced, plan
from tests.unit.typed_orders import (
    DRUG,
    MONOGRAPH,
    POLICY,
    a_dose,
    a_first_order,
    an_order,
    concerns,
    found,
    message,
)


def dose_findings(written: str, weight: str = "70") -> dict[str, str]:
    """Return what is said of a first dose's written mg."""
    return {
        code: severity for code, severity in found(a_first_order("3.6", weight, written)).items() if "dose." in code
    }


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("252", {}),
        ("252.0001", {"dose.mg_differs": "note"}),
        ("264.6", {"dose.mg_differs": "note"}),
        ("264.6001", {"dose.mg_disagrees": "confirm"}),
        ("277.2", {"dose.mg_disagrees": "confirm"}),
        ("251.9999", {"dose.mg_differs": "note"}),
        ("239.4", {"dose.mg_differs": "note"}),
        ("239.3999", {"dose.mg_disagrees": "confirm"}),
        ("226.8", {"dose.mg_disagrees": "confirm"}),
        ("329", {"dose.mg_disagrees": "stop"}),
        ("199", {"dose.mg_disagrees": "stop"}),
    ],
)
def test_written_mg_is_noted_then_asked_above_5_then_stopped_above_10_percent(
    written: str, expected: dict[str, str]
) -> None:
    assert dose_findings(written) == expected


def test_without_written_mg_nothing_is_said() -> None:
    assert {code for code in found(a_first_order()) if "dose." in code} == set()


def test_the_note_compares_with_the_dose_prepared_and_the_limits_with_the_dose_calculated() -> None:
    assert dose_findings("253.44", "70.4") == {"dose.mg_differs": "note"}
    assert dose_findings("252", "70.4") == {}


@pytest.mark.parametrize("weight", [70, 100])
@pytest.mark.parametrize("labelled", ["2", "4", "6", "8", "3.2", "4.4", "5.4", "6.4"])
def test_written_mg_that_is_a_look_alikes_dose_for_this_weight_stops(labelled: str, weight: int) -> None:
    written = str(weight * Decimal(labelled))
    assert dose_findings(written, str(weight)) == {"dose.fits_other_product": "stop", "dose.mg_disagrees": "stop"}
    product = "trastuzumab deruxtecan (Enhertu)" if "." in labelled else "trastuzumab"
    said = message(a_first_order("3.6", str(weight), written), "dose.fits_other_product")
    assert f"{product} ({labelled} mg/kg" in said
    assert DRUG in said


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("277.2", False),  # 3.96 mg/kg is near 4, but not more than 10 % off
        ("277.2001", True),
        ("226.8", False),  # 3.24 mg/kg is near 3.2
        ("226.7999", True),
        ("212.8", True),  # 3.04 mg/kg is 5 % below 3.2
        ("212.7999", False),
        ("323.4", True),  # 4.62 mg/kg is 5 % above 4.4
        ("323.4001", False),
        ("588", True),  # 8.4 mg/kg is 5 % above 8
        ("588.0001", False),
    ],
)
def test_written_mg_is_held_against_look_alikes_beyond_10_percent_and_within_5_of_theirs(
    written: str,
    fits: bool,  # noqa: FBT001 - a table of truths
) -> None:
    assert ("dose.fits_other_product" in dose_findings(written)) is fits


@pytest.mark.parametrize(("written", "is_fixed_dose"), [("600", True), ("599.9999", False), ("600.0001", False)])
def test_600_mg_is_the_fixed_dose_whatever_the_weight(written: str, is_fixed_dose: bool) -> None:  # noqa: FBT001 - a table of truths
    assert dose_findings(written, "40")["dose.mg_disagrees"] == "stop"
    assert ("dose.fits_other_product" in dose_findings(written, "40")) is is_fixed_dose


def test_600_mg_is_no_look_alikes_where_it_is_nearly_right() -> None:
    assert "dose.fits_other_product" not in dose_findings("600", "160")


def test_the_fixed_dose_is_named_as_such() -> None:
    said = message(a_first_order("3.6", "40", "600"), "dose.fits_other_product")
    assert "trastuzumab and hyaluronidase-oysk (Herceptin Hylecta) (600 mg subcutaneous)" in said

    assert "40" not in said
    assert "for " not in said


def test_a_dose_by_weight_and_a_fixed_dose_are_named_each_in_its_own_sentence() -> None:
    said = message(a_first_order("3.6", "75", "600"), "dose.fits_other_product")
    assert "is, for 75 kg, a labelled dose of trastuzumab (8 mg/kg every 3 weeks loading), not" in said
    assert "is a fixed labelled dose of trastuzumab and hyaluronidase-oysk" in said


@pytest.mark.parametrize(
    ("written", "is_slipped"),
    [
        ("2520", True),
        ("25.2", True),
        ("2772", True),  # 10 % above ten times the dose calculated
        ("2772.0001", False),
        ("2268", True),
        ("2267.9999", False),
        ("27.72", True),
        ("27.7201", False),
        ("22.68", True),
        ("22.6799", False),
    ],
)
def test_a_slipped_decimal_point_is_asked_about_and_sent_to_the_original_order(
    written: str,
    is_slipped: bool,  # noqa: FBT001 - a table of truths
) -> None:
    said = message(a_first_order(written=written), "dose.mg_disagrees")
    assert (
        "This looks like a slipped decimal point: compare the written mg typed here with the original order" in said
    ) is is_slipped
    assert ("today's weight" in said) is not is_slipped
    assert "ompare" in said


def test_what_is_only_asked_about_is_no_slipped_decimal_point() -> None:
    assert "decimal" not in message(a_first_order(written="265"), "dose.mg_disagrees")


def test_every_product_that_fits_is_named_by_level_and_by_written_mg() -> None:
    said = message(a_first_order("2", "70", "600"), "dose.fits_other_product")
    assert "trastuzumab (2 mg/kg weekly)" in said
    assert "trastuzumab and hyaluronidase-oysk (Herceptin Hylecta) (600 mg subcutaneous)" in said


@pytest.mark.parametrize(
    ("written", "then", "is_told"),
    [
        ("288", "80", True),
        ("286.0001", "80", True),
        ("289.9999", "80", True),
        ("286", "80", False),
        ("290", "80", False),
        ("288", None, False),
    ],
)
def test_written_mg_that_fits_the_last_weight_told_within_one_graduation(
    written: str,
    then: str | None,
    is_told: bool,  # noqa: FBT001 - a table of truths
) -> None:
    order = an_order("3.6", "70", written, prior_doses=(a_dose(weight=then),))
    said = message(order, "dose.mg_disagrees")
    assert ("80 kg" in said and "01-Nov-2026" in said) is is_told


def test_the_weight_of_the_last_dose_counts_and_not_an_older_one() -> None:
    doses = (a_dose(21, weight="75"), a_dose(42, weight="80"))
    said = message(an_order("3.6", "70", "288", cycle=3, prior_doses=doses), "dose.mg_disagrees")
    assert "kg" not in said


def test_a_difference_told_in_percent_of_weight_by_level() -> None:
    said = message(a_first_order(written="283.5"), "dose.mg_disagrees")
    assert "283.5 mg" in said
    assert "12.5 %" in said
    assert "−12.5 %" in message(a_first_order(written="220.5"), "dose.mg_disagrees")


@pytest.mark.parametrize(
    ("level", "severity"),
    [
        ("3.7892", None),  # 1.8946 mL down to 1.8: 4.993 %
        ("3.7896", "confirm"),  # 1.8948 mL down to 1.8: 5.003 %
        ("1.7776", "confirm"),  # 0.8888 mL down to 0.8: 9.991 %
        ("1.7778", "stop"),  # 0.8889 mL down to 0.8: 10.001 %
        ("0.1998", "stop"),  # 0.0999 mL: nothing is left
    ],
)
def test_rounding_down_that_takes_more_than_5_percent_is_asked_and_more_than_10_stopped(
    level: str, severity: str | None
) -> None:
    assert concerns(an_order(level, "10")).get("dose.rounded_down") == severity


@pytest.mark.parametrize(("level", "severity"), [("0.2500", None), ("0.2501", "stop")])
def test_rounding_down_by_just_the_limit_is_allowed(level: str, severity: str | None) -> None:
    # 0.125 mL down to 0.1 takes just 20 %; at 5 or 10 % no weight of the contract comes to just the limit.
    limit = Sourced(Decimal(20), POLICY.rounding_stop_percent.source)
    policy = replace(POLICY, rounding_confirm_percent=limit, rounding_stop_percent=limit)
    severities = {it.code: it.severity.value for it in plan(an_order(level, "10"), MONOGRAPH, policy).findings}
    assert severities.get("dose.rounded_down") == severity


@pytest.mark.parametrize("weight", ["20", "20.0833", "300"])
@pytest.mark.parametrize("level", ["3.6", "3", "2.4"])
def test_rounding_down_takes_little_from_20_kg_up(level: str, weight: str) -> None:
    assert "dose.rounded_down" not in found(an_order(level, weight))
