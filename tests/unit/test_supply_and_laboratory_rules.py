"""Vials enough, laboratory values looked at, or somebody's word that they were."""

from dataclasses import fields
from decimal import Decimal

import pytest

from prep_assistant.calculation import Labs
from tests.unit.typed_orders import TODAY, a_first_order, all_labs, an_order, concerns, found, get_finding, message

BEFORE_EACH_DOSE = ["platelets_per_mm3", "alt_x_uln", "ast_x_uln", "bilirubin_x_uln"]
NINE = {
    "platelets_per_mm3": "platelets",
    "alt_x_uln": "ALT",
    "ast_x_uln": "AST",
    "bilirubin_x_uln": "bilirubin",
    "lvef_percent": "LVEF",
    "symptomatic_heart_failure": "heart failure",
    "neuropathy_grade": "neuropathy",
    "ild_or_pneumonitis": "pneumonitis",
    "nodular_regenerative_hyperplasia": "nodular regenerative hyperplasia",
}


@pytest.mark.parametrize(
    ("stock", "is_stopped"),
    [
        (None, False),
        ({100: 1, 160: 1}, False),  # 260 mg for 252
        ({100: 3}, False),
        ({160: 2}, False),
        ({100: 2}, True),
        ({160: 1}, True),
        ({100: 0, 160: 0}, True),
        ({}, True),
    ],
)
def test_a_shelf_that_cannot_supply_the_dose_stops(stock: dict[int, int] | None, is_stopped: bool) -> None:  # noqa: FBT001 - a table of truths
    assert concerns(an_order(stock=stock)) == ({"vials.out_of_stock": "stop"} if is_stopped else {})


@pytest.mark.parametrize(
    ("weight", "stock", "is_noted"),
    [
        ("100", None, True),  # 360 mg = 2 x 100 + 160
        ("100", {100: 4}, False),
        ("99.9444", None, False),  # 359.79984 mg, of which 358 are drawn
        ("44.4", None, False),  # 159.84 mg, of which 158 are drawn
        ("50", {100: 2, 160: 9}, False),
        ("100", {100: 2, 160: 1}, True),
    ],
)
def test_vials_that_hold_just_the_dose_are_noted(weight: str, stock: dict[int, int] | None, is_noted: bool) -> None:  # noqa: FBT001 - a table of truths
    assert ("vials.none_spare" in found(a_first_order(weight=weight, stock=stock))) is is_noted


def test_an_empty_shelf_is_not_said_to_be_just_enough() -> None:
    assert "vials.none_spare" not in found(an_order(weight="100", stock={100: 0}))


def test_all_nine_values_leave_nothing_to_say() -> None:
    assert found(an_order(labs=all_labs(), treatment_released_by=None)) == {"infusion.subsequent": "note"}


@pytest.mark.parametrize("name", NINE)
def test_each_of_the_nine_values_is_missed_alone_and_by_name(name: str) -> None:
    order = an_order(labs=all_labs(**{name: None}))
    assert found(order) == {"infusion.subsequent": "note", "labs.not_checked": "note"}
    said = message(order, "labs.not_checked")
    assert [words for words in NINE.values() if words in said] == [NINE[name]]


def test_without_labs_one_finding_names_all_nine() -> None:
    said = message(an_order(labs=None), "labs.not_checked")
    assert [words for words in NINE.values() if words not in said] == []


@pytest.mark.parametrize("name", NINE)
def test_the_release_is_asked_for_only_by_the_four_values_wanted_before_each_dose(name: str) -> None:
    order = an_order(labs=all_labs(**{name: None}), treatment_released_by=None)
    asked = {"labs.not_released": "confirm"} if name in BEFORE_EACH_DOSE else {}
    assert concerns(order) == asked
    if asked:
        said = message(order, "labs.not_released")
        assert [words for words in NINE.values() if words in said] == [NINE[name]]


@pytest.mark.parametrize(
    ("labs", "released_by", "is_asked"),
    [(None, None, True), (None, "Dr Example", False), (Labs(TODAY), None, True), (Labs(TODAY), "Dr Example", False)],
)
def test_without_values_somebody_has_released_the_treatment(
    labs: Labs | None,
    released_by: str | None,
    is_asked: bool,  # noqa: FBT001 - a table of truths
) -> None:
    order = an_order(labs=labs, treatment_released_by=released_by)
    assert concerns(order) == ({"labs.not_released": "confirm"} if is_asked else {})


def test_zero_and_false_are_values_that_were_given() -> None:
    zero = Decimal(0)
    labs = all_labs(platelets_per_mm3=0, alt_x_uln=zero, ast_x_uln=zero, bilirubin_x_uln=zero, neuropathy_grade=0)
    codes = found(an_order(labs=labs, treatment_released_by=None))
    assert {"labs.not_checked", "labs.not_released"} & set(codes) == set()


def test_the_baseline_is_not_among_the_nine() -> None:
    assert set(NINE) | {"collected_on", "lvef_measured_on", "baseline_lvef_percent"} == {it.name for it in fields(Labs)}
    assert all_labs().baseline_lvef_percent is None


def test_the_values_of_a_finding_name_what_is_missing() -> None:
    values = get_finding(an_order(labs=None, treatment_released_by=None), "labs.not_released").plain_values()
    assert values == {"missing": "platelets, ALT, AST, bilirubin"}
