"""What the program remembers: the user's file, written whole or not at all, and no patient in it."""

import subprocess
import sys
from pathlib import Path

import pytest

from prep_assistant.settings import Language, SettingsError, Theme, load_settings, remember
from prep_assistant.settings.schema import KINDS
from tests.program import WITH_LITTLE_ROOM

PATIENT_WORDS = ("Quetzalcoatlus", "Wolpertinger", "7719077190", "1961-07-13", "")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "prep-assistant" / "settings.toml"


def load(file: Path) -> dict[str, object]:
    settings = load_settings(environment={}, machine=file.with_name("none.toml"), user=file).settings
    return {key: getattr(settings, key.replace(".", "_")) for key in KINDS}


def test_what_is_remembered_is_read_back(file: Path, tmp_path: Path) -> None:
    remembered = {
        "window.theme": Theme.DARK,
        "window.width": 1366,
        "window.left": -5,
        "window.maximized": True,
        "window.splitter": (400, 600),
        "screen.language": Language.GERMAN,
        "folder.last": tmp_path / "Aufträge \"heute\" \\ 'morgen' \U0001f9ea",
    }
    assert remember(remembered, path=file) == ()
    assert {key: load(file)[key] for key in remembered} == remembered


def test_what_is_not_changed_stays_and_none_takes_a_key_out(file: Path) -> None:
    remember({"window.theme": "dark", "window.width": 1366, "log.level": "problems"}, path=file)
    remember({"window.width": 1920, "log.level": None, "order.jurisdiction": None}, path=file)
    assert "level" not in file.read_text("utf-8")
    read = load(file)
    assert (read["window.theme"], read["window.width"], read["log.level"]) == ("dark", 1920, "acts")


@pytest.mark.parametrize("changes", [{"patient.name": "x"}, {"window.theme": "x"}, {"window.width": 1.5}])
def test_nothing_is_written_but_known_keys_with_their_kinds_of_value(changes: dict[str, object], file: Path) -> None:
    with pytest.raises(SettingsError):
        remember({"log.level": "problems"} | changes, path=file)
    assert not file.exists()


@pytest.mark.parametrize("word", PATIENT_WORDS[:-1])
def test_a_folder_named_after_the_patient_is_not_remembered(word: str, file: Path, tmp_path: Path) -> None:
    remember({"folder.last": tmp_path, "window.width": 800}, path=file)
    folder = tmp_path / f"{word.upper()} (orders)" / "today"
    assert remember({"folder.last": folder, "window.width": 900}, patient_words=PATIENT_WORDS, path=file) == (
        "folder.last",
    )
    assert word.casefold() not in file.read_text("utf-8").casefold()
    assert (load(file)["folder.last"], load(file)["window.width"]) == (None, 900)


def test_a_folder_named_otherwise_is_remembered_whoever_is_on_the_screen(file: Path) -> None:
    assert remember({"folder.last": "/srv/orders"}, patient_words=PATIENT_WORDS, path=file) == ()
    assert load(file)["folder.last"] == Path("/srv/orders")


def test_a_damaged_file_is_not_written_over(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"[window\n# the work of an evening")
    with pytest.raises(SettingsError):
        remember({"window.width": 800}, path=file)
    assert file.read_bytes() == b"[window\n# the work of an evening"


def test_a_full_disk_leaves_the_older_file_and_nothing_else(file: Path) -> None:
    remember({"folder.last": "/srv/" + "a" * 500}, path=file)
    before = file.read_bytes()
    longer = f"from prep_assistant.settings import remember; from pathlib import Path; remember({{'folder.last': '/srv/' + 'b' * 1000}}, path=Path({str(file)!r}))"  # noqa: E501
    command = [sys.executable, "-c", WITH_LITTLE_ROOM, "-c", longer]
    failed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "OSError: [Errno 27]" in failed.stderr
    assert [(path.name, path.read_bytes()) for path in file.parent.iterdir()] == [("settings.toml", before)]


def test_reading_the_settings_needs_no_pydantic_and_no_qt() -> None:
    loading = "import sys, prep_assistant.settings; sys.exit(bool({'pydantic', 'PySide6'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", loading], check=False).returncode == 0
