"""One value for each key from five places, a later place over an earlier one, and where each came from."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from prep_assistant.frozen import field, frozen
from prep_assistant.quantities import visible
from prep_assistant.settings.errors import SettingsError
from prep_assistant.settings.files import machine_file, read_file, user_file
from prep_assistant.settings.schema import KINDS, Settings, get_kind, make_settings, parse_setting

BUILT_IN = "built in"
ENVIRONMENT = "environment"
COMMAND_LINE = "command line"
_PREFIX = "PREP_ASSISTANT_"
_LONGEST_KEY = 60


@frozen
class Loaded:
    """The settings in force.

    Attributes:
        settings: the values.
        origins: for each key where its value came from, as "built in" or "machine: /etc/…/settings.toml".
        damaged: what is wrong with each place that no value was taken from.
    """

    settings: Settings
    origins: Mapping[str, str] = field(default_factory=dict)
    damaged: tuple[SettingsError, ...] = ()


def load_settings(
    overrides: Iterable[str] = (),
    *,
    environment: Mapping[str, str] | None = None,
    machine: Path | None = None,
    user: Path | None = None,
    passes_over_damage: bool = False,
) -> Loaded:
    """The settings in force: built in < machine < user < environment < command line.

    Args:
        overrides: what the command line says, each as "window.theme=dark".
        environment: the variables; the process's own when not given.
        machine: the machine's file; the system's place for it when not given.
        user: the user's file; the system's place for it when not given.
        passes_over_damage: goes on without a damaged file or environment, and tells of it in ``damaged``: a pharmacy
            must be able to work. What was typed on the command line is refused all the same.

    Raises:
        SettingsError: a place holds an unknown key or a value that is none for its key; the program names it and uses
            no part of that place.
    """
    machine, user = machine or machine_file(), user or user_file()
    variables = os.environ if environment is None else environment
    places: tuple[tuple[str, Callable[[], dict[str, object]]], ...] = (
        (f"machine: {machine}", lambda: read_file(machine)),
        (f"user: {user}", lambda: read_file(user)),
        (ENVIRONMENT, lambda: _read_words(ENVIRONMENT, _variables(variables))),
        (COMMAND_LINE, lambda: _read_words(COMMAND_LINE, map(_split, overrides))),
    )
    values: dict[str, object] = {}
    origins = dict.fromkeys(KINDS, BUILT_IN)
    damaged: list[SettingsError] = []
    for origin, read in places:
        try:
            found = read()
        except SettingsError as error:
            if origin == COMMAND_LINE or not passes_over_damage:
                raise
            damaged.append(error)
        else:
            values |= found
            origins |= dict.fromkeys(found, origin)
    return Loaded(make_settings(values), origins, tuple(damaged))


def variable_of(key: str) -> str:
    """The environment's name for a key.

    >>> variable_of("window.theme")
    'PREP_ASSISTANT_WINDOW_THEME'
    """
    return _PREFIX + key.replace(".", "_").upper()


def _variables(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    known = {variable_of(key): key for key in KINDS}
    for name, word in environment.items():
        if name.startswith(_PREFIX):
            yield known.get(name, visible(name, _LONGEST_KEY)), word


def _split(override: str) -> tuple[str, str]:
    key, equals, word = override.partition("=")
    if not equals:
        raise SettingsError(
            COMMAND_LINE, visible(key, _LONGEST_KEY), 'came without a value; expected "window.theme=dark"'
        )
    return visible(key, _LONGEST_KEY), word


def _read_words(place: str, words: Iterable[tuple[str, str]]) -> dict[str, object]:
    return {key: parse_setting(place, key, get_kind(place, key).read_word(word)) for key, word in words}
