"""What the window remembers: its place, borders, theme and folder, and never a patient, not even in Qt's own files."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtCore import QRect, QSize

from prep_assistant.settings import SettingsError
from prep_assistant.ui.viewmodels.draft import Draft
from prep_assistant.ui.viewmodels.typed import list_patient_words
from prep_assistant.ui.views.placing import TITLE_BAR, place_on_screens
from prep_assistant.ui.views.remembering import say_damage
from tests.program import run_program
from tests.ui.desks import Start

MAIN, SECOND = QRect(0, 0, 1920, 1040), QRect(1920, 0, 1366, 728)
LEAST = QSize(560, 330)
PLACE = "[window().geometry().x(), window().geometry().y(), window().width(), window().height()]"
SAVE = """[
    window().files.ask_where_to_save("order", "order", window().model.save_order),
    window().files._open[0].selectFile({path!r}),
    window().files._open[0].accept(),
]"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def settings_file(home: Path) -> Path:
    return home / "config" / "prep-assistant" / "settings.toml"


def write_settings(home: Path, text: str) -> None:
    settings_file(home).parent.mkdir(parents=True)
    settings_file(home).write_text(text, "utf-8")


def one_line(asked: str) -> str:
    return " ".join(asked.split())


def test_size_place_borders_and_theme_come_back(open_desk: Start, home: Path) -> None:
    first = open_desk(home)
    first.do("window().setGeometry(20, 60, 700, 600)")
    first.do("[window().body.share_out((4_000, 3_000)), window().use_theme('dark')]")
    assert first.end() == (0, [])
    second = open_desk(home)
    assert second.do(PLACE) == [20, 60, 700, 600]
    assert second.do("[window().body.shares, window().look.name]") == [[4_000, 3_000], "dark"]
    assert second.end() == (0, [])


def test_a_maximised_window_comes_back_maximised_and_knows_its_smaller_size(open_desk: Start, home: Path) -> None:
    first = open_desk(home)
    first.do("[window().setGeometry(20, 60, 700, 600), window().showMaximized()]")
    first.end()
    assert "maximized = true" in settings_file(home).read_text("utf-8")
    second = open_desk(home)
    assert second.do("window().isMaximized()") is True
    second.do("window().showNormal()")
    assert second.do("[window().width(), window().height()]") == [700, 600]
    second.end()


def test_a_window_on_a_screen_that_is_gone_comes_back_on_one_that_is_there(open_desk: Start, home: Path) -> None:
    write_settings(home, "[window]\nleft = 5000\ntop = -3000\nwidth = 790\nheight = 700\n")
    desk = open_desk(home)
    # The screen of the platform without one has 800 x 800.
    left, top, wide, high = desk.do(PLACE)
    assert (wide, high) == (790, 700)
    assert QRect(0, 0, 800, 800).contains(QRect(left, top, wide, high))
    desk.end()


def test_a_window_that_fits_stays_where_it_was() -> None:
    wanted = QRect(2000, 40, 1000, 600)
    assert place_on_screens(wanted, [MAIN, SECOND], LEAST) == wanted


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        (QRect(2000, 40, 1000, 600), QRect(920, 40, 1000, 600)),
        (QRect(-400, -50, 1000, 600), QRect(0, TITLE_BAR, 1000, 600)),
        (QRect(100, 900, 1000, 600), QRect(100, 440, 1000, 600)),
        (QRect(100, 100, 5000, 5000), QRect(0, TITLE_BAR, 1920, 1040 - TITLE_BAR)),
        (QRect(100, 100, 3, 4), QRect(100, 100, 560, 330)),
    ],
)
def test_a_window_comes_back_wholly_on_the_screen_that_is_left(wanted: QRect, place: QRect) -> None:
    assert place_on_screens(wanted, [MAIN], LEAST) == place


def test_on_a_screen_too_small_for_it_the_title_stays_in_sight_and_nothing_is_cut() -> None:
    tiny = QRect(10, 10, 400, 300)
    assert place_on_screens(QRect(0, 0, 1366, 768), [tiny], LEAST) == QRect(10, 10 + TITLE_BAR, 560, 330)


def test_a_setting_of_the_command_line_holds_for_one_run(open_desk: Start, home: Path) -> None:
    desk = open_desk(home, "--set", "window.theme=high-contrast", "--set", "order.jurisdiction=EU")
    assert desk.do("window().look.name") == "contrast"
    assert desk.do("window().model.setting.formulary.monograph.jurisdiction") == "EU"
    desk.end()
    assert "theme" not in settings_file(home).read_text("utf-8")


def test_a_setting_of_the_command_line_that_is_none_is_refused_in_one_line(tmp_path: Path) -> None:
    outcome = run_program("--set", "window.theme=pink", environment={"HOME": str(tmp_path)})
    assert (outcome.code, outcome.out) == (2, b"")
    assert outcome.err.startswith("prep-assistant: command line: window.theme: came text")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[window\n", "the file: is no TOML (line 1, column 8); correct it, or remove the file"),
        ('[window]\ntheme = "pink"\n', "window.theme: came text; expected one of"),
        ("[patient]\nname = 1\n", "patient.name: is not known"),
    ],
)
def test_a_damaged_settings_file_is_said_and_left_alone(open_desk: Start, home: Path, text: str, said: str) -> None:
    write_settings(home, text)
    desk = open_desk(home)
    notices = desk.do("notices()")
    assert notices.startswith(f"Settings not used: {settings_file(home)}: {said}")
    assert "correct them and start the program anew" in notices
    desk.do('type("mrn", "00417")')
    assert desk.do("notices()") == notices
    assert desk.end() == (0, [])
    assert settings_file(home).read_text("utf-8") == text


def test_two_damaged_places_are_both_said() -> None:
    said = say_damage(
        [SettingsError("a.toml", "x.y", "is not known"), SettingsError("b.toml", "the file", "is no TOML")]
    )
    assert [line.split(":")[1] for line in said.splitlines()] == [" a.toml", " b.toml"]
    assert say_damage([]) == ""


def kept_texts(home: Path) -> str:
    """What the program and Qt wrote, without the draft."""
    files = (
        path for path in home.rglob("*") if path.is_file() and path.name not in {"draft", "child.py", "order.json"}
    )
    # Qt writes folders as addresses.
    return unquote("\n".join(path.read_text("utf-8", errors="replace") for path in files))


def test_the_last_folder_comes_back(open_desk: Start, home: Path, tmp_path: Path) -> None:
    (tmp_path / "orders").mkdir()
    desk = open_desk(home)
    desk.do(one_line(SAVE.format(path=str(tmp_path / "orders" / "order.json"))))
    desk.end()
    assert f'last = "{tmp_path / "orders"}"' in settings_file(home).read_text("utf-8")
    desk = open_desk(home)
    asked = "window().files.ask_for_order(print), window().files._open[0].directory().path()"
    assert desk.do(asked)[1] == str(tmp_path / "orders")
    assert desk.end() == (0, [])


@pytest.mark.parametrize("named", ["QUETZALCOATLUS, Ana", "Müller (Übung)", "7719077190", "13.07.1961", "13-Jul-1961"])
def test_a_folder_named_after_a_patient_is_nowhere_even_when_another_patient_is_on_the_screen(
    open_desk: Start, home: Path, tmp_path: Path, named: str
) -> None:
    folder = tmp_path / named
    folder.mkdir()
    desk = open_desk(home)
    typed = {"family_name": "Quetzalcoatlus-Müller", "mrn": "7719077190", "birth_date": "1961-07-13"}
    for name, text in typed.items():
        desk.do(f"type({name!r}, {text!r})")
    desk.do(one_line(SAVE.format(path=str(folder / "order.json"))))
    desk.do("window().model.start_new()")
    assert desk.end() == (0, [])
    assert named not in kept_texts(home)
    assert "folder" not in settings_file(home).read_text("utf-8")


def test_a_dialog_that_is_open_at_the_end_leaves_no_folder_either(open_desk: Start, home: Path, tmp_path: Path) -> None:
    (tmp_path / "Quetzalcoatlus").mkdir()
    desk = open_desk(home)
    desk.do("window().files.ask_for_order(print)")
    desk.do(f"window().files._open[0].setDirectory({str(tmp_path / 'Quetzalcoatlus')!r})")
    assert desk.end("QApplication.quit()") == (0, [])
    assert "Quetzalcoatlus" not in kept_texts(home)


def test_the_words_of_a_patient_are_names_number_and_birth_date_in_every_form() -> None:
    draft = Draft({"family_name": "Wolf-Adler", "given_name": "Ana B", "mrn": "417", "birth_date": "1961-07-13"})
    words = set(list_patient_words(draft))
    assert {"Wolf-Adler", "Wolf", "Adler", "Ana", "417", "1961-07-13", "19610713", "13.07.1961"} <= words
