"""`settings`: every setting in force, and with `--origin` where each value came from."""

import tomllib
from pathlib import Path

import pytest

from tests.program import assert_unusable, run_program


@pytest.fixture
def places(tmp_path: Path) -> dict[str, str]:
    """Return the variables by which the program finds its two files, both there, each with a theme and a width."""
    for folder, text in (("machine", 'theme = "light"\nwidth = 1000\nheight = 700'), ("user", "width = 1200")):
        file = tmp_path / folder / "prep-assistant" / "settings.toml"
        file.parent.mkdir(parents=True)
        file.write_text(f"[window]\n{text}\n", "utf-8")
    return {"XDG_CONFIG_DIRS": str(tmp_path / "machine"), "XDG_CONFIG_HOME": str(tmp_path / "user")}


def list_lines(*arguments: str, environment: dict[str, str]) -> dict[str, str]:
    """Return what stands behind each key that the command prints."""
    outcome = run_program(*arguments, environment=environment)
    assert (outcome.code, outcome.err) == (0, "")
    lines = [line.split(" = ", 1) for line in outcome.out.decode("utf-8").splitlines()]
    assert len(dict(lines)) == len(lines)
    return dict(lines)


def test_every_setting_in_force_is_printed(places: dict[str, str]) -> None:
    lines = list_lines("settings", environment=places)
    assert (lines["window.theme"], lines["window.width"], lines["folder.last"]) == ('"light"', "1200", "(none)")
    assert len(lines) == 11


def test_with_origin_the_place_of_each_value_is_printed(places: dict[str, str], tmp_path: Path) -> None:
    environment = places | {"PREP_ASSISTANT_WINDOW_LEFT": "40"}
    lines = list_lines("--set", "log.level=problems", "settings", "--origin", environment=environment)
    origins = {key: rest.partition("# ")[2] for key, rest in lines.items()}
    assert origins["window.theme"] == f"machine: {tmp_path / 'machine' / 'prep-assistant' / 'settings.toml'}"
    assert origins["window.width"] == f"user: {tmp_path / 'user' / 'prep-assistant' / 'settings.toml'}"
    assert origins["window.left"] == "environment"
    assert origins["log.level"] == "command line"
    assert origins["order.jurisdiction"] == "built in"


def test_what_is_printed_can_stand_in_a_settings_file(places: dict[str, str]) -> None:
    lines = list_lines("settings", "--origin", environment=places)
    text = "\n".join(f"{key} = {rest}" for key, rest in lines.items() if not rest.startswith("(none)"))
    assert tomllib.loads(text)["window"]["height"] == 700


def test_a_damaged_file_is_refused_in_one_line(places: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "user" / "prep-assistant" / "settings.toml"
    file.write_text("[window]\ncolour = 3\n", "utf-8")
    line = assert_unusable(run_program("settings", environment=places))
    assert f"{file}: window.colour: is not known; expected one of" in line


def test_a_folder_with_letters_of_any_kind_is_printed_whatever_the_locale(places: dict[str, str]) -> None:
    environment = places | {"PREP_ASSISTANT_FOLDER_LAST": "/srv/Aufträge-処方", "PYTHONIOENCODING": "ascii"}
    assert list_lines("settings", environment=environment)["folder.last"] == '"/srv/Aufträge-処方"'


@pytest.mark.parametrize("arguments", [["settings", "x"], ["settings", "--set"], ["--set", "window", "settings"]])
def test_a_wrong_use_is_refused_in_one_line(arguments: list[str], places: dict[str, str]) -> None:
    assert_unusable(run_program(*arguments, environment=places))
