"""The kinds of value that a site's policy may set: each refuses what lies outside of its bounds, in words."""

from collections.abc import Callable
from decimal import Decimal
from typing import Protocol

from prep_assistant.frozen import frozen
from prep_assistant.language import phrase
from prep_assistant.quantities import Quantity, Refused, Volume, parse_choice, parse_text, parse_whole, plain


class Kind(Protocol):
    """One kind of value."""

    @property
    def bounds(self) -> str:
        """How far it may be moved, in words."""

    def parse(self, value: object) -> object:
        """The value that TOML's stands for; raises ``Refused``."""


@frozen
class WholeWithin:
    """A whole number within its bounds, ends included."""

    least: int
    most: int
    make: Callable[[int], object]

    @property
    def bounds(self) -> str:
        """Least and most."""
        return f"{self.least} to {self.most}"

    def parse(self, value: object) -> object:
        """The number; true, "2" and 2.0 are none."""
        return self.make(parse_whole(value, self.least, self.most))


@frozen
class OneVolume:
    """One of a few volumes."""

    choices: tuple[Volume, ...]

    @property
    def bounds(self) -> str:
        """The choices."""
        return phrase("one of {words}", words=", ".join(plain(choice.value) for choice in self.choices))

    def parse(self, value: object) -> object:
        """The volume of this number."""
        if type(value) in {int, Decimal}:
            for choice in self.choices:
                if choice.value == value:
                    return choice
        raise Refused(self.bounds)


@frozen
class OneWord:
    """One of a few words."""

    choices: tuple[str, ...]
    make: Callable[[str], object] = str

    @property
    def bounds(self) -> str:
        """The choices."""
        return phrase("one of {words}", words=", ".join(self.choices))

    def parse(self, value: object) -> object:
        """What the word stands for."""
        return self.make(parse_choice(value, {word: word for word in self.choices}))


@frozen
class Including:
    """A list of known words that leaves out none of those that are always wanted."""

    always: tuple[str, ...]
    known: tuple[str, ...]

    @property
    def bounds(self) -> str:
        """What is always wanted, and what may be."""
        besides = ", ".join(word for word in self.known if word not in self.always)
        return phrase("at least {always}; besides any of {besides}", always=", ".join(self.always), besides=besides)

    def parse(self, value: object) -> object:
        """The words in the order in which they are known."""
        if isinstance(value, list) and all(value.count(word) == 1 for word in self.always):
            words = tuple(word for word in self.known if word in value)
            if len(words) == len(value):
                return words
        raise Refused(phrase("a list of words, each once: {bounds}", bounds=self.bounds))


@frozen
class ShortText:
    """A text for paper; empty until a site writes one."""

    most: int

    @property
    def bounds(self) -> str:
        """The length."""
        return phrase("1 to {most} characters", most=self.most)

    def parse(self, value: object) -> object:
        """The text itself."""
        return parse_text(value, self.most)


def write(value: object) -> str:
    """A value as a policy file writes it."""
    if isinstance(value, Quantity):
        return plain(value.value)
    if isinstance(value, Decimal | int):
        return plain(Decimal(value))
    if isinstance(value, tuple):
        return "[" + ", ".join(map(write, value)) + "]"
    text = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'


def raw(value: object) -> object:
    """A value as TOML gives it."""
    if isinstance(value, Quantity):
        return value.value
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else value
    return list(value) if isinstance(value, tuple) else value
