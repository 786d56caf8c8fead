"""Where things stand on every size of label: sizes of type, margins, the reserved square, nothing over anything."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.labels.papers import (
    BANNER,
    LABEL_NAMES,
    MM,
    Line,
    Paper,
    encloses,
    find_code_square,
    named,
    overlap,
    read_label,
)
from tests.orders import plain_order, with_value

PAGE_MM = {"100x150": (100, 150), "102x76": (102, 76), "a4": (210, 297), "letter": (215.9, 279.4)}


def heavy_order() -> dict[str, Any]:
    """An order that needs many vials, with a written dose beside the prepared one."""
    return plain_order() | {"weight": {"kg": "150", "measured_on": "2026-11-20"}, "dose_mg": "539", "prior_doses": []}


ORDERS = {
    "an ordinary order": plain_order(),
    "five vials and a written dose": heavy_order() | {"cycle": 1},
    "60 times W": named("W" * 60, "W" * 60, plain_order()),
    "60 times Щ": named("Щ" * 60, "Щ" * 60, plain_order()),
    "60 stacked accents": named("Ấ" * 60, "Ẳ" * 60, plain_order()),
    "longest of everything": with_value(
        "patient.mrn", "W" * 20, named("W" * 60, "W" * 60, plain_order()) | {"order_id": "W" * 32, "dose_mg": "250"}
    ),
}


@pytest.fixture(params=LABEL_NAMES)
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=list(ORDERS.values()), ids=list(ORDERS))
def paper(request: pytest.FixtureRequest, size: str) -> Paper:
    return read_label(request.param, size)


def test_every_page_has_the_size_of_the_paper(paper: Paper, size: str) -> None:
    width, height = PAGE_MM[size]
    for page in paper.pages:
        assert page == pytest.approx((width * MM, height * MM), abs=0.1)


def test_no_type_is_smaller_than_it_may_be(paper: Paper) -> None:
    assert min(line.points for line in paper.lines) >= 8
    assert all(line.points >= 16 for line in (paper.line("IV infusion"), dose_of(paper)))
    for page in range(1, len(paper.pages) + 1):
        name = paper.line("ado-trastuzumab EMTANSINE", page)
        assert name.points >= 12
        assert name.face.endswith("-Bold")
        assert all(line.points >= 10 for line in patient_lines(paper, page))


def dose_of(paper: Paper) -> Line:
    """What stands left of the route in its frame."""
    frame = min(paper.around(paper.line("IV infusion")), key=lambda box: box.height)
    (dose,) = [line for line in paper.lines if encloses(frame, line) and "IV infusion" not in line.text]
    return dose


def patient_lines(paper: Paper, page: int) -> Iterator[Line]:
    """The lines between the banner and the drug's name."""
    banner = max(line.bottom for line in paper.lines if line.text == BANNER and line.page == page)
    drug = paper.line("ado-trastuzumab EMTANSINE", page)
    for line in paper.lines:
        if line.page == page and drug.top < line.bottom < banner and line.left < drug.right:
            yield line


def test_nothing_stands_outside_the_page(paper: Paper) -> None:
    for item in paper.items:
        width, height = paper.pages[item.page - 1]
        assert 0 <= item.left < item.right <= width
        assert 0 <= item.bottom < item.top <= height


def test_no_line_lies_over_another(paper: Paper) -> None:
    for number, line in enumerate(paper.lines):
        assert [other.text for other in paper.lines[number + 1 :] if overlap(line, other)] == [], line.text


def test_no_line_crosses_the_edge_of_a_box_or_a_rule(paper: Paper) -> None:
    for shape in paper.shapes:
        touched = [line for line in paper.lines if overlap(shape, line)]
        assert [line.text for line in touched if not encloses(shape, line)] == []


def test_the_square_for_the_code_is_reserved_and_empty(paper: Paper) -> None:
    (square,) = find_code_square(paper)
    around = [shape for shape in paper.shapes if encloses(shape, square)]
    assert [item for item in paper.items if item not in around and overlap(square, item)] == []
    caption = [
        line for line in paper.lines if line.page == 1 and line.left >= square.left - 2 and line.top <= square.bottom
    ]
    assert " ".join(line.text.strip() for line in caption[:2]) == "pharmacy check – not for bedside"


def test_every_page_says_across_its_width_that_it_is_not_approved(paper: Paper) -> None:
    label_width = max(shape.width for shape in paper.shapes)
    for page in range(1, len(paper.pages) + 1):
        band = next(line for line in paper.lines if line.text == BANNER and line.page == page)
        (black,) = [
            shape for shape in paper.shapes if shape.page == page and encloses(shape, band) and shape.height < 20
        ]
        assert black.width > 0.9 * label_width


def test_nothing_of_the_longest_names_is_lost(size: str) -> None:
    paper = read_label(ORDERS["60 times W"], size)
    for page in range(1, len(paper.pages) + 1):
        assert "".join(line.text for line in patient_lines(paper, page)).count("W") == 2 * 60
