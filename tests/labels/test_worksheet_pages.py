"""How the worksheet fills its pages: head and number on each, nothing over anything, rows never divided."""

from datetime import date, timedelta
from typing import Any

import pytest

from prep_assistant.paper import ContentDoesNotFit
from tests.labels.papers import BANNER, MM, Paper, encloses, named, overlap, read_paper, worksheet_bytes
from tests.orders import confirm_order, full_order, plain_order, with_value


def order_with_doses(count: int) -> dict[str, Any]:
    """A metastatic course with this many doses behind it, three weeks apart."""
    first = date(2026, 10, 30) - timedelta(days=21 * (count - 1))
    given = [first + timedelta(days=21 * number) for number in range(count)]
    doses = [
        {"given_on": day.isoformat(), "dose_mg_per_kg": "3.6", "weight_kg": "70", "infusion_reaction": "none"}
        for day in given
    ]
    return plain_order() | {"indication": "MBC", "cycle": count + 1, "prior_doses": doses}


def wordy_order() -> dict[str, Any]:
    """Texts of 200 letters without a blank wherever the contract allows them."""
    decisions = [{"finding": "W" * 200, "decided_by": "Щ" * 200, "reason": "W" * 200}] * 3
    order = full_order() | {"treatment_released_by": "W" * 200, "decisions": decisions, "order_id": "W" * 32}
    return named("W" * 60, "Ấ" * 60, with_value("patient.mrn", "W" * 20, order))


ORDERS = {
    "an ordinary order": plain_order(),
    "every field": full_order(),
    "200 prior doses": order_with_doses(200),
    "longest texts": wordy_order(),
}


@pytest.fixture(params=["a4", "letter"])
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=list(ORDERS.values()), ids=list(ORDERS))
def paper(request: pytest.FixtureRequest, size: str) -> Paper:
    return read_paper(worksheet_bytes(request.param, size))


def test_every_page_has_the_size_of_the_paper(paper: Paper, size: str) -> None:
    width, height = {"a4": (210, 297), "letter": (215.9, 279.4)}[size]
    for page in paper.pages:
        assert page == pytest.approx((width * MM, height * MM), abs=0.1)


def test_everything_keeps_to_the_margins(paper: Paper) -> None:
    for item in paper.items:
        width, height = paper.pages[item.page - 1]
        assert 10 * MM < item.left < item.right < width - 10 * MM
        assert 10 * MM < item.bottom < item.top < height - 10 * MM


def test_no_line_lies_over_another_or_over_a_rule(paper: Paper) -> None:
    for number, line in enumerate(paper.lines):
        near = [other for other in paper.lines[number + 1 : number + 60] if overlap(line, other)]
        assert [other.text for other in near] == [], line.text
    for page in range(1, len(paper.pages) + 1):
        shapes = [shape for shape in paper.shapes if shape.page == page]
        lines = [line for line in paper.lines if line.page == page]
        touched = [(shape, line) for line in lines for shape in shapes if overlap(shape, line)]
        assert [line.text for shape, line in touched if not encloses(shape, line)] == []


def test_no_type_is_smaller_than_8_points(paper: Paper) -> None:
    assert min(line.points for line in paper.lines) >= 8


def test_every_page_carries_banner_patient_medicine_order_and_its_number(paper: Paper) -> None:
    count = len(paper.pages)
    assert count > 1
    for number in range(1, count + 1):
        head = " ".join(paper.text(number).replace("\xa0", " ").split("\n")[:12])
        assert BANNER in head
        assert "ado-trastuzumab EMTANSINE (KADCYLA)" in head
        assert "born 14-Feb-1961" in head
        assert "Order RX-2026-00017" in head or "Order WWW" in head
        assert f"page {number} of {count}" in head


def test_200_prior_doses_stand_in_order_of_time_under_titles_on_every_page(size: str) -> None:
    paper = read_paper(worksheet_bytes(ORDERS["200 prior doses"], size))
    pages = [number for number in range(1, len(paper.pages) + 1) if "3.6 mg/kg\n70 kg\nnot given" in paper.text(number)]
    assert len(pages) > 3
    assert all("Given on\nDose level\nWeight" in paper.text(number) for number in pages)
    given = [line.text for line in paper.lines if line.left < 20 * MM and line.text.count("-") == 2]
    rows = [text for text in given if len(text) == len("30-Oct-2026")]
    assert (len(rows), rows[-1]) == (200, "30-Oct-2026")
    assert rows[0] == "22-May-2015"


def test_nothing_of_the_longest_texts_is_lost(size: str) -> None:
    paper = read_paper(worksheet_bytes(ORDERS["longest texts"], size))
    text = "".join(line.text.strip() for line in paper.lines)
    assert text.count("Щ") == 3 * 200
    assert text.count("Ấ") == 60 * len(paper.pages)


def test_a_row_higher_than_a_page_is_refused_by_name(size: str) -> None:
    with pytest.raises(ContentDoesNotFit, match=f'Severity: has no room on the size "{size}"'):
        worksheet_bytes(confirm_order(), size, {"weight.stale": "long " * 2000})


@pytest.mark.parametrize("order", ["an ordinary order", "every field"])
def test_a_table_to_write_in_stands_whole_under_its_heading(order: str, size: str) -> None:
    paper = read_paper(worksheet_bytes(ORDERS[order], size))
    tables = {"Vials and components": "filter", "Steps": "Overwrap; waste", "Names and signatures": "Released"}
    for heading, last in tables.items():
        (start,) = [line for line in paper.lines if line.text == heading]
        assert last in paper.text(start.page)
