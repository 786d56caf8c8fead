"""The list of a first dose on the worksheet: a square for each check, ticked where it was ticked; none on a label."""

from typing import Any

import pytest

from prep_assistant.paper import draw_worksheet
from tests.labels.papers import LABEL_NAMES, Paper, Shape, planned, read_label, read_paper, worksheet_bytes
from tests.orders import plain_order

# The ten points of the issue: HER2 test, eligibility, no other HER2 antibody that day, trastuzumab never stopped for a
# reaction, baseline LVEF, pregnancy and contraception, strong CYP3A4 inhibitors, anticoagulants, dyspnoea at rest,
# severe hepatic impairment.
POINTS = [
    *("HER2 positive", "Eligible", "No other HER2 antibody", "Trastuzumab never", "LVEF measured before"),
    *("Pregnancy status and", "CYP3A4", "Anticoagulants", "No dyspnoea at rest", "No severe hepatic"),
]
FIRST = "Before the first dose of the course"


def first_order() -> dict[str, Any]:
    return plain_order() | {"cycle": 1, "prior_doses": []}


def sheet(size: str = "a4", ticked: tuple[str, ...] = ()) -> Paper:
    return read_paper(draw_worksheet(*planned(first_order()), size=size, ticked=ticked))


def flat(paper: Paper) -> str:
    return " ".join(paper.text().replace("\xa0", " ").split())


def squares(paper: Paper) -> list[Shape]:
    """The squares to tick: some 9 points wide, as high, and drawn with a stroke."""
    return [it for it in paper.shapes if 8.5 < it.width < 10.5 and abs(it.width - it.height) < 0.1]


def ticks(paper: Paper) -> int:
    """How many squares have a stroke within them."""
    return sum(
        any(
            it is not square and it.page == square.page and square.left < it.left and it.right < square.right
            and square.bottom < it.bottom and it.top < square.top
            for it in paper.shapes
        )
        for square in squares(paper)
    )  # fmt: skip


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_the_worksheet_of_a_first_dose_prints_the_ten_points_with_open_squares(size: str) -> None:
    paper = sheet(size)
    text = flat(paper)
    places = [text.index(point, text.index(FIRST)) for point in POINTS]
    assert places == sorted(places)
    assert (len(squares(paper)), ticks(paper)) == (10, 0)
    assert "First dose checked by Name Signature Date and time" in text


def test_what_was_ticked_is_drawn_and_said() -> None:
    paper = sheet(ticked=("her2", "cyp3a4"))
    assert (len(squares(paper)), ticks(paper)) == (10, 2)
    assert flat(paper).count("yes") == 2
    assert "yes HER2 positive" in flat(paper)
    assert "yes No strong CYP3A4 inhibitor" in flat(paper)


def test_every_point_has_its_source() -> None:
    text = flat(sheet())
    review = "pharmacist's review"
    for row in (f"US PI 1; {review}", "US PI boxed warning", "US PI 2.2", review):
        assert row in text
    assert "SmPC" not in text


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_a_later_dose_has_no_such_list(size: str) -> None:
    paper = read_paper(worksheet_bytes(plain_order(), size))
    assert FIRST not in flat(paper)
    assert squares(paper) == []


@pytest.mark.parametrize("size", LABEL_NAMES)
def test_nothing_of_the_list_stands_on_a_label(size: str) -> None:
    paper = read_label(first_order(), size)
    text = flat(paper)
    assert [point for point in POINTS if point in text] == []
    assert squares(paper) == []
