"""The papers of an EU order: its name, its bag, its filter, its sources, and nothing of the other label on either."""

import re
from typing import Any

import pytest

from prep_assistant.calculation import Jurisdiction
from prep_assistant.paper import LABEL_SIZES, WORKSHEET_SIZES
from tests.labels.papers import formulary, label_bytes, read_label, read_paper, worksheet_bytes
from tests.orders import confirm_order, eu_order, full_order, plain_order

HALF = "0.45 % sodium chloride"
ORDERS = {
    "routine": plain_order(),
    "every field": full_order(),
    "to confirm": confirm_order(),
    "metastatic": plain_order() | {"indication": "MBC", "dose_mg": "250"},
    "first": plain_order() | {"cycle": 1, "prior_doses": []},
}
EU_NAMES = {"product": "trastuzumab emtansine (Kadcyla)", "jurisdiction": "EU"}
OF_THE_US_LABEL = ("US PI", "FDA", "DailyMed", "MIMS copy", "KADCYLA", "ado-", "kadcyla-us")
OF_THE_EU_LABEL = ("SmPC", "Kadcyla", "summary of product", "kadcyla-eu", "0.45 %")


def plain_text(content: bytes) -> str:
    """Return all text of a paper on one line, its no-break spaces as blanks."""
    return " ".join(read_paper(content).text().split())


def papers_of(order: dict[str, Any]) -> dict[str, str]:
    """Return the text of every paper of an order, in every size."""
    is_stale = order["weight"]["measured_on"] < "2026-11-15"
    reasons = {"weight.stale": "the ward's scale was out of order"} if is_stale else {}
    labels = {f"label {size}": label_bytes(order, size, reasons) for size in LABEL_SIZES}
    worksheets = {f"worksheet {size}": worksheet_bytes(order, size, reasons) for size in WORKSHEET_SIZES}
    return {name: plain_text(content) for name, content in (labels | worksheets).items()}


@pytest.mark.parametrize("name", ORDERS)
def test_no_paper_of_an_eu_order_carries_a_name_or_source_of_the_us_label(name: str) -> None:
    for fluid in ("0.9 % sodium chloride", HALF):
        for paper, text in papers_of(ORDERS[name] | EU_NAMES | {"bag_fluid": fluid}).items():
            assert [word for word in OF_THE_US_LABEL if word in text] == [], paper
            assert "trastuzumab EMTANSINE" in text
            assert "(Kadcyla)" in text


@pytest.mark.parametrize("name", ORDERS)
def test_no_paper_of_a_us_order_carries_a_name_or_source_of_the_eu_label(name: str) -> None:
    for paper, text in papers_of(ORDERS[name]).items():
        assert [word for word in OF_THE_EU_LABEL if word in text] == [], paper
        assert "ado-trastuzumab EMTANSINE" in text


def test_the_whole_name_stands_on_one_line_as_large_as_the_us_name_with_the_brand_beside_it() -> None:
    paper = read_label(eu_order())
    name = paper.line("trastuzumab EMTANSINE")
    assert name.text == "trastuzumab EMTANSINE"
    american = read_label(plain_order()).line("ado-trastuzumab EMTANSINE")
    assert name.points == american.points
    for beside in (paper.line("(Kadcyla)"), paper.line("Not trastuzumab")):
        assert beside.left > name.right


@pytest.mark.parametrize("size", LABEL_SIZES)
def test_the_name_is_never_without_its_own_half_on_any_label(size: str) -> None:
    text = plain_text(label_bytes(eu_order(), size))
    alone = re.findall(r"(?<!Not )trastuzumab(?! EMTANSINE)", text)
    assert alone == []


@pytest.mark.parametrize(
    ("fluid", "filter_words"),
    [
        (None, "Filter: 0.2 or 0.22 micron in-line PES filter"),
        ("0.9 % sodium chloride", "Filter: 0.2 or 0.22 micron in-line PES filter"),
        (HALF, "Filter: not required"),
    ],
)
def test_the_label_names_the_fluid_and_the_filter_that_it_takes(fluid: str | None, filter_words: str) -> None:
    text = plain_text(label_bytes(eu_order() | {"bag_fluid": fluid}))
    assert f"in {fluid or '0.9 % sodium chloride'}, 250 mL bag · final volume 262.6 mL" in text
    assert filter_words in text
    assert text.count("ilter") == filter_words.count("ilter")
    assert "Kadcyla only, do not substitute · Sodium chloride only" in text
    assert "Store at 2 to 8 °C. Do not freeze. Do not shake." in text


def test_the_formulary_on_the_label_is_the_eu_one() -> None:
    label = formulary(Jurisdiction.EU).monograph
    digest = label.digest.removeprefix("sha256:")[:12]
    assert f"Formulary kadcyla-eu, revision {label.revision}, digest {digest}" in plain_text(label_bytes(eu_order()))


def test_the_worksheet_of_a_bag_that_takes_a_filter_lists_it_and_sends_it_along() -> None:
    text = plain_text(worksheet_bytes(eu_order()))
    components = text[text.index("Vials and components") : text.index("What to do")]
    assert "0.2 or 0.22 micron in-line PES filter" in components
    assert "Filter to send with it: 0.2 or 0.22 micron in-line PES filter." in text
    assert "Filter 0.2 or 0.22 micron in-line PES filter as labelled SmPC 6.6" in text


def test_the_worksheet_of_a_bag_without_a_filter_says_so_and_lists_none() -> None:
    text = plain_text(worksheet_bytes(eu_order() | {"bag_fluid": HALF}))
    components = text[text.index("Vials and components") : text.index("What to do")]
    assert "ilter" not in components
    assert f"{HALF}, 250 mL bag" in components
    assert "Filter: not required." in text
    assert "Filter to send with it: not required." in text
    assert "Filter not required as labelled SmPC 6.6" in text
    assert f"Read the bag aloud: 250 mL bag of {HALF}, no dextrose (glucose)." in text


def test_every_figure_of_an_eu_worksheet_has_a_source_of_the_eu_label_or_the_house() -> None:
    text = plain_text(worksheet_bytes(eu_order()))
    assert "Dose calculated 252 mg weight × dose level 70 kg × 3.6 mg/kg SmPC 4.2" in text
    assert "Dose prepared 252 mg volume drawn × concentration 12.6 mL × 20 mg/mL SmPC 6.6" in text
    assert "House figure: density of the solution" in text
    assert "SmPC: Kadcyla summary of product characteristics" in text
