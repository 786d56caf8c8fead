"""The plan beside the entry: the contract's figures, each explained; of a stopped order nothing but why."""

import gc
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QTextBrowser, QWidget

from prep_assistant.formulary import Formularies
from prep_assistant.ui.viewmodels.plan_state import PlanState
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.reasons import load_reasons
from prep_assistant.ui.viewmodels.state import PrepareState, Standing
from prep_assistant.ui.views.figure_cell import FigureCell
from prep_assistant.ui.views.vial_picture import VialPicture
from prep_assistant.workflow.still_clock import StillClock
from tests.orders import confirm_order, full_order, plain_order, stopped_order
from tests.shared_cases import CASES
from tests.ui.conftest import NOW
from tests.ui.page import Page, settle

FORMULARIES, REASONS = Formularies(), load_reasons()
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def as_read(number: str, unit: str) -> str:
    """A number of the contract as a person reads it: commas from 1,000, a no-break space before the unit."""
    whole, point, decimals = number.removeprefix("-").partition(".")
    sign = "\N{MINUS SIGN}" if number.startswith("-") else ""
    return f"{sign}{int(whole):,}{point}{decimals}\u00a0{unit}"


def as_date(day: str) -> str:
    year, month, date = day.split("-")
    return f"{date}-{MONTHS[int(month) - 1]}-{year}"


def as_instant(instant: str) -> str:
    return f"{as_date(instant[:10])} {instant[11:16]}"


def show(order: dict[str, Any], folder: Path) -> PrepareState:
    path = folder / "order.json"
    path.write_text(json.dumps(order), encoding="utf-8")
    model = PrepareViewModel(FORMULARIES, REASONS, StillClock(NOW))
    model.open_order(path)
    return model.state


def assert_same_figures(shown: PlanState, wanted: dict[str, Any], *, is_last: bool) -> None:
    figures = {name: figure.text for name, figure in shown.figures.items()}
    dose, bag, infusion = wanted["dose"], wanted["bag"], wanted["infusion"]
    expected = {
        "dose": as_read(dose["prepared_mg"], "mg"),
        "deviation": as_read(dose["deviation_percent"], "%"),
        "volume_drawn": as_read(dose["volume_ml"], "mL"),
        "expected_mass": as_read(wanted["expected_mass_g"], "g"),
        "reconstituted": as_read(wanted["reconstituted_mg_per_ml"], "mg/mL"),
        "opened": as_read(wanted["opened_mg"], "mg"),
        "unused": as_read(wanted["unused_mg"], "mg"),
        "bag_fluid": bag["fluid"],
        "bag_volume": as_read(bag["volume_ml"], "mL"),
        "final_volume": as_read(bag["final_volume_ml"], "mL"),
        "bag_concentration": as_read(bag["concentration_mg_per_ml"], "mg/mL"),
        "minutes": as_read(str(infusion["minutes"]), "min"),
        "rate": as_read(infusion["rate_ml_per_h"], "mL/h"),
        "observe": as_read(str(infusion["observe_minutes"]), "min"),
        "bag_use_by": as_instant(wanted["use_by"]["bag"]),
        "vials_use_by": as_instant(wanted["use_by"]["reconstituted_vials"]),
        "next_dose": "none" if is_last else as_date(wanted["next_dose_from"]),
    }
    assert {name: figures[name] for name in expected} == expected
    assert figures["calculated"].endswith(f"= {as_read(dose['calculated_mg'], 'mg')}")
    counts = [f"{vials['count']} × {as_read(vials['strength_mg'], 'mg')}" for vials in wanted["vials"]]
    assert [vials.count for vials in shown.vials] == counts
    drawn = sum((vial.holds - vial.left for vials in shown.vials for vial in vials.vials), start=Decimal(0))
    assert drawn == Decimal(dose["prepared_mg"])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_shared_case_is_shown_with_the_figures_it_must_give(case: dict[str, Any], tmp_path: Path) -> None:
    state, wanted = show(case["order"], tmp_path), case["expected"]
    asking = [finding["code"] for finding in wanted["findings"] if finding["severity"] != "note"]
    assert [finding.code for finding in state.findings] == asking
    if wanted["status"] == "stopped":
        assert (state.standing, state.plan, state.preview_wanted) == (Standing.STOPPED, None, None)
    else:
        assert state.plan is not None
        is_last = any(finding["code"] == "course.last_cycle" for finding in wanted["findings"])
        assert_same_figures(state.plan, wanted["preparation"], is_last=is_last)


def test_a_routine_plan_shows_an_empty_findings_area_and_its_notes_beside_their_figures(page: Page) -> None:
    page.open(plain_order())
    assert page.window.plan.findings.isHidden()
    assert page.note("infusion").startswith("90 min")
    assert page.note("next_dose").startswith("23 days since the last dose")
    assert page.note("dose") == page.note("vials") == ""


def test_behind_the_last_cycle_of_the_course_there_is_no_next_dose(page: Page) -> None:
    page.open(plain_order() | {"cycle": 14, "earlier_doses": {"count": 12, "lowest_mg_per_kg": "3.6"}})
    assert page.figure("next_dose") == "none"
    assert page.note("next_dose").startswith("Cycle 14 is the last of the course.")
    assert "21" not in page.note("next_dose")
    page.find(FigureCell, "plan_next_dose").setFocus()
    page.press(Qt.Key.Key_F1)
    text = page.find(QTextBrowser, "explanation_text").toPlainText()
    assert "Next dose from: none\nFormula: cycle 14 is the last of the course\nSource: US PI 2.1" in text


def test_a_check_that_did_not_run_says_so_all_the_time(page: Page) -> None:
    for order in (plain_order(), stopped_order()):
        page.open(order)
        assert page.note("not_checked").startswith("Not entered, so not checked: platelets")


@pytest.mark.parametrize("size", [(1366, 768), (911, 512), (683, 384)])
@pytest.mark.parametrize("order", [plain_order(), confirm_order(), stopped_order()], ids=["ready", "asks", "stopped"])
def test_a_check_that_did_not_run_is_in_sight_however_far_the_plan_is_scrolled(
    page: Page, order: dict[str, Any], size: tuple[int, int]
) -> None:
    page.window.resize(*size)
    page.open(order)
    area = page.find(QScrollArea, "plan_scroll")
    for place in (0, area.verticalScrollBar().maximum()):
        area.verticalScrollBar().setValue(place)
        settle()
        said = page.find(QLabel, "headline_sentence")
        assert said.text().endswith("Not every laboratory value was checked.")
        assert said.visibleRegion().boundingRect() == said.rect()
        assert said.heightForWidth(said.width()) <= said.height()


def test_nothing_is_said_of_checks_when_all_ran(page: Page) -> None:
    page.open(full_order() | {"decisions": None})
    assert page.note("not_checked") == ""
    assert "checked" not in page.sentence()


def test_no_number_is_left_on_the_page_of_a_stopped_order(page: Page) -> None:
    page.open(plain_order())
    page.choose("product", "trastuzumab (Herceptin)")
    assert not page.figures_are_shown()
    assert page.find(VialPicture, "vial_picture").accessibleName() == "Vials: not known"
    assert page.find(QLabel, "withheld").isVisible()
    assert not page.find(QWidget, "save_label").isEnabled()
    assert page.state.preview_wanted is None


def test_the_written_mg_stands_below_the_dose(page: Page) -> None:
    page.open(plain_order() | {"dose_mg": "250"})
    assert page.figure("dose") == "252\u00a0mg"
    written = page.find(QWidget, "plan_written")
    assert written.accessibleName() == "Written: 250\u00a0mg"
    dose = page.find(QWidget, "plan_dose")
    assert written.mapToGlobal(QPointF()).y() >= dose.mapToGlobal(QPointF(0, dose.height())).y()
    assert "not the written 250" in page.note("dose")


def test_the_dose_is_the_largest_type_on_the_page(page: Page) -> None:
    page.open(plain_order())
    sizes = {cell.objectName(): cell.sizeHint().height() for cell in page.window.plan.sheet.cells()}
    assert max(sizes, key=lambda name: sizes[name]) == "plan_dose"
    assert sizes["plan_dose"] > 1.5 * max(high for name, high in sizes.items() if name != "plan_dose")


def test_a_dose_of_another_medicine_says_so_in_plain_words(page: Page) -> None:
    page.open(plain_order() | {"dose_mg": "420"})
    first = page.cards()[0]
    said = [label.text().replace("\u2060", "") for label in first.findChildren(QLabel)]
    assert "STOP" in said
    assert "This is the dose of another medicine" in said
    assert any("trastuzumab (6\u00a0mg/kg every 3 weeks)" in text for text in said)


def test_every_figure_explains_itself_when_the_pointer_rests_on_it(page: Page) -> None:
    page.open(plain_order())
    for cell in page.window.plan.sheet.cells():
        place = QPointF(3, 3)
        QApplication.sendEvent(cell, QEnterEvent(place, place, place))
        assert cell.text() in cell.toolTip()
        assert "Formula" in cell.toolTip()
        assert "Source" in cell.toolTip()
        assert "this" in cell.toolTip()


def test_f1_explains_every_figure_beginning_with_the_one_in_focus(page: Page) -> None:
    page.open(plain_order())
    page.find(FigureCell, "plan_rate").setFocus()
    page.press(Qt.Key.Key_F1)
    text = page.find(QTextBrowser, "explanation_text").toPlainText()
    assert "12.6 mL × 20 mg/mL = 252 mg" in text
    assert "rounded down to the graduation" in text
    assert "US PI 2.4 (read in this source)" in text
    assert page.window.focusWidget() is page.find(QTextBrowser, "explanation_text")
    page.press(Qt.Key.Key_Escape)
    assert page.find(QWidget, "explanation").isHidden()
    assert page.window.focusWidget() is page.find(FigureCell, "plan_rate")


def test_vials_and_diluent_explain_themselves_as_every_other_figure(page: Page) -> None:
    page.open(plain_order())
    said = {"vials_0": "1 × 100\u00a0mg", "diluent_0": "5\u00a0mL Sterile Water for Injection into each"}
    said |= {"vials_1": "1 × 160\u00a0mg", "diluent_1": "8\u00a0mL Sterile Water for Injection into each"}
    assert {name: page.figure(name) for name in said} == said
    page.find(FigureCell, "plan_diluent_1").setFocus()
    page.press(Qt.Key.Key_F1)
    text = page.find(QTextBrowser, "explanation_text").toPlainText().replace("\u00a0", " ")
    assert "as labelled for a vial: 160 mg = 8 mL Sterile Water for Injection into each" in text
    assert "252 mg: the least unused mg, then the fewest vials" in text
    assert "overfilled so that 8 mL can be withdrawn" in text


def test_the_arrow_keys_pass_over_the_strength_of_which_no_vial_is_opened(page: Page) -> None:
    page.open(plain_order() | {"dose_mg": None, "weight": {"kg": "27.7", "measured_on": "2026-11-20"}, "cycle": 1})
    page.click("history_none")
    page.find(FigureCell, "plan_diluent_0").setFocus()
    QTest.keyClick(page.window.focusWidget(), Qt.Key.Key_Right)
    assert page.window.focusWidget() is page.find(FigureCell, "plan_volume_drawn")


def test_the_picture_of_the_vials_says_how_full_each_is_after_drawing(page: Page) -> None:
    assert not page.find(QLabel, "vial_legend").isVisible()
    page.open(plain_order())
    said = page.find(VialPicture, "vial_picture").accessibleName().replace("\u00a0", " ")
    assert said == "Vials: 1 × 100 mg, empty after drawing; 1 × 160 mg, 8 mg left in the last after drawing"
    assert page.find(QLabel, "vial_legend").isVisible()


def test_the_arrow_keys_go_through_the_figures(page: Page) -> None:
    page.open(plain_order())
    cells = page.window.plan.sheet.cells()
    cells[0].setFocus()
    for cell in cells[1:]:
        QTest.keyClick(page.window.focusWidget(), Qt.Key.Key_Right)
        assert page.window.focusWidget() is cell


def test_an_order_typed_half_keeps_its_place_with_every_value_withheld(page: Page) -> None:
    page.open(plain_order())
    before = page.find(QWidget, "plan_next_dose").mapToGlobal(QPointF())
    page.type("weight_kg", "70.")
    assert not page.figures_are_shown()
    assert page.find(QWidget, "plan_next_dose").isVisible()
    assert page.find(QWidget, "plan_next_dose").mapToGlobal(QPointF()) == before


def test_the_picture_of_the_course_is_there_only_when_there_is_a_course(page: Page) -> None:
    page.open(plain_order() | {"prior_doses": [], "cycle": 1})
    assert page.find(QWidget, "history_picture").isHidden()
    page.open(plain_order())
    picture = page.find(QWidget, "history_picture")
    assert picture.isVisible()
    assert "30-Oct-2026: 3.6\u00a0mg/kg, 70\u00a0kg" in picture.accessibleName()
    assert "23\u00a0d since the last dose" in picture.accessibleName()


def test_two_equal_instants_at_different_offsets_are_shown_as_their_own_clocks(tmp_path: Path) -> None:
    here = show(plain_order(), tmp_path)
    there = show(plain_order() | {"prepare_at": "2026-11-22T08:00:00Z"}, tmp_path)
    assert here.plan is not None
    assert there.plan is not None
    assert here.plan.figures["bag_use_by"].text == "23-Nov-2026 09:00"
    assert there.plan.figures["bag_use_by"].text == "23-Nov-2026 08:00"


def test_a_thousand_keys_neither_take_nor_lose_references_to_none(page: Page) -> None:
    page.open(plain_order())

    def type_on() -> None:
        for weight in ("70", "71") * 500:
            page.window.model.set_entry("weight_kg", weight)
            QApplication.processEvents()
        gc.collect()

    type_on()
    before = sys.getrefcount(None)
    type_on()
    assert abs(sys.getrefcount(None) - before) < 100
