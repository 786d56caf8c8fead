"""What was loaded is what the files say: every value, unit, bound and source, read here by other means."""

import csv
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from prep_assistant.calculation import Indication, Range, Source, Sourced, Status, Toxicity
from prep_assistant.formulary import load_formulary
from prep_assistant.quantities import DoseLevel, Mass
from tests.unit.damaged_formulary import DOSES, LABORATORY, LIMITS, MODIFICATIONS, MONOGRAPH, RESOURCES

FORMULARY = load_formulary()
RULES = FORMULARY.monograph.laboratory_rules


def read_table(file: str) -> list[dict[str, str]]:
    """Return the rows of a table by column."""
    return list(csv.DictReader((RESOURCES / file).read_text("utf-8").splitlines()))


def number(text: str) -> Decimal | None:
    """Return the number that a cell holds."""
    return Decimal(text) if text else None


ROWS = read_table(MODIFICATIONS)


def rows_of(indication: Indication, reaction: Toxicity) -> list[dict[str, str]]:
    """Return the rows of the file about one reaction."""
    return [row for row in ROWS if (row["indication"], row["reaction"]) == (indication.value, reaction.value)]


@pytest.mark.parametrize("reaction", Toxicity)
@pytest.mark.parametrize("indication", Indication)
def test_each_modification_is_as_its_row_says(indication: Indication, reaction: Toxicity) -> None:
    loaded, written = RULES.rows[indication, reaction], rows_of(indication, reaction)
    assert len(loaded) == len(written) > 0
    for it, row in zip(loaded, written, strict=True):
        assert (it.reaction, it.unit, it.action.value) == (reaction, row["unit"], row["action"])
        assert (it.until, it.then) == (row["until"], row["then"])
        assert it.source == Source(row["source"], "", row["section"], Status(row["status"]), row["note"])
        assert it.range == Range(
            number(row["from"] or row["above"]), number(row["to"] or row["below"]), bool(row["from"]), bool(row["to"])
        )
        fall = Range(number(row["fall_from"]), number(row["fall_below"]), with_lower=bool(row["fall_from"]))
        assert it.fall == (fall if row["fall_from"] or row["fall_below"] else None)


def test_each_dose_of_a_look_alike_is_as_its_row_says() -> None:
    written = [row for row in read_table(DOSES) if "US" in row["jurisdictions"].split()]
    loaded = FORMULARY.monograph.look_alike_doses
    assert len(loaded) == len(written) > 0
    for it, row in zip(loaded, written, strict=True):
        kind = {"mg/kg": DoseLevel, "mg": Mass}[row["unit"]]
        assert (it.product, it.regimen, it.dose) == (row["product"], row["regimen"], kind(Decimal(row["dose"])))
        assert it.source == Source(row["source"], "", row["section"], Status(row["status"]))


def find_sources(part: object) -> Iterator[Source]:
    """Return every source within a loaded part, of a field that is one or has one."""
    if isinstance(part, Source):
        yield part
    elif isinstance(part, Sourced):
        yield part.source
        yield from find_sources(part.value)
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from find_sources(inner)
    elif isinstance(part, dict):
        yield from find_sources(list(part.values()))
    else:
        for member in getattr(part, "__match_args__", ()):
            yield from find_sources(getattr(part, member))


def written_sources(file: str) -> Iterator[Source]:
    """Return the sources that a file of entries gives."""
    read = tomllib.loads((RESOURCES / file).read_text("utf-8"))
    documents = read.pop("sources")
    # How far a site may go is kept in words: tests/unit/test_site_policy.py holds them.
    read.pop("bounds", None)

    def within(table: object) -> Iterator[Source]:
        if isinstance(table, list):
            for inner in table:
                yield from within(inner)
        if not isinstance(table, dict):
            return
        if "source" in table and "section" in table:
            document: dict[str, Any] = documents[table["source"]]
            status, note = Status(table["status"]), table.get("note", "")
            yield Source(document["document"], document["edition"], table["section"], status, note)
        for inner in table.values():
            yield from within(inner)

    yield from within(read)


@pytest.mark.parametrize("file", [MONOGRAPH, LIMITS, LABORATORY])
def test_every_source_of_an_entry_is_loaded_whole(file: str) -> None:
    loaded = {*find_sources(FORMULARY.monograph), *find_sources(FORMULARY.policy)}
    written = set(written_sources(file))
    assert len(written) >= 2
    # Of the fluids that name another drug's bag only the words are kept: the finding cites the bag's own source.
    # Which values are required before a dose cites the label, unless the site says otherwise.
    kept_elsewhere = {MONOGRAPH: {"2.4"}, LIMITS: {"values before each dose"}, LABORATORY: set[str]()}
    assert {it.section for it in written - loaded} == kept_elsewhere[file]


def test_a_bound_below_1_is_the_lowest_there_is(tmp_path: Path) -> None:
    (tmp_path / "formulary").mkdir()
    (tmp_path / "products").mkdir()
    for file in (
        MONOGRAPH,
        LIMITS,
        LABORATORY,
        MODIFICATIONS,
        DOSES,
        "products/names.csv",
        "products/her2_products_us.csv",
    ):
        text = (RESOURCES / file).read_text("utf-8")
        if file == MODIFICATIONS:
            text = text.replace("EBC,bilirubin,,,1,", "EBC,bilirubin,,,0.5,").replace(
                "EBC,bilirubin,,1,", "EBC,bilirubin,,0.5,"
            )
        (tmp_path / file).write_text(text, "utf-8")
    rules = load_formulary(folder=tmp_path).monograph.laboratory_rules
    assert {row.range.upper for row in rules.rows[Indication.EBC, Toxicity.BILIRUBIN]} >= {Decimal("0.5")}
