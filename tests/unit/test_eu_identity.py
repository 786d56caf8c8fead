"""The names and bags of the EU label: accepted there and refused under the US label, and the other way."""

from dataclasses import replace
from typing import Any

import pytest

from prep_assistant.calculation import Finding, Jurisdiction, Order, Plan
from tests.unit.test_messages import ORDERS
from tests.unit.typed_orders import DRUG, an_order, concerns, found, get_finding, message, plan_of

US, EU = Jurisdiction.US, Jurisdiction.EU
EU_DRUG = "trastuzumab emtansine (Kadcyla)"
BY_THE_INN = [
    "trastuzumab emtansine", "TRASTUZUMAB EMTANSINE", "trastuzumab  emtansine", "trastuzumab emtansine (Kadcyla)",
    "trastuzumab emtansine KADCYLA", "Kadcyla trastuzumab emtansine", "(Kadcyla) trastuzumab emtansine",
    "Kadcyla (trastuzumab emtansine)",
]  # fmt: skip
BY_THE_US_NAME = [
    "ado-trastuzumab emtansine", "ado-trastuzumab emtansine (KADCYLA)", "Kadcyla (ado-trastuzumab emtansine)",
    "ado\u2011trastuzumab emtansine",
]  # fmt: skip
INCOMPLETE = ["T-DM1", "TDM1", "emtansine", "ado-trastuzumab", "Kadcyla", "Kadcyla (emtansine)", "Kadcyla T-DM1"]
OTHER_PRODUCTS = {
    "trastuzumab": "trastuzumab",
    "trastuzumab (Kadcyla)": "trastuzumab",
    "Herceptin": "trastuzumab (Herceptin)",
    "Enhertu": "trastuzumab deruxtecan (Enhertu)",
    "trastuzumab deruxtecan": "trastuzumab deruxtecan (Enhertu)",
    "Phesgo": "pertuzumab/trastuzumab (Phesgo)",
    "Ogivri": "trastuzumab (Ogivri)",
    "trastuzumab-dkst": "trastuzumab (Ogivri)",
    "Zercepac": "trastuzumab (Zercepac)",
}
RESEMBLING = [
    "trastuzumab emtansin", "trastuzumab-emtansine", "trastuzumabemtansine", "trastuzumab emtansine 100 mg",
    "trastuzumab emtansine (Herceptin)", "trastuzumab emtansine Kadcyla Kadcyla", "(trastuzumab emtansine)",
]  # fmt: skip


def eu_order(**changes: Any) -> Order:
    """Return the plain order under the EU label."""
    return an_order(**({"jurisdiction": EU, "product": EU_DRUG} | changes))


def under_the_eu_label(order: Order) -> Order:
    """Return the same order under the EU label; the US name becomes the EU's."""
    return replace(order, jurisdiction=EU, product=EU_DRUG if order.product == DRUG else order.product)


@pytest.mark.parametrize("name", BY_THE_INN)
def test_the_inn_is_the_full_name_in_the_eu_and_incomplete_in_the_us(name: str) -> None:
    assert concerns(eu_order(product=name)) == {}
    assert concerns(an_order(product=name)) == {"identity.incomplete_name": "stop"}


@pytest.mark.parametrize("name", BY_THE_US_NAME)
def test_the_us_name_is_accepted_under_both_labels(name: str) -> None:
    assert concerns(eu_order(product=name)) == {}
    assert concerns(an_order(product=name)) == {}


@pytest.mark.parametrize("name", INCOMPLETE)
def test_a_name_that_is_not_full_stops_in_the_eu_and_asks_for_the_inn(name: str) -> None:
    order = eu_order(product=name)
    assert concerns(order) == {"identity.incomplete_name": "stop"}
    said = message(order, "identity.incomplete_name")
    assert EU_DRUG in said
    assert "ado-" not in said


@pytest.mark.parametrize(("name", "product"), OTHER_PRODUCTS.items())
def test_another_product_stops_in_the_eu_by_its_name_there(name: str, product: str) -> None:
    order = eu_order(product=name)
    assert concerns(order) == {"identity.other_product": "stop"}
    assert product in message(order, "identity.other_product")


@pytest.mark.parametrize("name", RESEMBLING)
def test_a_name_that_only_resembles_the_inn_stops(name: str) -> None:
    assert concerns(eu_order(product=name)) == {"identity.other_product": "stop"}


def test_both_sodium_chlorides_are_the_labels_in_the_eu_and_one_in_the_us() -> None:
    half = "0.45 % sodium chloride"
    assert concerns(eu_order(bag_fluid=half)) == {}
    assert concerns(an_order(bag_fluid=half)) == {"bag.wrong_fluid": "stop"}
    assert "Enhertu" not in message(an_order(bag_fluid=half), "bag.wrong_fluid")


@pytest.mark.parametrize("fluid", ["5 % dextrose", "Glucose 5 %", "GLUCOSE 50 mg/mL"])
def test_glucose_is_the_bag_of_enhertu_in_the_eu_too(fluid: str) -> None:
    order = eu_order(bag_fluid=fluid)
    assert concerns(order) == {"bag.wrong_fluid": "stop"}
    said = message(order, "bag.wrong_fluid")
    assert "0.9 % sodium chloride or 0.45 % sodium chloride" in said
    assert "Enhertu" in said


@pytest.mark.parametrize("fluid", ["0.45% sodium chloride", "0.45 % Sodium Chloride", "sodium chloride", "0,45 %"])
def test_a_fluid_that_is_not_written_as_the_label_writes_it_stops(fluid: str) -> None:
    assert concerns(eu_order(bag_fluid=fluid)) == {"bag.wrong_fluid": "stop"}


@pytest.mark.parametrize(
    ("fluid", "filter_words"),
    [
        (None, "0.2 or 0.22 micron in-line PES filter"),
        ("0.9 % sodium chloride", "0.2 or 0.22 micron in-line PES filter"),
        ("0.45 % sodium chloride", "not required"),
    ],
)
def test_the_fluid_decides_the_filter(fluid: str | None, filter_words: str) -> None:
    made = plan_of(eu_order(bag_fluid=fluid)).preparation
    assert made is not None
    assert (made.bag_fluid.value, made.filter.value) == (fluid or "0.9 % sodium chloride", filter_words)
    assert made.takes_filter is (filter_words != "not required")
    assert str(made.filter.source) == "SmPC 6.6"


@pytest.mark.parametrize("name", ORDERS)
def test_but_for_names_and_bags_the_rules_find_the_same_under_both_labels(name: str) -> None:
    order = ORDERS[name]
    assert found(under_the_eu_label(order)) == found(order)


SAID = {
    f"{name}: {it.code}": it for name, order in ORDERS.items() for it in plan_of(under_the_eu_label(order)).findings
}


@pytest.mark.parametrize("finding", SAID.values(), ids=SAID)
def test_a_finding_on_an_eu_order_cites_the_summary_or_the_house_and_names_the_drug_in_full(finding: Finding) -> None:
    assert finding.source.startswith(("SmPC 4.", "SmPC 6.", "House limit: "))
    rest = finding.message.replace(EU_DRUG, "").casefold()
    assert [word for word in ("ado-", "emtansine", "kadcyla", "t-dm1", "tdm1", "us pi") if word in rest] == []


@pytest.mark.parametrize(
    ("order", "code", "source"),
    [
        (eu_order(level="3.7"), "dose.above_maximum", "SmPC 4.2"),
        (eu_order(level="3"), "dose.reduced", "SmPC 4.2"),
        (eu_order(product="Kadcyla"), "identity.incomplete_name", "SmPC 4.2"),
        (eu_order(bag_fluid="x"), "bag.wrong_fluid", "SmPC 6.6"),
        (eu_order(stock={}), "vials.out_of_stock", "SmPC 6.6"),
        (eu_order(treatment_released_by=None), "labs.not_released", "SmPC 4.4"),
        (eu_order(weight="10"), "weight.out_of_range", "House limit: believable weight"),
    ],
    ids=lambda it: it if isinstance(it, str) else "",
)
def test_a_finding_on_an_eu_order_names_the_section_it_rests_on(order: Order, code: str, source: str) -> None:
    assert get_finding(order, code).source == source


def test_a_plan_keeps_its_monograph_and_its_limits_out_of_its_repr() -> None:
    planned: Plan = plan_of(eu_order())
    assert [word for word in ("monograph=", "names=", "policy=", "long_gap_days=") if word in repr(planned)] == []
