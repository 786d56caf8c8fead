"""The level ordered: the label's ceiling, its three levels, and never up again."""

import pytest

from prep_assistant.calculation import EarlierDoses, Order
from tests.unit.typed_orders import DRUG, a_dose, a_first_order, an_order, concerns, found, get_finding, message

STOPS_FOR_THE_LEVEL = ("dose.above_maximum", "dose.not_a_label_level", "dose.fits_other_product")


def stops_for_level(level: str) -> set[str]:
    """Return what stops a course that was never at another level."""
    return {code for code in concerns(an_order(level)) if code in STOPS_FOR_THE_LEVEL}


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("3.6", set()),
        ("3", set()),
        ("2.4", set()),
        ("3.6001", {"dose.above_maximum"}),
        ("3.5999", {"dose.not_a_label_level"}),
        ("3.0001", {"dose.not_a_label_level"}),
        ("2.9999", {"dose.not_a_label_level"}),
        ("2.4001", {"dose.not_a_label_level"}),
        ("2.3999", {"dose.not_a_label_level"}),
        ("0.0001", {"dose.not_a_label_level"}),
        ("99999.9999", {"dose.above_maximum"}),
    ],
)
def test_only_the_three_levels_of_the_label_pass_and_nothing_near_them(level: str, expected: set[str]) -> None:
    assert stops_for_level(level) == expected


@pytest.mark.parametrize("labelled", ["2", "4", "6", "8", "3.2", "4.4", "5.4", "6.4"])
def test_a_labelled_dose_of_a_look_alike_is_recognised_within_5_percent_ends_included(labelled: str) -> None:
    order = an_order(labelled)
    product = "trastuzumab deruxtecan (Enhertu)" if "." in labelled else "trastuzumab"
    assert concerns(order)["dose.fits_other_product"] == "stop"
    said = message(order, "dose.fits_other_product")
    assert f"{product} ({labelled} mg/kg" in said
    assert f"not of {DRUG}" in said


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        ("1.9", "1.8999"),
        ("2.1", "2.1001"),
        ("3.04", "3.0399"),
        ("3.36", "3.3601"),
        ("3.8", "3.7999"),
        ("8.4", "8.4001"),
    ],
)
def test_the_ends_of_the_5_percent_belong_to_the_look_alike(inside: str, outside: str) -> None:
    assert "dose.fits_other_product" in stops_for_level(inside)
    assert "dose.fits_other_product" not in stops_for_level(outside)


def test_every_product_that_the_level_fits_is_named() -> None:
    said = message(an_order("4.2"), "dose.fits_other_product")
    assert "trastuzumab (4 mg/kg weekly loading)" in said
    assert "trastuzumab deruxtecan (Enhertu) (4.4 mg/kg first reduction)" in said


def test_a_label_level_is_never_a_look_alikes_even_where_it_lies_near_one() -> None:
    assert stops_for_level("3") == set()


def test_the_ceiling_is_named_and_the_prescriber_is_to_be_asked() -> None:
    said = message(an_order("3.7"), "dose.above_maximum")
    assert "maximum of 3.6 mg/kg" in said
    assert said.endswith("ask the prescriber.")


@pytest.mark.parametrize(
    ("level", "before", "expected"),
    [
        ("3.6", "3.6", {}),
        ("3", "3", {}),
        ("2.4", "2.4", {}),
        ("3", "3.6", {"dose.reduced": "confirm"}),
        ("2.4", "3", {"dose.reduced": "confirm"}),
        ("2.4", "3.6", {"dose.reduced": "confirm", "dose.level_skipped": "confirm"}),
        ("3.6", "3", {"dose.re_escalation": "stop"}),
        ("3", "2.4", {"dose.re_escalation": "stop"}),
        ("3.6", "2.4", {"dose.re_escalation": "stop"}),
        ("3.6", "3.58", {}),
        ("3.6", "3.672", {}),
        ("3.6", "3.528", {}),
        ("3", "2.94", {}),
        ("3", "3.528", {"dose.reduced": "confirm"}),
    ],
)
def test_a_level_may_fall_by_steps_with_a_word_and_never_rises(
    level: str, before: str, expected: dict[str, str]
) -> None:
    assert concerns(an_order(level, prior_doses=(a_dose(level=before),))) == expected


@pytest.mark.parametrize(("level", "expected"), [("3.6", set()), ("3", {"dose.reduced"}), ("2.4", {"dose.reduced"})])
def test_a_first_dose_below_the_highest_level_asks_once_and_skips_no_level(level: str, expected: set[str]) -> None:
    assert set(concerns(a_first_order(level))) == expected


def test_the_lowest_level_of_the_course_counts_and_not_the_last() -> None:
    doses = (a_dose(21, "3"), a_dose(42, "2.4"), a_dose(63, "3"))
    assert "dose.re_escalation" in found(an_order("3", cycle=4, prior_doses=doses))
    assert "dose.re_escalation" not in found(an_order("2.4", cycle=4, prior_doses=doses))


@pytest.mark.parametrize(("lowest", "is_raised"), [("3.6", False), ("3.58", False), ("3", True), ("2.4", True)])
def test_the_lowest_of_the_earlier_doses_counts_too(lowest: str, is_raised: bool) -> None:  # noqa: FBT001 - a table of truths
    order = an_order(cycle=4, earlier_doses=EarlierDoses(2, a_dose(level=lowest).level))
    assert ("dose.re_escalation" in concerns(order)) is is_raised


def test_earlier_doses_that_were_higher_do_not_hide_a_lower_listed_one() -> None:
    order = an_order(cycle=4, prior_doses=(a_dose(level="3"),), earlier_doses=EarlierDoses(2, a_dose().level))
    assert concerns(order) == {"dose.re_escalation": "stop"}


@pytest.mark.parametrize(
    ("level", "before", "is_raised"), [("3.1", "3", True), ("2.9", "3", False), ("2.8", "2.7", True)]
)
def test_an_odd_level_skips_the_steps_but_not_the_comparison(level: str, before: str, is_raised: bool) -> None:  # noqa: FBT001 - a table of truths
    order = an_order(level, prior_doses=(a_dose(level=before),))
    assert {"dose.reduced", "dose.level_skipped"} & set(found(order)) == set()
    assert ("dose.re_escalation" in found(order)) is is_raised


def test_an_odd_last_dose_skips_the_steps_but_not_the_comparison() -> None:
    order = an_order("2.4", prior_doses=(a_dose(level="2.7"),))
    assert concerns(order) == {"history.not_a_label_level": "confirm"}


@pytest.mark.parametrize(
    ("order", "code", "source"),
    [
        (an_order("3.7"), "dose.above_maximum", "US PI 2.1"),
        (an_order("3.5"), "dose.not_a_label_level", "US PI 2.2"),
        (an_order("3.6", prior_doses=(a_dose(level="3"),)), "dose.re_escalation", "US PI 2.2"),
        (an_order("3"), "dose.reduced", "US PI 2.2"),
        (an_order("2.4"), "dose.level_skipped", "US PI 2.2"),
    ],
)
def test_a_rule_of_the_label_names_its_section(order: Order, code: str, source: str) -> None:
    assert get_finding(order, code).source == source


@pytest.mark.parametrize("level", ["6", "5.4", "4"])
def test_a_level_above_doses_that_nobody_reduced_is_not_said_to_be_raised_again(level: str) -> None:
    said = message(an_order(level), "dose.re_escalation")
    assert said.startswith(f"{level} mg/kg is above 3.6 mg/kg, the level of the doses given")
    assert "again" not in said


def test_a_level_above_a_reduced_dose_is_said_to_be_raised_again() -> None:
    said = message(an_order("3.6", prior_doses=(a_dose(level="3"),)), "dose.re_escalation")
    assert "a reduced dose is never raised again" in said
