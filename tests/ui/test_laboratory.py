"""The laboratory values on the page: typed as reported, judged at once by the label's row, kept like every entry."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from prep_assistant.calculation import Severity
from prep_assistant.documents import read_order
from prep_assistant.ui.views.choice_box import ChoiceBox
from tests.orders import plain_order
from tests.ui.laboratory import BILLION, HEALTHY, band, enter, found, heading, ordered, unfold
from tests.ui.page import Page, settle


def test_the_laboratory_values_are_folded_and_not_made_before_somebody_unfolds_them(page: Page) -> None:
    assert heading(page) == "Laboratory values: none entered"
    assert page.window.findChild(QLineEdit, "platelets") is None
    unfold(page)
    assert page.find(QLineEdit, "platelets").isVisible()


def test_an_opened_order_with_values_is_unfolded_and_says_how_many_there_are(page: Page) -> None:
    page.open(ordered() | {"labs": {"collected_on": "2026-11-17", "platelets_per_mm3": 150_000, "alt_x_uln": "1"}})
    assert heading(page) == "Laboratory values: 2 of 9, 17-Nov-2026"
    assert page.find(QLineEdit, "alt").isVisible()


def test_an_order_without_values_stays_folded(page: Page) -> None:
    page.open(plain_order())
    assert page.window.findChild(QLineEdit, "platelets") is None


def test_values_typed_as_reported_make_the_order_of_their_multiples(page: Page) -> None:
    page.open(plain_order())
    enter(page, **HEALTHY)
    assert heading(page) == "Laboratory values: 9 of 9, 21-Nov-2026"
    page.window.model.save_order(page.folder / "typed.json")
    assert read_order((page.folder / "typed.json").read_bytes()) == read_order(json.dumps(ordered()).encode())
    assert page.headline() == "Ready"
    assert page.note("not_checked") == ""


# From the table of the issue: typed over healthy values, what it stands for in an order, and what is found.
TYPED = [
    ("EBC", {"platelets": "74999"}, {"platelets_per_mm3": 74_999}, "toxicity.platelets.hold", "hold until 75,000/mm³"),
    ("EBC", {"platelets": "75000"}, {"platelets_per_mm3": 75_000}, "", "no change"),
    ("MBC", {"platelets": "24999"}, {"platelets_per_mm3": 24_999}, "toxicity.platelets.hold_reduce", "one level lower"),
    ("EBC", {"alt": "120"}, {"alt_x_uln": "3"}, "", "3 × ULN (≤ 3): no change"),
    ("EBC", {"alt": "120.0001"}, {"alt_x_uln": "3.0001"}, "toxicity.alt.hold_reduce", "one level lower"),
    ("MBC", {"alt": "200"}, {"alt_x_uln": "5"}, "", "5 × ULN (≤ 5): no change"),
    ("EBC", {"ast": "140"}, {"ast_x_uln": "4"}, "toxicity.ast.hold", "the same level"),
    ("MBC", {"ast": "700.0001"}, {"ast_x_uln": "20.0001"}, "toxicity.ast.discontinue", "discontinue permanently"),
    (
        "EBC",
        {"bilirubin": "1.2001"},
        {"bilirubin_x_uln": "1.0001"},
        "toxicity.bilirubin.hold_reduce",
        "1 × ULN or less",
    ),
    ("MBC", {"bilirubin": "1.8"}, {"bilirubin_x_uln": "1.5"}, "", "1.5 × ULN (≤ 1.5): no change"),
    ("MBC", {"lvef": "40"}, {"lvef_percent": "40"}, "toxicity.lvef.hold", "fall ≥ 10 points"),
    ("EBC", {"neuropathy": "3"}, {"neuropathy_grade": 3}, "toxicity.neuropathy.hold", "grade 2 or less"),
    ("MBC", {"heart_failure": "yes"}, {"symptomatic_heart_failure": True}, "toxicity.heart_failure.discontinue", "yes"),
    ("EBC", {"ild": "yes"}, {"ild_or_pneumonitis": True}, "toxicity.ild_or_pneumonitis.discontinue", "yes"),
    (
        *("EBC", {"nrh": "yes"}, {"nodular_regenerative_hyperplasia": True}),
        *("toxicity.nodular_regenerative_hyperplasia.discontinue", "discontinue permanently"),
    ),
]
REACTIONS = {"ild": "ild_or_pneumonitis", "nrh": "nodular_regenerative_hyperplasia"}


@pytest.mark.parametrize("case", TYPED)
def test_a_value_typed_and_a_value_opened_give_the_same_plan_and_band(
    page: Page, case: tuple[str, dict[str, str], dict[str, Any], str, str]
) -> None:
    indication, typed, labs, code, words = case
    page.open(ordered(indication))
    enter(page, **(HEALTHY | typed))
    (name,) = typed
    expected = {code: Severity.STOP} if code else {}
    typed_band = band(page, REACTIONS.get(name, name))
    assert found(page) == expected
    assert words in typed_band
    page.open(ordered(indication, **labs))
    assert found(page) == expected
    assert band(page, REACTIONS.get(name, name)) == typed_band
    assert page.figures_are_shown() is not bool(code)


def test_the_quotient_that_does_not_end_is_rounded_up_and_shown(page: Page) -> None:
    page.open(ordered())
    enter(page, alt="100", alt_limit="35")
    assert band(page, "alt") == "2.8572 × ULN (≤ 3): no change."


def test_liver_injury_is_said_below_the_bilirubin(page: Page) -> None:
    page.open(ordered("MBC"))
    enter(page, alt="160.01", alt_limit="40", bilirubin="2.5", bilirubin_limit="1.2")
    assert band(page, "alt") == "4.0003 × ULN (≤ 5): no change."
    assert "together with bilirubin above 2 × ULN: discontinue permanently" in band(page, "liver_injury")
    assert found(page)["toxicity.liver_injury.discontinue"] is Severity.STOP
    page.type("bilirubin", "2.4")
    assert band(page, "liver_injury") == ""


def test_a_band_is_said_before_the_order_is_complete(page: Page) -> None:
    page.choose("indication", "early breast cancer (EBC)")
    enter(page, platelets="60", platelets_unit=BILLION)
    assert band(page, "platelets").startswith("60,000 /mm³ (≥ 25,000 to < 75,000): hold until")
    assert page.headline() == "Not complete"
    page.type("platelets", "")
    assert band(page, "platelets") == ""


def test_without_an_indication_it_is_said_that_the_rows_depend_on_it(page: Page) -> None:
    enter(page, platelets="60", platelets_unit=BILLION)
    hint = page.find(QLabel, "laboratory_hint")
    assert "depend on the indication" in hint.text()
    page.choose("indication", "metastatic breast cancer (MBC)")
    assert hint.isHidden()
    assert band(page, "platelets") == "60,000 /mm³ (≥ 50,000): no change."


@pytest.mark.parametrize(
    ("count", "unit", "wanted"),
    [
        ("150", "per mm³", "Is it 150 × 10^9/L? 150 per mm³ is hardly a count. Choose the unit of the report."),
        ("999", "per mm³", "write it as 0.999 × 10^9/L"),
        ("150000", BILLION, "Is it 150,000 per mm³?"),
        ("1000", BILLION, "write it as 1000000 per mm³"),
    ],
)
def test_a_count_that_is_ordinary_in_the_other_unit_asks_instead_of_judging(
    page: Page, count: str, unit: str, wanted: str
) -> None:
    page.open(ordered())
    enter(page, platelets_unit=unit, platelets=count)
    assert wanted in page.error("platelets").replace("\u00a0", " ")
    assert band(page, "platelets") == ""
    assert page.headline() == "Not complete"


def test_a_count_that_is_still_being_typed_is_not_asked_about(page: Page) -> None:
    page.open(ordered())
    page.type("platelets", "150")
    assert page.error("platelets") == ""
    page.leave()
    assert "hardly a count" in page.error("platelets")


def test_a_count_that_truly_is_so_low_can_be_entered(page: Page) -> None:
    page.open(ordered())
    enter(page, platelets_unit=BILLION, platelets="0.999")
    assert page.error("platelets") == ""
    assert band(page, "platelets").startswith(
        "999 /mm³ (< 25,000): hold until 75,000/mm³ or more, then treat one level"
    )


@pytest.mark.parametrize(
    ("name", "typed", "wanted"),
    [
        ("platelets", "150,000", "has a comma"),
        ("platelets", "12345678", "more than 7 digits"),
        ("platelets", "25000.5", "25000.5 per mm³ cannot be used; expected whole platelets per mm³. Compare"),
        ("alt", "00", "begins with a zero"),
        ("alt", "1e2", "letters in it"),
        ("alt_limit", "0", "is zero"),
        ("lvef", "-60", "has a sign"),
        ("lvef_measured_on", "20.10.2026", "Write the year first"),
        ("collected_on", "2026-02-30", "no day of the calendar"),
        ("neuropathy", "5", "outside 0 to 4"),
    ],
)
def test_a_value_that_cannot_be_used_says_what_why_and_what_to_do_beside_its_field(
    page: Page, name: str, typed: str, wanted: str
) -> None:
    page.open(ordered())
    page.type(name, typed)
    page.leave()
    assert wanted in page.error(name)
    assert page.headline() == "Not complete"
    assert not page.figures_are_shown()


def test_a_multiple_too_large_for_an_order_is_refused_beside_the_value(page: Page) -> None:
    page.open(ordered())
    enter(page, alt="99999", alt_limit="0.5")
    assert "99999 ÷ 0.5 cannot be used; expected at most 99999.9999 times the upper limit. Compare" in page.error("alt")


@pytest.mark.parametrize(
    ("erased", "wanted"),
    [
        ("collected_on", "Laboratory values, collected on"),
        ("alt_limit", "ALT, the laboratory's upper limit"),
        ("bilirubin", "Bilirubin"),
        ("platelets", "Platelets"),
        ("lvef_measured_on", "LVEF measured on"),
    ],
)
def test_what_a_value_cannot_do_without_is_named_as_still_to_enter(page: Page, erased: str, wanted: str) -> None:
    page.open(ordered())
    page.type(erased, "")
    assert page.state.headline.sentence == f"Still to enter: {wanted}."
    assert page.headline() == "Not complete"


def test_a_unit_without_a_count_and_a_count_without_a_unit_are_not_complete(page: Page) -> None:
    page.open(ordered())
    page.choose("platelets_unit", "(not entered)")
    assert page.state.headline.sentence == "Still to enter: Platelets counted in."
    page.type("platelets", "")
    assert page.headline() != "Not complete"
    assert heading(page) == "Laboratory values: 8 of 9, 21-Nov-2026"
    assert "platelets" in page.note("not_checked")


def test_all_values_taken_away_leave_an_order_without_laboratory(page: Page) -> None:
    page.open(plain_order() | {"labs": {"collected_on": "2026-11-21", "neuropathy_grade": 1}})
    page.type("neuropathy", "")
    page.type("collected_on", "")
    assert page.state.preview_wanted is not None
    assert page.state.preview_wanted.order.labs is None
    assert heading(page) == "Laboratory values: none entered"


def test_the_dates_are_said_back_with_their_months_in_letters(page: Page) -> None:
    page.open(ordered())
    assert page.find(QLabel, "collected_on_echo").text() == "21-Nov-2026"
    assert page.find(QLabel, "lvef_measured_on_echo").text() == "20-Oct-2026"


def test_values_are_taken_back_and_made_again_like_every_entry(page: Page) -> None:
    page.open(ordered())
    page.type("alt", "130")
    page.leave()
    page.choose("ild", "yes")
    page.click("undo")
    page.click("undo")
    assert (page.entry("alt"), page.find(ChoiceBox, "ild").currentText()) == ("0.5", "no")
    assert found(page) == {}
    page.window.model.redo()
    assert page.entry("alt") == "130"
    assert found(page) == {"toxicity.alt.discontinue": Severity.STOP}


@pytest.mark.parametrize("choice", ["heart_failure", "ild", "nrh"])
def test_a_diagnosis_that_nobody_asked_about_can_be_left_open_again(page: Page, choice: str) -> None:
    page.open(ordered())
    page.choose(choice, "(not entered)")
    assert heading(page).startswith("Laboratory values: 8 of 9")
    assert page.headline() == "Ready"


@pytest.fixture
def _each_key_alone() -> Iterator[None]:
    """Every key begins a new search in a list."""
    usual = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(0)
    yield
    QApplication.setKeyboardInputInterval(usual)


@pytest.mark.usefixtures("_each_key_alone")
@pytest.mark.parametrize(("keys", "chosen"), [("n", "no"), ("y", "yes"), ("yn", "no"), ("ny", "yes")])
def test_a_diagnosis_is_answered_with_one_key(page: Page, keys: str, chosen: str) -> None:
    unfold(page)
    box = page.find(ChoiceBox, "ild")
    box.setFocus()
    QTest.keyClicks(box, keys)
    assert box.currentText() == chosen
    assert page.state.entries["ild"].text == chosen


def test_the_entry_of_ild_says_that_radiotherapy_pneumonitis_is_another_thing(page: Page) -> None:
    unfold(page)
    said = page.find(QLabel, "ild_help")
    assert said.isVisible()
    assert "Pneumonitis from radiotherapy is not this" in said.text()
    assert page.find(ChoiceBox, "ild").toolTip() == said.text()


@pytest.mark.parametrize("width", [1366, 1280, 911])
def test_the_heading_is_not_cut(page: Page, width: int) -> None:
    page.open(ordered())
    page.window.resize(width, 768)
    settle()
    button = page.find(QPushButton, "laboratory")
    one_line = QFontMetrics(button.font()).horizontalAdvance(button.text()) + 8
    assert button.width() > one_line or button.height() >= button.heightForWidth(button.width()) > 40
