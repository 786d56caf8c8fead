"""One value from five places: each place over the one before it, and every origin told."""

from dataclasses import fields
from pathlib import Path

import pytest

from prep_assistant.diagnostics import Level
from prep_assistant.settings import Language, LogLevel, Settings, Theme, load_settings
from prep_assistant.settings.files import machine_file, user_file
from prep_assistant.settings.layering import variable_of
from prep_assistant.settings.schema import KINDS

STEPS = ("built in", "machine", "user", "environment", "command line")
THEMES = (Theme.SYSTEM, Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT)


def load(folder: Path, steps: int) -> tuple[Theme, str]:
    """Load with the theme set in so many places above the built-in one; return it, and its origin up to a colon."""
    machine, user = folder / "machine.toml", folder / "user.toml"
    for path, step in ((machine, 1), (user, 2)):
        if steps >= step:
            path.write_text(f'[window]\ntheme = "{THEMES[step]}"\n', "utf-8")
    loaded = load_settings(
        ["window.theme=light"] if steps == 4 else [],
        environment={"PREP_ASSISTANT_WINDOW_THEME": "high-contrast"} if steps >= 3 else {},
        machine=machine,
        user=user,
    )
    return loaded.settings.window_theme, loaded.origins["window.theme"].split(":")[0]


@pytest.mark.parametrize("steps", range(5), ids=STEPS)
def test_each_place_goes_over_the_one_before_it_and_is_told(steps: int, tmp_path: Path) -> None:
    assert load(tmp_path, steps) == (THEMES[steps], STEPS[steps])


def test_a_place_leaves_the_keys_alone_that_it_does_not_name(tmp_path: Path) -> None:
    machine, user = tmp_path / "machine.toml", tmp_path / "user.toml"
    machine.write_text('[window]\ntheme = "dark"\nwidth = 1366\n[log]\nlevel = "problems"\n', "utf-8")
    user.write_text('[window]\nwidth = 1920\n[screen]\nlanguage = "fr"\n', "utf-8")
    loaded = load_settings(["window.splitter=300, 500"], environment={}, machine=machine, user=user)
    expected = Settings(
        window_theme=Theme.DARK,
        window_width=1920,
        window_splitter=(300, 500),
        screen_language=Language.FRENCH,
        log_level=LogLevel.PROBLEMS,
    )
    assert loaded.settings == expected
    assert loaded.origins["window.width"] == f"user: {user}"
    assert loaded.origins["window.theme"] == f"machine: {machine}"
    assert loaded.origins["order.jurisdiction"] == "built in"


def test_of_a_key_given_twice_on_the_command_line_the_last_counts(tmp_path: Path) -> None:
    nowhere = tmp_path / "none.toml"
    words = ["window.theme=dark", "window.theme=light"]
    assert load_settings(words, environment={}, machine=nowhere, user=nowhere).settings.window_theme is Theme.LIGHT


def test_every_kind_of_setting_can_come_from_a_word(tmp_path: Path) -> None:
    nowhere = tmp_path / "none.toml"
    words = {
        "window.width": ("1366", 1366),
        "window.left": ("-20", -20),
        "window.maximized": ("true", True),
        "window.splitter": ("1,2", (1, 2)),
        "folder.last": (str(tmp_path), tmp_path),
        "log.level": ("problems", LogLevel.PROBLEMS),
    }
    environment = {variable_of(key): word for key, (word, _) in words.items()} | {"PATH": "anything"}
    settings = load_settings(environment=environment, machine=nowhere, user=nowhere).settings
    assert {key: getattr(settings, key.replace(".", "_")) for key in words} == {
        key: it for key, (_, it) in words.items()
    }


def test_every_setting_has_a_key_of_two_words_and_a_variable_of_its_own() -> None:
    assert len(KINDS) == len(fields(Settings)) == len({variable_of(key) for key in KINDS})
    assert all(key.count(".") == 1 and "_" not in key for key in KINDS)


def test_every_built_in_value_is_one_that_its_own_key_takes() -> None:
    values = {key: getattr(Settings(), key.replace(".", "_")) for key in KINDS}
    assert {key: KINDS[key].parse(value) for key, value in values.items() if value is not None} == {
        key: value for key, value in values.items() if value is not None
    }


def test_the_levels_that_can_be_set_are_those_of_the_log() -> None:
    assert {level.value for level in LogLevel} == {level.value for level in Level}


def test_the_files_lie_where_the_system_keeps_such_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "machine"))
    assert user_file() == tmp_path / "user" / "prep-assistant" / "settings.toml"
    assert machine_file() == tmp_path / "machine" / "prep-assistant" / "settings.toml"
