"""The settings files: where they lie, and what stands in one."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from platformdirs import site_config_path, user_config_path

from prep_assistant.quantities import visible
from prep_assistant.settings.errors import SettingsError
from prep_assistant.settings.schema import parse_setting

_NAME = "prep-assistant"
_FILE = "settings.toml"
_MOST_BYTES = 65_536
_PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")
_WHOLE_FILE = "the file"
_LONGEST_KEY = 60


def machine_file() -> Path:
    """The settings for everybody at this machine; it may not be there."""
    return site_config_path(_NAME, appauthor=False) / _FILE


def user_file() -> Path:
    """The settings of the user; it may not be there."""
    return user_config_path(_NAME, appauthor=False) / _FILE


def read_file(path: Path) -> dict[str, object]:
    """The settings in a file, parsed; none where no file is.

    Raises:
        SettingsError: it cannot be read, is no TOML, holds an unknown key or a value of the wrong type.
    """
    place = str(path)
    return {key: parse_setting(place, key, value) for key, value in _flattened(place, _read_toml(path))}


def _read_toml(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise _defect(path, f"has more than {_MOST_BYTES:,} bytes; expected a few lines")
        return tomllib.loads(content.decode("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _defect(path, f"cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise _defect(path, f"is no UTF-8 (at byte {error.start + 1})") from None
    except tomllib.TOMLDecodeError as error:
        raise _defect(path, f"is no TOML ({_find_place(str(error))})") from None
    except RecursionError:
        raise _defect(path, "is no TOML (nested too deep)") from None


def _defect(path: Path, defect: str) -> SettingsError:
    return SettingsError(str(path), _WHOLE_FILE, f"{defect}; correct it, or remove the file")


def _find_place(message: str) -> str:
    """Where the reader stopped. Its own words may quote what stands there."""
    place = _PLACE.search(message)
    return f"line {place[1]}, column {place[2]}" if place and place[1] else "at its end"


def _flattened(place: str, tables: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for section, entries in tables.items():
        if not isinstance(entries, dict):
            raise SettingsError(place, visible(section, _LONGEST_KEY), "is not known; expected tables, as [window]")
        for key, value in entries.items():
            yield visible(f"{section}.{key}", _LONGEST_KEY), value
