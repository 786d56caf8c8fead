"""The desk that alone draws paper: off the window's thread, only the newest preview, nothing lost that was wanted."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from prep_assistant.calculation import plan
from prep_assistant.documents import read_order
from prep_assistant.formulary import load_formulary
from prep_assistant.paper import draw_label
from prep_assistant.ui.viewmodels.paper_desk import Document, PaperDesk, PaperMade, PaperWanted, Purpose

FORMULARY = load_formulary()
EXAMPLE = json.loads((Path(__file__).parents[2] / "examples" / "order-routine.json").read_text(encoding="utf-8"))


def wanted(purpose: Purpose, *, order_id: str = "RX-1", level: str = "3.6", dots_per_inch: int = 0) -> PaperWanted:
    content = EXAMPLE | {"order_id": order_id, "dose_mg_per_kg": level}
    order = read_order(json.dumps(content).encode())
    made = plan(order, FORMULARY.monograph, FORMULARY.policy)
    return PaperWanted(Document.LABEL, purpose, "100x150", order, made, {}, dots_per_inch)


@pytest.fixture
def desk() -> Iterator[PaperDesk]:
    made = PaperDesk()
    yield made
    made.close()


def order_ids(answers: list[PaperMade]) -> list[str]:
    return [given.wanted.order.order_id for given in answers if given.wanted.order is not None]


def answer(qtbot: QtBot, desk: PaperDesk, asked: PaperWanted) -> PaperMade:
    with qtbot.waitSignal(desk.made, timeout=20_000) as signal:
        desk.ask(asked)
    made = signal.args[0]
    assert isinstance(made, PaperMade)
    return made


def test_a_label_that_was_asked_for_is_the_very_bytes_of_the_label(qtbot: QtBot, desk: PaperDesk) -> None:
    asked = wanted(Purpose.SAVE)
    assert asked.order is not None
    assert asked.plan is not None
    assert answer(qtbot, desk, asked).pdf == draw_label(asked.order, asked.plan)


def test_a_preview_carries_its_page_at_the_resolution_that_was_asked(qtbot: QtBot, desk: PaperDesk) -> None:
    made = answer(qtbot, desk, wanted(Purpose.PREVIEW, dots_per_inch=254))
    (page,) = made.pages
    assert (page.width, page.height) == pytest.approx((1000, 1500), abs=2)
    assert len(page.grey) == page.stride * page.height
    assert min(page.grey) == 0
    assert max(page.grey) == 255


def test_of_many_previews_only_the_newest_is_answered(qtbot: QtBot, desk: PaperDesk) -> None:
    answers: list[PaperMade] = []
    desk.made.connect(answers.append)
    last = wanted(Purpose.PREVIEW, order_id="RX-LAST")
    for number in range(20):
        desk.ask(wanted(Purpose.PREVIEW, order_id=f"RX-{number}"))
    made = answer(qtbot, desk, last)
    assert order_ids(answers) == ["RX-LAST"]
    assert made.wanted is last


def test_a_label_to_be_saved_is_made_though_a_newer_preview_was_asked_for(qtbot: QtBot, desk: PaperDesk) -> None:
    answers: list[PaperMade] = []
    desk.made.connect(answers.append)
    desk.ask(wanted(Purpose.SAVE, order_id="RX-SAVED"))
    answer_to_last = wanted(Purpose.PREVIEW, order_id="RX-LAST")
    desk.ask(answer_to_last)
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=20_000)
    assert set(order_ids(answers)) == {"RX-SAVED", "RX-LAST"}


def test_previews_that_were_dropped_are_not_answered(qtbot: QtBot, desk: PaperDesk) -> None:
    answers: list[PaperMade] = []
    desk.made.connect(answers.append)
    desk.ask(wanted(Purpose.PREVIEW))
    desk.drop_previews()
    answer(qtbot, desk, wanted(Purpose.SAVE, order_id="RX-SAVED"))
    assert order_ids(answers) == ["RX-SAVED"]


def test_a_stopped_plan_gives_no_paper_but_the_reason(qtbot: QtBot, desk: PaperDesk) -> None:
    made = answer(qtbot, desk, wanted(Purpose.SAVE, level="6"))
    assert made.pdf == b""
    assert made.pages == ()
    assert "stopped" in made.problem


def test_a_desk_that_was_never_asked_starts_no_thread_and_closes_at_once() -> None:
    desk = PaperDesk()
    desk.close()
    assert all(thread.isFinished() or not thread.isRunning() for thread in desk.findChildren(QThread))
