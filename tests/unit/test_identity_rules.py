"""The right medicine in the right bag: a white list of names, and nothing passes by resembling."""

import pytest

from prep_assistant.calculation import plain_name
from tests.unit.typed_orders import DRUG, MONOGRAPH, an_order, concerns, get_finding, message

ACCEPTED = [
    "ado-trastuzumab emtansine",
    "ADO-TRASTUZUMAB EMTANSINE",
    "ado-trastuzumab   emtansine",
    "ado-trastuzumab emtansine KADCYLA",
    "ado-trastuzumab emtansine (KADCYLA)",
    "Kadcyla ado-trastuzumab emtansine",
    "(Kadcyla) ado-trastuzumab emtansine",
    "KADCYLA (ado-trastuzumab emtansine)",
    *(f"ado{hyphen}trastuzumab emtansine" for hyphen in "\u2010\u2011\u2012\u2013\u2014\u2212\uff0d"),
]
INCOMPLETE = [
    "T-DM1", "t\u2011dm1", "TDM1", "emtansine", "ado-trastuzumab", "Kadcyla", "KADCYLA (emtansine)", "Kadcyla T-DM1",
    "trastuzumab emtansine", "Trastuzumab Emtansine (KADCYLA)", "KADCYLA (trastuzumab emtansine)",
]  # fmt: skip
OTHER_PRODUCTS = {
    "trastuzumab": "trastuzumab",
    "Herceptin": "trastuzumab (Herceptin)",
    "HERCEPTIN HYLECTA": "trastuzumab and hyaluronidase-oysk (Herceptin Hylecta)",
    "Hylecta": "trastuzumab and hyaluronidase-oysk (Herceptin Hylecta)",
    "Phesgo": "pertuzumab, trastuzumab and hyaluronidase-zzxf (Phesgo)",
    "pertuzumab": "pertuzumab (Perjeta)",
    "Enhertu": "trastuzumab deruxtecan (Enhertu)",
    "trastuzumab deruxtecan": "trastuzumab deruxtecan (Enhertu)",
    "fam-trastuzumab deruxtecan-nxki": "trastuzumab deruxtecan (Enhertu)",
    "trastuzumab-dkst": "trastuzumab-dkst (Ogivri)",
    "Kanjinti": "trastuzumab-anns (Kanjinti)",
    "trastuzumab 440 mg": "trastuzumab",
}
MIXED = {
    "trastuzumab (KADCYLA)": ["trastuzumab", DRUG],
    "KADCYLA (trastuzumab)": ["trastuzumab", DRUG],
    "ado-trastuzumab emtansine (HERCEPTIN)": ["trastuzumab (Herceptin)", DRUG],
    "ado-trastuzumab emtansine and pertuzumab": ["pertuzumab (Perjeta)", DRUG],
    "Herceptin and Perjeta": ["trastuzumab (Herceptin)", "pertuzumab (Perjeta)"],
}
UNKNOWN = [
    "paracetamol", "ado-trastuzumab emtansin", "ado-trastuzumab emtansine 100 mg", "adotrastuzumab emtansine",
    "ado-trastuzumabemtansine", "ado trastuzumab emtansine", "(ado-trastuzumab emtansine)",
    "K ado-trastuzumab emtansine", "ado-trastuzumab emtansine KADCYLA KADCYLA",
    "(KADCYLA) (ado-trastuzumab emtansine)", "KADCYLAado-trastuzumab emtansine",
    "KADCYLA (ado-trastuzumab emtansine", "\u0430do-trastuzumab emtansine", "ado-trastuzumab emtan\u017fine",
    "\u212aadcyla",
]  # fmt: skip


@pytest.mark.parametrize("name", ACCEPTED, ids=ascii)
def test_the_full_nonproprietary_name_is_accepted_alone_or_with_the_brand(name: str) -> None:
    assert concerns(an_order(product=name)) == {}


@pytest.mark.parametrize("name", INCOMPLETE, ids=ascii)
def test_a_name_that_means_the_medicine_but_not_fully_stops(name: str) -> None:
    order = an_order(product=name)
    assert concerns(order) == {"identity.incomplete_name": "stop"}
    assert DRUG in message(order, "identity.incomplete_name")


@pytest.mark.parametrize(("name", "product"), OTHER_PRODUCTS.items())
def test_another_product_by_any_of_its_names_stops_and_is_named(name: str, product: str) -> None:
    order = an_order(product=name)
    assert concerns(order) == {"identity.other_product": "stop"}
    assert message(order, "identity.other_product").partition(DRUG)[0].startswith(f"This is an order for {product},")


@pytest.mark.parametrize(("name", "products"), MIXED.items())
def test_two_products_in_one_name_stop_and_both_are_named(name: str, products: list[str]) -> None:
    order = an_order(product=name)
    assert concerns(order) == {"identity.other_product": "stop"}
    said = message(order, "identity.other_product")
    assert "mixes products" in said
    assert [product for product in products if product not in said] == []


@pytest.mark.parametrize("name", UNKNOWN, ids=ascii)
def test_a_name_that_only_resembles_stops(name: str) -> None:
    assert [code for code in concerns(an_order(product=name)) if code.startswith("identity.")] != []


def test_a_name_of_which_nothing_is_known_is_told_apart_from_a_look_alike() -> None:
    said = message(an_order(product="paracetamol"), "identity.other_product")
    assert "not on the list" in said
    assert "not on the list" not in message(an_order(product="trastuzumab"), "identity.other_product")
    assert "not on the list" not in message(an_order(product="trastuzumab (KADCYLA)"), "identity.other_product")


@pytest.mark.parametrize("name", [*OTHER_PRODUCTS, *MIXED, "paracetamol"])
def test_every_wrong_product_is_told_the_full_name_to_ask_for(name: str) -> None:
    said = message(an_order(product=name), "identity.other_product")
    assert DRUG in said


def test_the_bag_is_saline_unless_something_else_is_ordered() -> None:
    assert concerns(an_order(bag_fluid=None)) == concerns(an_order(bag_fluid="0.9 % sodium chloride")) == {}


@pytest.mark.parametrize("fluid", ["0.45 % sodium chloride", "0.9% sodium chloride", "saline", "Ringer's lactate"])
def test_any_other_text_for_the_bag_stops(fluid: str) -> None:
    order = an_order(bag_fluid=fluid)
    assert concerns(order) == {"bag.wrong_fluid": "stop"}
    assert "0.9 % sodium chloride" in message(order, "bag.wrong_fluid")
    assert "Enhertu" not in message(order, "bag.wrong_fluid")


@pytest.mark.parametrize("fluid", ["5 % dextrose", "Dextrose 5% in water", "GLUCOSE 5 %", "glucose"])
def test_dextrose_or_glucose_names_the_product_whose_bag_it_is(fluid: str) -> None:
    order = an_order(bag_fluid=fluid)
    assert concerns(order) == {"bag.wrong_fluid": "stop"}
    assert "trastuzumab deruxtecan (Enhertu)" in message(order, "bag.wrong_fluid")


def test_the_findings_name_where_their_rule_stands() -> None:
    assert get_finding(an_order(product="T-DM1"), "identity.incomplete_name").source == str(MONOGRAPH.names.source)
    assert get_finding(an_order(bag_fluid="x"), "bag.wrong_fluid").source == "US PI 2.4"


@pytest.mark.parametrize(
    "name",
    [
        "trastuzumab (Herceptin)",
        "trastuzumab deruxtecan (Enhertu)",
        "pertuzumab (Perjeta)",
        "Trastuzumab-dkst (OGIVRI)",
    ],
)
def test_a_product_by_its_name_and_brand_is_one_product_and_not_two(name: str) -> None:
    assert "mixes products" not in message(an_order(product=name), "identity.other_product")


def test_a_plain_name_keeps_its_letters_and_has_one_kind_of_hyphen_and_of_blank() -> None:
    assert plain_name("Ado\u2011trastuzumab\u3000 emtansine (KADCYLA)") == "Ado-trastuzumab emtansine (KADCYLA)"
