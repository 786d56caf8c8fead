"""Every setting there is, with its built-in value.

A key is a field's name with a point for its first underscore: ``window_theme`` is ``window.theme`` in a file,
``PREP_ASSISTANT_WINDOW_THEME`` in the environment.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, get_type_hints

from prep_assistant.calculation import Jurisdiction
from prep_assistant.frozen import frozen
from prep_assistant.language import phrase
from prep_assistant.quantities import Refused, name_kind
from prep_assistant.settings.errors import SettingsError
from prep_assistant.settings.kinds import Choice, Folder, Kind, Whole, Wholes, YesNo

_FARTHEST_PIXEL = 100_000
_WHOLE_WIDTH = 10_000


class Theme(StrEnum):
    """How the window looks."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Language(StrEnum):
    """The language of screen and help. Label texts follow the monograph."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"


class LogLevel(StrEnum):
    """How much is logged: every act, or problems only."""

    ACTS = "acts"
    PROBLEMS = "problems"


_Size = Annotated[int, Whole(0, _FARTHEST_PIXEL)]
_Place = Annotated[int, Whole(-_FARTHEST_PIXEL, _FARTHEST_PIXEL)]
# The entry's and the preview's share of the width.
_Shares = Annotated[tuple[int, ...], Wholes(2, Whole(0, _WHOLE_WIDTH))]


@frozen
class Settings:
    """One value for each key.

    A window without a remembered place has width and height 0; shares are in ten-thousandths, none where nobody moved a
    border.
    """

    window_theme: Annotated[Theme, Choice(Theme)] = Theme.SYSTEM
    window_width: _Size = 0
    window_height: _Size = 0
    window_left: _Place = 0
    window_top: _Place = 0
    window_maximized: Annotated[bool, YesNo()] = False
    window_splitter: _Shares = ()
    screen_language: Annotated[Language, Choice(Language)] = Language.SYSTEM
    order_jurisdiction: Annotated[Jurisdiction, Choice(Jurisdiction)] = Jurisdiction.US
    folder_last: Annotated[Path | None, Folder()] = None
    log_level: Annotated[LogLevel, Choice(LogLevel)] = LogLevel.ACTS


def key_of(name: str) -> str:
    """The key of a field.

    >>> key_of("window_theme")
    'window.theme'
    """
    return name.replace("_", ".", 1)


KINDS: dict[str, Kind] = {
    key_of(name): hint.__metadata__[0] for name, hint in get_type_hints(Settings, include_extras=True).items()
}


def get_kind(place: str, key: str) -> Kind:
    """The kind of the setting with this key.

    Raises:
        SettingsError: there is no such setting.
    """
    if key not in KINDS:
        raise SettingsError(place, key, phrase("is not known; expected one of {keys}", keys=", ".join(KINDS)))
    return KINDS[key]


def parse_setting(place: str, key: str, value: object) -> object:
    """The setting that a value stands for.

    Args:
        place: where the value came from, for the refusal.
        key: as "window.theme".
        value: as TOML gives it.

    Raises:
        SettingsError: there is no such setting, or the value is none for it.
    """
    try:
        return get_kind(place, key).parse(value)
    except Refused as refused:
        raise SettingsError(
            place, key, phrase("came {came}; expected {expected}", came=name_kind(value), expected=refused.expected)
        ) from None


def make_settings(values: dict[str, object]) -> Settings:
    """The settings with these parsed values, and the built-in ones for the rest."""
    known: dict[str, Any] = {key.replace(".", "_", 1): value for key, value in values.items()}
    return Settings(**known)
