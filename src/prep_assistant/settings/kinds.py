"""The kinds of setting: how each is read from TOML, from a word of the environment or the command line, and written."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from prep_assistant.frozen import frozen
from prep_assistant.language import phrase
from prep_assistant.quantities import Refused, parse_choice, parse_text, parse_whole

_DIGITS = re.compile(r"-?[0-9]{1,9}")
_LONGEST_PATH = 1024
_WORDS_FOR_TRUTH = {"true": True, "false": False}


class Kind(Protocol):
    """One kind of setting."""

    def parse(self, value: object) -> object:
        """The setting that a TOML value stands for; raises ``Refused``."""

    def read_word(self, word: str) -> object:
        """The TOML value that a word stands for; what it cannot read it gives back, for ``parse`` to refuse."""


@frozen
class Choice:
    """One of a few words."""

    of: type[StrEnum]

    def parse(self, value: object) -> object:
        """The member a word stands for."""
        return parse_choice(value, {member.value: member for member in self.of})

    def read_word(self, word: str) -> object:
        """The word itself."""
        return word


@frozen
class Whole:
    """A whole number within its limits."""

    least: int
    most: int

    def parse(self, value: object) -> object:
        """The number; true, "2" and 2.0 are none."""
        return parse_whole(value, self.least, self.most)

    def read_word(self, word: str) -> object:
        """The number that ASCII digits stand for."""
        return int(word) if _DIGITS.fullmatch(word) else word


@frozen
class Wholes:
    """A few whole numbers."""

    most_entries: int
    each: Whole

    def parse(self, value: object) -> object:
        """The numbers."""
        if not isinstance(value, list | tuple) or len(value) > self.most_entries:
            raise Refused(phrase("a list of at most {most} whole numbers", most=self.most_entries))
        return tuple(self.each.parse(entry) for entry in value)

    def read_word(self, word: str) -> object:
        """Numbers between commas."""
        return [self.each.read_word(part.strip()) for part in word.split(",")] if word else []


class YesNo:
    """True or false."""

    def parse(self, value: object) -> object:
        """The value itself, if it is a bool."""
        if isinstance(value, bool):
            return value
        raise Refused(phrase("true or false"))

    def read_word(self, word: str) -> object:
        """What "true" and "false" stand for."""
        return _WORDS_FOR_TRUTH.get(word, word)


class Folder:
    """An absolute path; whether anything is there is asked when it is used."""

    def parse(self, value: object) -> object:
        """The path."""
        path = Path(parse_text(str(value) if isinstance(value, Path) else value, _LONGEST_PATH))
        if not path.is_absolute():
            raise Refused(phrase("an absolute path"))
        return path

    def read_word(self, word: str) -> object:
        """The word itself."""
        return word


def write_value(value: object) -> str:
    """A setting as TOML writes it."""
    if isinstance(value, tuple):
        return "[" + ", ".join(map(write_value, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    import json  # noqa: PLC0415 - written when the window closes, and a start waits for none of it

    # JSON's escapes are TOML's; what they differ in (DEL, lone surrogates) no setting may hold.
    return json.dumps(str(value), ensure_ascii=False)
