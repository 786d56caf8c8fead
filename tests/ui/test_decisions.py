"""A prescriber's documented decision on a laboratory finding: typed below the value that asks for it."""

import json

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from prep_assistant.calculation import Severity
from prep_assistant.documents import read_order
from tests.orders import full_order
from tests.ui.laboratory import ORDERED, found, ordered
from tests.ui.page import Page

BY, REASON = "decision_toxicity_bilirubin_hold_reduce_by", "decision_toxicity_bilirubin_hold_reduce_reason"
CODE = "toxicity.bilirubin.hold_reduce"


def test_a_decision_typed_below_its_value_turns_the_stop_into_a_question(page: Page) -> None:
    page.open(ordered(bilirubin_x_uln="1.2"))
    assert found(page) == {CODE: Severity.STOP}
    page.type(BY, "Dr Example")
    assert page.state.headline.sentence == "Still to enter: Decision: reason."
    page.leave()
    page.type(REASON, "Gilbert syndrome known")
    assert found(page) == {CODE: Severity.CONFIRM}
    assert "Decided otherwise by Dr Example: Gilbert syndrome known." in page.state.findings[0].message
    page.window.model.save_order(page.folder / "decided.json")
    saved = json.loads((page.folder / "decided.json").read_bytes())
    assert saved["decisions"] == [
        {"finding": CODE, "decided_by": "Dr Example", "reason": "Gilbert syndrome known"}
    ]  # fmt: skip


def test_a_decision_can_be_taken_back_step_by_step_and_by_emptying_it(page: Page) -> None:
    page.open(ordered(bilirubin_x_uln="1.2"))
    page.type(BY, "Dr Example")
    page.leave()
    page.type(REASON, "Gilbert")
    page.leave()
    page.click("undo")
    assert (page.entry(BY), page.entry(REASON)) == ("Dr Example", "")
    page.window.model.redo()
    assert page.entry(REASON) == "Gilbert"
    page.type(BY, "")
    page.type(REASON, "")
    assert found(page) == {CODE: Severity.STOP}
    assert page.headline() == "Stopped"


def test_an_opened_decision_stands_below_its_value(page: Page) -> None:
    page.open(full_order() | {"labs": ORDERED | {"bilirubin_x_uln": "1.2"}})
    assert (page.entry(BY), page.entry(REASON)) == ("Dr Example", "Gilbert syndrome known")


def test_a_decision_that_no_value_asks_for_stays_in_sight(page: Page) -> None:
    page.open(full_order())
    title = page.find(QWidget, "decision_toxicity_bilirubin_hold_reduce").findChild(QLabel)
    assert title is not None
    assert "No value asks for it now" in title.text()
    assert page.entry(BY) == "Dr Example"


def test_a_decision_on_what_cannot_be_decided_is_kept_and_said_to_be_without_effect(page: Page) -> None:
    decisions = [
        {"finding": "toxicity.alt.discontinue", "decided_by": "Dr Other", "reason": "metastases"},
        {"finding": CODE, "decided_by": "Dr One", "reason": "first"},
        {"finding": CODE, "decided_by": "Dr Two", "reason": "second"},
    ]
    order = ordered(bilirubin_x_uln="1.2", alt_x_uln="21") | {"decisions": decisions}
    page.open(order)
    hint = page.find(QLabel, "laboratory_hint").text()
    assert "without effect: the decision of Dr Other on “toxicity.alt.discontinue”" in hint
    assert "the decision of Dr Two" in hint
    assert found(page)["toxicity.alt.discontinue"] is Severity.STOP
    page.window.model.save_order(page.folder / "kept.json")
    assert read_order((page.folder / "kept.json").read_bytes()) == read_order(json.dumps(order).encode())


def test_a_decision_without_any_value_is_kept_and_in_sight(page: Page) -> None:
    order = full_order() | {"labs": None}
    page.open(order)
    assert page.entry(BY) == "Dr Example"
    page.window.model.save_order(page.folder / "kept.json")
    assert read_order((page.folder / "kept.json").read_bytes()) == read_order(json.dumps(order).encode())


def test_a_decision_that_cannot_be_printed_is_refused_beside_its_text(page: Page) -> None:
    page.open(ordered(bilirubin_x_uln="1.2"))
    page.type(BY, "Dr Example")
    page.type(REASON, " Gilbert")
    error = page.find(QLabel, f"{REASON}_error")
    assert "A blank stands at the beginning or the end. Take it away." in error.text()
    assert page.headline() == "Not complete"


def test_nothing_is_asked_to_be_decided_that_the_label_discontinues(page: Page) -> None:
    page.open(ordered(alt_x_uln="21"))
    names = [widget.objectName() for widget in page.window.findChildren(QLineEdit)]
    assert [name for name in names if name.startswith("decision_toxicity_alt")] == []
