"""What the first label has no room for goes to companions, numbered, with patient, medicine and order on each."""

from typing import Any

import pytest

from prep_assistant.paper import ContentDoesNotFit
from prep_assistant.paper.sizes import get_label_size
from tests.labels.papers import BANNER, LABEL_NAMES, Paper, find_code_square, label_bytes, named, read_label
from tests.orders import confirm_order, plain_order


def order_of_weight(kilograms: str) -> dict[str, Any]:
    """A first dose for somebody of this weight: at 3.6 mg/kg, 150 kg takes five vials and 300 kg nine."""
    weight = {"kg": kilograms, "measured_on": "2026-11-20"}
    return plain_order() | {"weight": weight, "dose_mg": None, "prior_doses": [], "cycle": 1, "stock": None}


CROWDED = named("W" * 60, "W" * 60, plain_order() | {"dose_mg": "250", "order_id": "W" * 32})
# 540 mg = 4 × 100 mg + 1 × 160 mg less 20 mg; 1,080 mg = 6 × 100 mg + 3 × 160 mg.
VIALS = {"150": {"100": 4, "160": 1}, "300": {"100": 6, "160": 3}}


def pages_that_say(paper: Paper, text: str) -> list[int]:
    return [number for number in range(1, len(paper.pages) + 1) if text in paper.text(number)]


def test_the_large_label_of_an_ordinary_order_is_one_page_without_a_number() -> None:
    paper = read_label(plain_order())
    assert len(paper.pages) == 1
    assert "label 1" not in paper.text()


def test_the_small_label_has_one_companion_that_carries_the_pharmacy_block() -> None:
    paper = read_label(plain_order(), "102x76")
    assert len(paper.pages) == 2
    pharmacy = ["3.6 mg/kg × 70 kg", "Volume drawn", "Formulary", "vial, lot", "Prepared by", "checked by", "Site"]
    nurse = ["252 mg", "Infuse over 90 min", "Give the whole bag", "Start infusion before", "CYTOTOXIC"]
    assert {text: pages_that_say(paper, text) for text in pharmacy} == {text: [2] for text in pharmacy}
    assert {text: pages_that_say(paper, text) for text in nurse} == {text: [1] for text in nurse}
    assert find_code_square(paper, 1)
    assert not find_code_square(paper, 2)


@pytest.mark.parametrize("size", LABEL_NAMES)
@pytest.mark.parametrize("weight", ["150", "300"])
def test_every_vial_has_its_line_for_lot_and_expiry(size: str, weight: str) -> None:
    reasons = {"weight.out_of_range": "weighed twice", "weight.not_cross_checked": "no earlier weight"}
    text = read_label(order_of_weight(weight), size, reasons).text()
    for strength, count in VIALS[weight].items():
        assert text.count(f"{strength} mg vial, lot") == count
    assert text.count("expiry") == sum(VIALS[weight].values())


@pytest.mark.parametrize("size", LABEL_NAMES)
def test_every_one_of_several_labels_is_numbered_and_names_patient_medicine_and_order(size: str) -> None:
    paper = read_label(named("Wolkenstein-" * 5, "Maximiliane " * 4 + "Maria", order_of_weight("300")), size)
    count = len(paper.pages)
    assert count > 1
    for number in range(1, count + 1):
        text = paper.text(number)
        assert f"Order RX-2026-00017 · label {number} of {count}" in text
        assert BANNER in text
        assert "MRN 00417 · born 14-Feb-1961" in text
        assert "ado-trastuzumab EMTANSINE" in text
        assert "WOLKENSTEIN-" in text


def test_the_dose_stands_on_the_first_label_only() -> None:
    paper = read_label(order_of_weight("300"), "102x76")
    assert pages_that_say(paper, "1,080 mg") == [1]
    assert len(paper.pages) == 3


def test_reasons_go_to_the_companion_where_there_is_one() -> None:
    paper = read_label(confirm_order(), "102x76", {"weight.stale": "ward scale out of order"})
    assert pages_that_say(paper, "Reason, weight.stale: ward scale out of order") == [len(paper.pages)]


def test_many_long_reasons_are_all_printed_however_many_companions_they_take() -> None:
    reasons = {f"code.{number}": "W" * 200 for number in range(9)}
    paper = read_label(confirm_order(), "102x76", reasons)
    assert "".join(line.text for line in paper.lines).count("W") == 9 * 200 + 1
    assert [number for number in range(9) if not pages_that_say(paper, f"code.{number}")] == []


def test_a_reason_longer_than_a_label_is_refused_by_name() -> None:
    with pytest.raises(ContentDoesNotFit, match='reasons: has no room on the size "102x76"'):
        label_bytes(confirm_order(), "102x76", {"weight.stale": "long " * 1000})


def test_a_filter_without_room_on_the_first_label_goes_to_the_companion() -> None:
    ordinary, crowded = (
        read_label(plain_order(), "102x76"),
        read_label(CROWDED, "102x76"),
    )
    assert pages_that_say(ordinary, "PES filter") == [1]
    assert pages_that_say(crowded, "PES filter")[0] > 1


@pytest.mark.parametrize("letter", ["Щ", "Ю", "Æ"])
def test_names_of_the_widest_letters_send_the_handling_to_the_companion(letter: str) -> None:
    paper = read_label(named(letter * 60, letter * 60, plain_order()) | {"dose_mg": "250"}, "102x76")
    assert pages_that_say(paper, "CYTOTOXIC") == [1]
    assert pages_that_say(paper, "Do not mix with other medicines")[0] > 1
    assert "".join(paper.text(1).split()).count(letter) >= 120


def test_what_must_stand_on_the_first_label_and_has_no_room_is_refused_by_name() -> None:
    crowded = named("Ǆ" * 60, "Ǆ" * 60, plain_order()) | {"dose_mg": "250"}
    with pytest.raises(
        ContentDoesNotFit, match=r'warnings: has no room on the size "102x76"; choose a larger size'
    ) as caught:
        label_bytes(crowded, "102x76")
    assert caught.value.line == "warnings"
    assert len(read_label(crowded, "100x150").pages) == 2


@pytest.mark.parametrize("name", LABEL_NAMES)
def test_every_size_carries_every_line_once_first_label_and_pharmacy_together(name: str) -> None:
    size = get_label_size(name)
    carried = [*size.front, *size.tail, *size.pharmacy]
    by_hand = {"prepared by", "checked by", "prepared and checked by"}
    assert len(by_hand & set(carried)) in {1, 2}
    wanted = {
        "banner", "patient", "drug", "dose", "written", "bag", "whole bag", "rate", "observe", "filter", "start before",
        "storage", "warnings", "handling", "level", "volume drawn", "times", "order", "formulary", "reasons",
        "reasons elsewhere", "vials", "site",
    }  # fmt: skip
    assert set(carried) - by_hand == wanted
