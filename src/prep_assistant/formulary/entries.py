"""One TOML file of sourced entries, read strictly: every entry has a source, and none is left over."""

import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from prep_assistant.calculation import Source, Sourced, Status
from prep_assistant.formulary.errors import FormularyError

T = TypeVar("T")
Table = Mapping[str, object]

_SOURCE_KEYS = {"source", "section", "status"}


class Entries:
    """The entries of one file, taken one by one; ``close`` refuses what nobody took.

    Raises:
        FormularyError: not TOML, a missing or unknown entry or key, another unit, a value of another kind.
    """

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        try:
            self._left: dict[str, object] = tomllib.loads(text, parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            raise self.defect("the file", f"is not TOML ({error})") from error
        for name, group in self._left.items():
            if group == {}:
                raise self.defect(name, "is not known: it is empty")
        self._sources = {name: self._document(f"sources.{name}", table) for name, table in self._take_tables("sources")}
        self._cited: set[str] = set()

    def defect(self, entry: str, defect: str) -> FormularyError:
        """The error that names this file, the entry and what is wrong with it."""
        return FormularyError(self._file, entry, defect)

    def words(self, path: str) -> str:
        """A plain text without a source of its own, such as the monograph's id."""
        return self._text(path, self._take(path))

    def source(self, path: str) -> Source:
        """An entry that is only a reference: it holds no value."""
        entry = self._entry(path, self._take(path), _SOURCE_KEYS)
        return self._source(path, entry)

    def sourced(self, path: str, unit: str | None, make: Callable[[object], T]) -> Sourced[T]:
        """The value of an entry, made by ``make`` from what the file says, in ``unit`` (``None`` for words)."""
        return self._sourced(path, self._take(path), unit, make)

    def sourced_list(
        self, path: str, unit: str, make: Callable[[object], T], beside: str
    ) -> list[tuple[Sourced[T], T]]:
        """The entries of an array of tables, each with a second value ``beside`` in ``<beside>_unit``."""
        rows = self._take(path)
        if not isinstance(rows, list) or not rows:
            raise self.defect(path, "must be one or more tables")
        return [self._pair(f"{path}[{place}]", row, unit, make, beside) for place, row in enumerate(rows)]

    def close(self) -> None:
        """Refuses entries that nothing in the program reads: a number nobody uses is a number nobody checks."""
        for name, rest in self._left.items():
            unknown = ", ".join(f"{name}.{key}" for key in rest) if isinstance(rest, dict) else name
            if unknown:
                raise self.defect(unknown, "is not known")
        for name in sorted(self._sources.keys() - self._cited):
            raise self.defect(f"sources.{name}", "is not known: no entry cites it")

    def _pair(
        self, path: str, row: object, unit: str, make: Callable[[object], T], beside: str
    ) -> tuple[Sourced[T], T]:
        entry = dict(self._table(path, row))
        second, second_unit = entry.pop(beside, None), entry.pop(f"{beside}_unit", None)
        if second_unit != "mL":
            raise self.defect(f"{path}.{beside}", f"must be in mL, not in {second_unit}")
        return self._sourced(path, entry, unit, make), self._made(f"{path}.{beside}", second, make)

    def _sourced(self, path: str, table: object, unit: str | None, make: Callable[[object], T]) -> Sourced[T]:
        entry = self._entry(path, table, _SOURCE_KEYS | {"value"} | ({"unit"} if unit else set()))
        if unit and entry["unit"] != unit:
            raise self.defect(path, f"must be in {unit}, not in {entry['unit']}")
        return Sourced(self._made(path, entry["value"], make), self._source(path, entry))

    def _made(self, path: str, value: object, make: Callable[[object], T]) -> T:
        try:
            return make(value)
        except ValueError as error:
            raise self.defect(path, str(error)) from error

    def _source(self, path: str, entry: Table) -> Source:
        name = self._text(f"{path}.source", entry["source"])
        if name not in self._sources:
            raise self.defect(path, f"has the source {name}, which [sources] does not list")
        self._cited.add(name)
        document = self._sources[name]
        status = self._text(f"{path}.status", entry["status"])
        if status not in {member.value for member in Status}:
            raise self.defect(path, f"has the status {status}, which means nothing")
        return Source(
            document=str(document["document"]),
            edition=str(document["edition"]),
            section=self._text(f"{path}.section", entry["section"]),
            status=Status(status),
            note=self._text(f"{path}.note", entry["note"]) if "note" in entry else "",
        )

    def _document(self, path: str, table: object) -> Table:
        document = self._table(path, table)
        for key in ("document", "edition"):
            self._text(f"{path}.{key}", document.get(key))
        for key in sorted(document.keys() - {"document", "edition"}):
            raise self.defect(f"{path}.{key}", "is not known")
        return document

    def _entry(self, path: str, table: object, wanted: set[str]) -> Table:
        entry = self._table(path, table)
        for key in sorted(wanted - entry.keys()):
            raise self.defect(path, f"has no {key}")
        for key in sorted(entry.keys() - wanted - {"note"}):
            raise self.defect(f"{path}.{key}", "is not known")
        return entry

    def _take(self, path: str) -> object:
        group, _, name = path.partition(".")
        tables = self._left.get(group)
        if not name:
            return self._left.pop(group, None)
        if not isinstance(tables, dict) or name not in tables:
            raise self.defect(path, "is missing")
        return tables.pop(name)

    def _take_tables(self, group: str) -> list[tuple[str, object]]:
        return list(self._table(group, self._left.pop(group, None)).items())

    def _table(self, path: str, table: object) -> Table:
        if not isinstance(table, dict):
            raise self.defect(path, "must be a table")
        return table

    def _text(self, path: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.defect(path, "must be text")
        return value
