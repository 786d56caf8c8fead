"""A finding that asks or stops tells the limit that was passed, and what it is compared with."""

import re
from dataclasses import replace
from typing import Any

import pytest

from prep_assistant.calculation import Order, plan
from tests.unit.typed_orders import (
    DRUG,
    MONOGRAPH,
    POLICY,
    a_dose,
    a_first_order,
    an_order,
    get_finding,
    message,
    plan_of,
)


@pytest.mark.parametrize(
    ("weight", "least", "most"),
    [("39", "40 kg", "150 kg"), ("151", "40 kg", "150 kg"), ("19", "20 kg", "300 kg"), ("301", "20 kg", "300 kg")],
)
def test_a_weight_out_of_range_is_told_the_range_it_left(weight: str, least: str, most: str) -> None:
    said = message(a_first_order(weight=weight), "weight.out_of_range")
    assert said.startswith(f"{weight} kg")
    assert least in said
    assert most in said


@pytest.mark.parametrize(("level", "percent"), [("3.7896", "5"), ("1.7778", "10")])
def test_rounding_that_takes_too_much_is_told_the_limit_it_passed(level: str, percent: str) -> None:
    finding = get_finding(an_order(level, "10"), "dose.rounded_down")
    assert finding.plain_values() == {"graduation": "0.1", "percent": percent}


@pytest.mark.parametrize(("written", "limit"), [("265", "confirm"), ("329", "stop")])
def test_a_written_dose_that_disagrees_names_the_source_of_the_limit_it_passed(written: str, limit: str) -> None:
    marked: dict[str, Any] = {
        f"written_{name}_percent": replace(entry, source=replace(entry.source, section=name))
        for name, entry in (("confirm", POLICY.written_confirm_percent), ("stop", POLICY.written_stop_percent))
    }
    findings = plan(a_first_order(written=written), MONOGRAPH, replace(POLICY, **marked)).findings
    (finding,) = [it for it in findings if it.code == "dose.mg_disagrees"]
    assert finding.source == f"House limit: {limit}"


@pytest.mark.parametrize(
    ("order", "before", "is_first"),
    [
        (a_first_order("3"), "3.6", True),
        (a_first_order("2.4"), "3.6", True),
        (an_order("3"), "3.6", False),
        (an_order("2.4", prior_doses=(a_dose(level="3"),)), "3", False),
        (an_order("2.4", prior_doses=(a_dose(level="3.03"),)), "3", False),
    ],
)
def test_a_reduction_is_told_from_which_level_and_a_first_dose_that_it_is_one(
    order: Order,
    before: str,
    is_first: bool,  # noqa: FBT001 - a table of truths
) -> None:
    finding = get_finding(order, "dose.reduced")
    assert finding.plain_values()["before"] == before
    assert ("first dose" in finding.message) is is_first


@pytest.mark.parametrize(
    ("name", "products"),
    [
        ("trastuzumab (KADCYLA)", {"trastuzumab", DRUG}),
        ("ado-trastuzumab emtansine and pertuzumab", {"pertuzumab (Perjeta)", DRUG}),
        ("Herceptin and Perjeta", {"trastuzumab (Herceptin)", "pertuzumab (Perjeta)"}),
    ],
)
def test_a_mixed_name_is_told_the_products_it_names_and_no_other(name: str, products: set[str]) -> None:
    told = get_finding(an_order(product=name), "identity.other_product").plain_values()["products"]
    assert set(re.split(r", | and ", told)) == products


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (a_first_order(weight="39"), "weight.out_of_range"),
        (a_first_order(written="265"), "dose.mg_disagrees"),
        (an_order("3.7896", "10"), "dose.rounded_down"),
        (an_order(prior_doses=(a_dose(20),)), "interval.too_short"),
    ],
)
def test_a_finding_that_only_asks_says_confirm_where_its_stop_says_what_to_do(order: Order, code: str) -> None:
    assert get_finding(order, code).severity.value == "confirm"
    assert "Confirm" in message(order, code)


def test_the_deviation_is_a_percentage_of_the_dose_calculated() -> None:
    # 41.6666 kg: 149.99976 mg, of which 7.4 mL or 148 mg are drawn: -1.33317 %.
    preparation = plan_of(a_first_order(weight="41.6666")).preparation
    assert preparation is not None
    assert str(preparation.deviation_percent.value) == "-1.33"
