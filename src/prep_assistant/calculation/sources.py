"""Where a number comes from, and how sure it is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Status(StrEnum):
    """How an entry was established."""

    READ = "read"
    RECALLED = "recalled"
    HOUSE = "house"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number comes from: document, edition, section, and how sure it is."""

    document: str
    edition: str
    section: str
    status: Status
    note: str = ""

    def __str__(self) -> str:
        return f"{self.document} {self.section}"


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A value that knows its source."""

    value: T
    source: Source
