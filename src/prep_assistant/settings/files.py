"""The settings files: where they lie, and what stands in one."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from prep_assistant import site_files
from prep_assistant.language import phrase
from prep_assistant.quantities import visible
from prep_assistant.settings.errors import SettingsError
from prep_assistant.settings.schema import parse_setting

_FILE = "settings.toml"
_WHOLE_FILE = "the file"
_LONGEST_KEY = 60


def machine_file() -> Path:
    """The settings for everybody at this machine; it may not be there."""
    return site_files.machine_file(_FILE)


def user_file() -> Path:
    """The settings of the user; it may not be there."""
    return site_files.user_file(_FILE)


def read_file(path: Path) -> dict[str, object]:
    """The settings in a file, parsed; none where no file is.

    Raises:
        SettingsError: it cannot be read, is no TOML, holds an unknown key or a value of the wrong type.
    """
    place = str(path)
    try:
        tables = site_files.read_tables(path)
    except site_files.FileDamaged as damaged:
        raise SettingsError(place, _WHOLE_FILE, damaged.defect) from None
    return {key: parse_setting(place, key, value) for key, value in _flattened(place, tables)}


def _flattened(place: str, tables: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for section, entries in tables.items():
        if not isinstance(entries, dict):
            raise SettingsError(
                place, visible(section, _LONGEST_KEY), phrase("is not known; expected tables, as [window]")
            )
        for key, value in entries.items():
            yield visible(f"{section}.{key}", _LONGEST_KEY), value
