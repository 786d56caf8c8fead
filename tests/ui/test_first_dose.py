"""What is checked once before a first dose: folded, ticked, taken back, printed on the worksheet and nowhere else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from prep_assistant.paper import draw_label, draw_worksheet
from prep_assistant.ui.viewmodels.paper_state import CHOICES
from prep_assistant.ui.views.tick_box import TickBox
from tests.labels.papers import read_paper
from tests.orders import Order, plain_order
from tests.ui.laboratory import unfold
from tests.ui.page import Page, settle

# The ten of the issue, in its order.
CHECKS = [
    *("her2", "eligibility", "single_agent", "trastuzumab_reaction", "baseline_lvef"),
    *("pregnancy", "cyp3a4", "anticoagulants", "dyspnoea", "hepatic"),
]
ADDED = "first_dose_"


def first_order() -> Order:
    return plain_order() | {"cycle": 1, "prior_doses": []}


def heading(page: Page) -> str:
    return page.find(QPushButton, "first_dose").text().strip()


def boxes(page: Page) -> dict[str, bool]:
    return {box.objectName().removeprefix(ADDED): box.isChecked() for box in page.window.form.findChildren(TickBox)}


def test_the_list_is_there_for_a_first_dose_only_and_folded(page: Page) -> None:
    assert page.window.findChild(QPushButton, "first_dose") is None
    page.click("history_none")
    fold = page.find(QPushButton, "first_dose")
    assert fold.isVisible()
    assert heading(page) == "First dose of a course: 0 of 10 checked"
    assert boxes(page) == {}
    page.click("history_unknown")
    assert not fold.isVisible()
    page.click("history_none")
    assert fold.isVisible()


def test_the_list_holds_the_ten_checks_of_which_none_is_ticked(page: Page) -> None:
    page.open(first_order())
    unfold(page, "first_dose")
    assert list(boxes(page)) == CHECKS
    assert set(boxes(page).values()) == {False}


def test_a_check_is_ticked_by_pointer_anywhere_on_it_and_by_the_space_bar(page: Page) -> None:
    page.open(first_order())
    unfold(page, "first_dose")
    page.click("first_dose_her2")
    box = page.find(TickBox, "first_dose_hepatic")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert [code for code, ticked in boxes(page).items() if ticked] == ["her2", "hepatic"]
    assert heading(page) == "First dose of a course: 2 of 10 checked"


def test_a_tick_can_be_taken_away_taken_back_and_made_again(page: Page) -> None:
    page.open(first_order())
    unfold(page, "first_dose")
    page.click("first_dose_cyp3a4")
    page.click("first_dose_cyp3a4")
    assert not boxes(page)["cyp3a4"]
    page.click("undo")
    assert boxes(page)["cyp3a4"]
    page.click("undo")
    page.window.model.redo()
    assert boxes(page)["cyp3a4"]
    page.click("undo")
    assert not boxes(page)["cyp3a4"]


def test_what_was_ticked_before_the_list_is_unfolded_stands_ticked(page: Page) -> None:
    page.open(first_order())
    page.window.model.tick("single_agent")
    unfold(page, "first_dose")
    assert [code for code, ticked in boxes(page).items() if ticked] == ["single_agent"]


def test_another_order_begins_with_no_tick(page: Page) -> None:
    page.open(first_order())
    unfold(page, "first_dose")
    page.click("first_dose_her2")
    page.open(first_order() | {"order_id": "RX-2"}, "other.json")
    assert not boxes(page)["her2"]


def test_ticks_change_no_finding_no_figure_and_no_order(page: Page) -> None:
    page.open(first_order())
    before = page.state
    unfold(page, "first_dose")
    page.click("first_dose_her2")
    assert before.preview_wanted is not None
    assert page.state.preview_wanted is not None
    assert page.state.preview_wanted.order == before.preview_wanted.order
    assert page.state.preview_wanted.plan == before.preview_wanted.plan
    page.window.model.save_order(page.folder / "saved.json")
    assert "her2" not in (page.folder / "saved.json").read_text("utf-8")


@pytest.mark.parametrize("choice", [CHOICES[0], CHOICES[4]], ids=["label", "worksheet"])
def test_what_was_ticked_prints_on_the_worksheet_and_not_on_the_label(page: Page, choice: object) -> None:
    page.open(first_order())
    unfold(page, "first_dose")
    page.click("first_dose_pregnancy")
    wanted = page.state.preview_wanted
    assert wanted is not None
    page.window.papers.choose(next(known for known in CHOICES if known is choice))
    path = page.folder / "paper.pdf"
    page.window.papers.save(path)
    page.qtbot.waitUntil(path.exists)
    if choice is CHOICES[0]:
        assert path.read_bytes() == draw_label(wanted.order, wanted.plan)
        assert "Pregnancy" not in read_paper(path.read_bytes()).text()
    else:
        ticked = frozenset({"pregnancy"})
        assert path.read_bytes() == draw_worksheet(wanted.order, wanted.plan, ticked=ticked)


def test_the_words_of_a_check_are_spoken_and_never_cut(page: Page) -> None:
    page.open(first_order())
    unfold(page, "first_dose")
    for width in (1366, 1280, 911, 683):
        page.window.resize(width, 768)
        page.window.body.show_part("Entry")
        settle()
        for box in page.window.form.findChildren(TickBox):
            assert box.height() >= box.heightForWidth(box.width())
            assert len(box.accessibleName()) > 40
