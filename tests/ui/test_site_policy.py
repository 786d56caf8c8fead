"""A site's policy at the window: decimal mark, size of label, figures, and the message in place of the page."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from prep_assistant.formulary import Formularies
from tests.orders import plain_order, with_value
from tests.policies import policy_file
from tests.ui.desks import Start
from tests.ui.page import Page

POLICY = """\
[dose]
graduation = 0.5
[label]
size = "102x76"
[entry]
decimal_mark = "comma"
"""


@pytest.fixture
def formularies() -> Formularies:
    return Formularies([policy_file(POLICY)])


# 69.7 kg × 3.6 mg/kg ÷ 20 mg/mL = 12.546 mL, down to 0.5 mL.
def test_a_number_with_the_sites_comma_is_read_and_shown_with_a_point(page: Page) -> None:
    page.enter_new_patient(dose_mg_per_kg="3,6", weight_kg="69,7", dose_mg="250,9")
    assert page.error("weight_kg") == ""
    assert page.figure("volume_drawn") == "12.5\u00a0mL"
    assert page.entry("weight_kg") == "69,7"


@pytest.mark.parametrize(
    "typed", ["70.4", "7.000,4", "7,,0", "1.250", "70,12345", "0,0", "07,5", ",5", "123456", "1e2"]
)
def test_where_the_comma_is_the_mark_what_can_be_doubted_is_refused(page: Page, typed: str) -> None:
    page.open(plain_order())
    page.type("weight_kg", typed)
    page.leave()
    assert page.entry("weight_kg") == typed
    assert f"“{typed}”" in page.error("weight_kg")
    assert "Write digits with one comma, such as 70,4." in page.error("weight_kg")
    assert not page.figures_are_shown()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("70.4", "has a point, which may mean thousands or decimals."),
        ("7,,0", "has more than one decimal comma."),
        (",5", "has no digit before the comma."),
        ("70,", "has no digit behind the comma."),
    ],
)
def test_a_refusal_speaks_of_the_sites_mark(page: Page, typed: str, why: str) -> None:
    page.type("weight_kg", typed)
    page.leave()
    assert why in page.error("weight_kg")


def test_what_may_become_right_with_the_comma_is_not_wrong_while_it_is_typed(page: Page) -> None:
    page.type("weight_kg", "70,")
    assert page.error("weight_kg") == ""


def test_an_opened_order_stands_there_as_the_site_types_it_and_is_saved_with_points(page: Page, tmp_path: Path) -> None:
    order = with_value("prior_doses[0].weight_kg", "69.5", with_value("weight.kg", "70.4", plain_order()))
    page.open(order)
    assert page.entry("weight_kg") == "70,4"
    assert (page.cell(0, 1), page.cell(0, 2)) == ("3,6", "69,5")
    assert page.figures_are_shown()
    page.window.model.save_order(tmp_path / "saved.json")
    saved = (tmp_path / "saved.json").read_text("utf-8")
    assert '"70.4"' in saved
    assert '"69.5"' in saved


def test_pasted_rows_are_read_with_the_sites_mark(page: Page) -> None:
    page.window.model.paste_rows("2026-10-30\t3,6\t70,5\t90\tnone\n2026-10-09\t3.6\t70\t90\tnone\n")
    assert "1 to correct" in page.message()


def test_the_preview_begins_with_the_sites_size_of_label(page: Page) -> None:
    assert page.window.papers.state.choice.size == "102x76"


def test_the_explanation_names_the_sites_policy_and_its_file(page: Page) -> None:
    page.open(plain_order())
    shown = page.state.plan
    assert shown is not None
    rounded_by = dict(shown.figures["volume_drawn"].explained.lines())["Rounded by"]
    assert "Site policy: graduation" in rounded_by
    assert "/machine/policy.toml" in rounded_by
    assert "House limit" not in rounded_by


REFUSED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from prep_assistant import start

def look():
    (message,) = [it for it in QApplication.topLevelWidgets() if it.isVisible()]
    print(message.objectName(), message.informativeText(), sep="\\n")
    button = message.findChild(QPushButton, "close_refused_start")
    print(button.accessibleName())
    button.click()

QTimer.singleShot(0, look)
sys.exit(start.open_window())
"""


def start(folder: Path, policy: str) -> subprocess.CompletedProcess[str]:
    file = folder / "prep-assistant" / "policy.toml"
    file.parent.mkdir()
    file.write_text(policy, "utf-8")
    places = {"XDG_CONFIG_DIRS": str(folder), "XDG_STATE_HOME": str(folder / "state"), "HOME": str(folder)}
    environment = os.environ | places
    command = [sys.executable, "-c", REFUSED]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    ("policy", "entry", "defect"),
    [
        ("[use_by]\ncap = 25\n", "use_by.cap", "expected a whole number from 4 to 24 h"),
        ("[dose]\ngraduation = 0,5\n", "the file", "is no TOML (line 2, column 15)"),
    ],
)
def test_a_policy_that_cannot_be_used_shows_a_message_in_place_of_the_page(
    tmp_path: Path, policy: str, entry: str, defect: str
) -> None:
    ended = start(tmp_path, policy)
    name, *lines = ended.stdout.splitlines()
    assert (ended.returncode, name) == (2, "refused_start")
    assert lines[:2] == [f"File: {tmp_path / 'prep-assistant' / 'policy.toml'}", f"Entry: {entry}"]
    assert defect in lines[2]
    assert "Correct the entry, or take it out of the file; then start again." in ended.stdout
    assert lines[-1] == "Close this message and end the program"
    assert "Traceback" not in ended.stderr
    (log,) = tmp_path.rglob("prep-assistant.log")
    assert log.read_text("ascii").split()[1:] == ["start.refused"]


def test_the_programs_own_window_offers_the_label_size_of_the_policy_first(open_desk: Start, tmp_path: Path) -> None:
    home = tmp_path / "home"
    file = home / "config" / "prep-assistant" / "policy.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[label]\nsize = "102x76"\n', "utf-8")
    assert open_desk(home).do("window().papers.state.choice.size") == "102x76"
