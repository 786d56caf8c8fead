"""The TOML files that a machine and a user may have: where the system keeps them, and a strict reading of one."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from platformdirs import site_config_path, user_config_path

from prep_assistant.language import phrase

_NAME = "prep-assistant"
_MOST_BYTES = 65_536
_PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")


class FileDamaged(Exception):
    """A file is there and cannot be read. The message says why and what to do, and repeats nothing of the content.

    Args:
        defect: the message.
    """

    def __init__(self, defect: str) -> None:
        super().__init__(defect)
        self.defect = defect


def machine_file(name: str) -> Path:
    """The file of this name for everybody at this machine; it may not be there."""
    return site_config_path(_NAME, appauthor=False) / name


def user_file(name: str) -> Path:
    """The file of this name of the user; it may not be there."""
    return user_config_path(_NAME, appauthor=False) / name


def read_tables(path: Path, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """What stands in a file; nothing where no file is.

    Args:
        path: the file.
        parse_float: makes a number of the digits of one with a point.

    Raises:
        FileDamaged: it cannot be opened, is too long, no UTF-8 or no TOML.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise _damaged(phrase("has more than {most} bytes; expected a few lines", most=f"{_MOST_BYTES:,}"))
        return tomllib.loads(content.decode("utf-8"), parse_float=parse_float)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _damaged(phrase("cannot be read ({why})", why=error.strerror)) from None
    except UnicodeDecodeError as error:
        raise _damaged(phrase("is no UTF-8 (at byte {place})", place=error.start + 1)) from None
    except (ValueError, ArithmeticError) as error:  # not TOML, or a number with more digits than Python reads
        raise _damaged(phrase("is no TOML ({place})", place=_find_place(str(error)))) from None
    except RecursionError:
        raise _damaged(phrase("is no TOML (nested too deep)")) from None


def _damaged(defect: str) -> FileDamaged:
    return FileDamaged(phrase("{defect}; correct it, or remove the file", defect=defect))


def _find_place(message: str) -> str:
    """Where the reader stopped. Its own words may quote what stands there."""
    place = _PLACE.search(message)
    if place is None:
        return phrase("a number in it cannot be read")
    return phrase("line {line}, column {column}", line=place[1], column=place[2]) if place[1] else phrase("at its end")
