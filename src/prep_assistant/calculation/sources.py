"""Where a number comes from, and how sure it is."""

from enum import StrEnum
from typing import Generic, TypeVar

from prep_assistant.frozen import frozen

T = TypeVar("T")


class Status(StrEnum):
    """How an entry was established."""

    READ = "read"
    RECALLED = "recalled"
    HOUSE = "house"


@frozen
class Source:
    """Where a number comes from: document, edition, section, and how sure it is."""

    document: str
    edition: str
    section: str
    status: Status
    note: str = ""

    def __str__(self) -> str:
        return f"{self.document} {self.section}"


@frozen
class Sourced(Generic[T]):
    """A value that knows its source."""

    value: T
    source: Source
