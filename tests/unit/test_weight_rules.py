"""Whether the weight is this patient's, in kilograms, and of this week."""

import pytest

from prep_assistant.calculation import PriorDose
from tests.unit.typed_orders import (
    a_dose,
    a_first_order,
    a_patient,
    an_order,
    concerns,
    days_ago,
    found,
    get_finding,
    message,
)


@pytest.mark.parametrize(
    ("weight", "severity"),
    [
        ("19.9999", "stop"),
        ("20", "confirm"),
        ("39.9999", "confirm"),
        ("40", None),
        ("150", None),
        ("150.0001", "confirm"),
        ("300", "confirm"),
        ("300.0001", "stop"),
        ("0.0001", "stop"),
        ("99999.9999", "stop"),
    ],
)
def test_a_weight_is_asked_about_outside_40_to_150_and_stopped_outside_20_to_300(
    weight: str, severity: str | None
) -> None:
    assert concerns(an_order(weight=weight)).get("weight.out_of_range") == severity


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        ("70", "70", {}),
        ("76.9999", "70", {}),
        ("77", "70", {"weight.changed": "confirm"}),
        ("63.0001", "70", {}),
        ("63", "70", {"weight.changed": "confirm"}),
        ("104.9999", "70", {"weight.changed": "confirm"}),
        ("105", "70", {"weight.implausible_change": "stop"}),
        ("60", "90", {"weight.implausible_change": "stop"}),
        ("60.0001", "90", {"weight.changed": "confirm"}),
        ("60", "89.9999", {"weight.changed": "confirm"}),
    ],
)
def test_a_change_is_asked_about_from_10_percent_and_stopped_from_half_as_much_again(
    now: str, then: str, expected: dict[str, str]
) -> None:
    order = an_order(weight=now, patient=a_patient("170"), prior_doses=(a_dose(weight=then),))
    assert concerns(order) == expected


@pytest.mark.parametrize(
    ("now", "then", "slip"),
    [
        ("154.322", "70", "pounds"),  # 2.2046
        ("162.0381", "70", "pounds"),  # 2.2046 x 1.05
        ("162.0382", "70", None),
        ("146.6059", "70", "pounds"),  # 2.2046 x 0.95
        ("146.6058", "70", None),
        ("40", "88.184", "pounds"),
        ("40", "92.825", "pounds"),  # 88.184 / 0.95 is 92.8253
        ("40", "92.826", None),
        ("40", "83.985", "pounds"),  # 88.184 / 1.05 is 83.9848
        ("40", "83.984", None),
        ("700", "70", "decimal point"),
        ("735", "70", "decimal point"),
        ("735.0001", "70", None),
        ("665", "70", "decimal point"),
        ("664.9999", "70", None),
        ("7", "70", "decimal point"),
        ("7.35", "70", "decimal point"),
        ("7.3501", "70", None),
        ("6.65", "70", "decimal point"),
        ("6.6499", "70", None),
        ("105", "70", None),
    ],
)
def test_the_slip_that_explains_an_implausible_change_is_guessed_within_5_percent(
    now: str, then: str, slip: str | None
) -> None:
    said = message(an_order(weight=now, prior_doses=(a_dose(weight=then),)), "weight.implausible_change").lower()
    assert [words for words in ("pounds", "decimal point") if f"{words}?" in said] == ([slip] if slip else [])


@pytest.mark.parametrize(
    ("doses", "expected"),
    [
        ((a_dose(21, weight=None), a_dose(42, weight="80")), "80"),
        ((a_dose(42, weight="80"), a_dose(21, weight=None)), "80"),
        ((a_dose(21, weight="71"), a_dose(42, weight="80")), "80"),
        ((a_dose(21, weight="80"), a_dose(42, weight="71")), "80"),
        ((a_dose(21, weight="71"), a_dose(42, weight="80"), a_dose(63, weight="72")), None),
        ((a_dose(21, weight="71"), a_dose(42, weight="72"), a_dose(63, weight=None)), None),
        ((a_dose(21, weight="80"), a_dose(63, weight="90"), a_dose(42, weight="72")), "80"),
        ((a_dose(21, weight=None), a_dose(42, weight=None)), None),
    ],
)
def test_the_last_weight_is_compared_with_and_then_the_first(
    doses: tuple[PriorDose, ...], expected: str | None
) -> None:
    order = an_order(cycle=len(doses) + 1, prior_doses=doses)
    assert concerns(order) == ({"weight.changed": "confirm"} if expected else {})
    if expected:
        assert f"{expected} kg" in message(order, "weight.changed")


def test_an_implausible_change_is_against_the_last_weight_only() -> None:
    doses = (a_dose(21, weight="71"), a_dose(42, weight="140"))
    assert concerns(an_order(cycle=3, prior_doses=doses)) == {"weight.changed": "confirm"}


@pytest.mark.parametrize(
    ("weight", "height", "is_asked"),
    [
        ("60", "200", False),  # 15 kg/m2
        ("59.9999", "200", True),
        ("180", "200", False),  # 45 kg/m2
        ("180.0001", "200", True),
        ("70", "165", False),
        ("70", "65", True),
        ("70", "1.65", True),
        ("70", None, False),
    ],
)
def test_a_body_mass_index_outside_15_to_45_is_asked_about(weight: str, height: str | None, is_asked: bool) -> None:  # noqa: FBT001 - a table of truths
    order = an_order(weight=weight, patient=a_patient(height), prior_doses=(a_dose(weight=weight),))
    assert ("weight.bmi_implausible" in concerns(order)) is is_asked


def test_the_index_is_told() -> None:
    order = an_order(weight="100", patient=a_patient("100"), prior_doses=(a_dose(weight="100"),))
    assert get_finding(order, "weight.bmi_implausible").plain_values()["bmi"] == "100"


@pytest.mark.parametrize(
    ("height", "written", "then", "is_asked"),
    [
        (None, None, None, True),
        ("165", None, None, False),
        (None, "252", None, False),
        (None, None, "70", False),
    ],
)
def test_a_weight_with_nothing_beside_it_is_asked_about(
    height: str | None,
    written: str | None,
    then: str | None,
    is_asked: bool,  # noqa: FBT001 - a table of truths
) -> None:
    order = an_order(written=written, patient=a_patient(height), prior_doses=(a_dose(weight=then),))
    assert concerns(order) == ({"weight.not_cross_checked": "confirm"} if is_asked else {})


def test_a_first_dose_has_no_earlier_weight_to_compare_with() -> None:
    assert concerns(a_first_order(patient=a_patient(None))) == {"weight.not_cross_checked": "confirm"}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, {"weight.date_invalid": "stop"}),
        (0, {}),
        (7, {}),
        (8, {"weight.stale": "confirm"}),
        (400, {"weight.stale": "confirm"}),
    ],
)
def test_a_weight_holds_for_a_week_and_is_never_measured_tomorrow(days: int, expected: dict[str, str]) -> None:
    assert concerns(an_order(weight_measured_on=days_ago(days))) == expected


def test_weights_are_compared_exactly_where_the_last_digit_decides() -> None:
    assert "weight.implausible_change" in found(an_order(weight="66.6666", prior_doses=(a_dose(weight="99.9999"),)))
    assert "weight.implausible_change" not in found(an_order(weight="66.6667", prior_doses=(a_dose(weight="99.9999"),)))
