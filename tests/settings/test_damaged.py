"""A setting that cannot be used is refused with its place, its key and the defect, and never with its value."""

from pathlib import Path

import pytest

from prep_assistant.settings import SettingsError, load_settings

VALUE = "Quetzalcoatlus"
DAMAGED: dict[str, tuple[bytes, str, str]] = {
    "no TOML": (b'[window]\ntheme = "dark\n', "the file", "is no TOML (line 2, column 14)"),
    "ends too early": (b"[window", "the file", "is no TOML (at its end)"),
    "a key twice": (b'[window]\ntheme = "dark"\ntheme = "dark"\n', "the file", "is no TOML"),
    "no UTF-8": (b"[window]\ntheme = '\xff'", "the file", "is no UTF-8 (at byte 19)"),
    "too long": (b"#" * 70_000, "the file", "has more than 65,536 bytes"),
    "a number too long": (
        b"[window]\nwidth = " + b"1" * 5000,
        "the file",
        "is no TOML (a number in it cannot be read)",
    ),
    "too deep": (b"a = " + b"[" * 5000, "the file", "is no TOML"),
    "an unknown table": (b"[patient]\nname = 'Quetzalcoatlus'", "patient.name", "is not known"),
    "an unknown key": (b"[window]\ncolour = 1", "window.colour", "is not known; expected one of window.theme"),
    "a key without a table": (b"theme = 'dark'", "theme", "is not known; expected tables"),
    "a table too many": (b"[window.theme]\na = 1", "window.theme", "came a table; expected one of"),
    "an unknown word": (b"[window]\ntheme = 'Quetzalcoatlus'", "window.theme", 'came text; expected one of "system"'),
    "a number for a word": (b"[window]\ntheme = 1", "window.theme", "came a number; expected one of"),
    "a word for a number": (b"[window]\nwidth = '1366'", "window.width", "came text; expected a whole number"),
    "a point": (b"[window]\nwidth = 1366.0", "window.width", "came a number with a point; expected a whole number"),
    "true for a number": (b"[window]\nwidth = true", "window.width", "came true or false; expected a whole number"),
    "too large": (b"[window]\nwidth = 100001", "window.width", "expected a whole number from 0 to 100000"),
    "a number for true": (b"[window]\nmaximized = 1", "window.maximized", "came a number; expected true or false"),
    "no list": (b"[window]\nsplitter = 3", "window.splitter", "came a number; expected a list"),
    "words in a list": (b"[window]\nsplitter = ['a']", "window.splitter", "came a list; expected a whole number"),
    "a list too long": (b"[window]\nsplitter = [1,2,3]", "window.splitter", "expected a list of at most 2"),
    "no absolute path": (b"[folder]\nlast = 'orders'", "folder.last", "came text; expected an absolute path"),
    "a path with NUL": (b'[folder]\nlast = "/a\\u0000b"', "folder.last", "came text; expected text without control"),
    "a date": (b"[log]\nlevel = 2026-11-22", "log.level", "came a value of another kind; expected one of"),
}


def refuse(folder: Path, *, words: list[str] | None = None, environment: dict[str, str] | None = None) -> SettingsError:
    with pytest.raises(SettingsError) as refused:
        load_settings(
            words or [], environment=environment or {}, machine=folder / "machine.toml", user=folder / "user.toml"
        )
    assert len(str(refused.value).splitlines()) == 1
    assert VALUE not in str(refused.value)
    return refused.value


@pytest.mark.parametrize("name", DAMAGED)
@pytest.mark.parametrize("file", ["machine.toml", "user.toml"])
def test_a_damaged_file_is_refused_with_its_name_the_key_and_the_defect(name: str, file: str, tmp_path: Path) -> None:
    content, key, defect = DAMAGED[name]
    (tmp_path / file).write_bytes(content)
    refused = refuse(tmp_path)
    assert (refused.place, refused.key) == (str(tmp_path / file), key)
    assert defect in refused.defect
    assert str(refused) == f"{refused.place}: {refused.key}: {refused.defect}"


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "user.toml").mkdir()
    assert refuse(tmp_path).defect.startswith("cannot be read (Is a directory)")


def test_files_that_are_not_there_or_empty_set_nothing(tmp_path: Path) -> None:
    (tmp_path / "user.toml").write_bytes(b"# nothing yet\n")
    loaded = load_settings(environment={}, machine=tmp_path / "machine.toml", user=tmp_path / "user.toml")
    assert set(loaded.origins.values()) == {"built in"}


@pytest.mark.parametrize(
    ("words", "key", "defect"),
    [
        (["window.theme"], "window.theme", "came without a value"),
        (["window.colour=red"], "window.colour", "is not known"),
        (["=dark"], "", "is not known"),
        ([f"window.theme={VALUE}"], "window.theme", "came text; expected one of"),
        (["window.width=1e3"], "window.width", "came text; expected a whole number"),
        (["window.width=\u0661"], "window.width", "came text; expected a whole number"),
        (["window.maximized=yes"], "window.maximized", "came text; expected true or false"),
        (["window.splitter=1;2"], "window.splitter", "came a list; expected a whole number"),
        (["window.the\nme=dark"], "window.the\\u000ame", "is not known"),
    ],
)
def test_a_bad_word_on_the_command_line_is_refused(words: list[str], key: str, defect: str, tmp_path: Path) -> None:
    refused = refuse(tmp_path, words=words)
    assert (refused.place, refused.key) == ("command line", key)
    assert defect in refused.defect


@pytest.mark.parametrize("name", ["PREP_ASSISTANT_PATIENT", "PREP_ASSISTANT_", "PREP_ASSISTANT_window_theme"])
def test_an_unknown_variable_of_the_program_is_refused_by_its_name(name: str, tmp_path: Path) -> None:
    refused = refuse(tmp_path, environment={name: VALUE})
    assert (refused.place, refused.key) == ("environment", name)


def test_a_bad_value_in_the_environment_is_refused(tmp_path: Path) -> None:
    refused = refuse(tmp_path, environment={"PREP_ASSISTANT_WINDOW_THEME": VALUE})
    assert (refused.place, refused.key) == ("environment", "window.theme")


def test_a_window_goes_on_without_a_damaged_place_and_with_the_sound_ones(tmp_path: Path) -> None:
    machine, user = tmp_path / "machine.toml", tmp_path / "user.toml"
    machine.write_text('[window]\nwidth = 900\n[log]\nlevel = "problems"\n', "utf-8")
    user.write_text('[window]\nwidth = 800\ntheme = "pink"\n', "utf-8")
    variables = {"PREP_ASSISTANT_WINDOW_HEIGHT": "x"}
    loaded = load_settings(["window.top=5"], environment=variables, machine=machine, user=user, passes_over_damage=True)
    assert [(error.place, error.key) for error in loaded.damaged] == [
        (str(user), "window.theme"),
        ("environment", "window.height"),
    ]
    settings = loaded.settings
    assert (settings.window_width, settings.window_height, settings.log_level, settings.window_top) == (
        900,
        0,
        "problems",
        5,
    )


def test_a_damaged_command_line_is_refused_all_the_same(tmp_path: Path) -> None:
    nowhere = tmp_path / "none.toml"
    with pytest.raises(SettingsError):
        load_settings(["window.top=x"], environment={}, machine=nowhere, user=nowhere, passes_over_damage=True)
