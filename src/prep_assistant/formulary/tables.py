"""A CSV table of sourced rows, read strictly."""

import csv
from collections.abc import Iterator, Mapping

from prep_assistant.calculation import Status
from prep_assistant.formulary.errors import FormularyError

Row = Mapping[str, str]


def read_rows(file: str, text: str) -> Iterator[Row]:
    """The rows of a table, by column.

    Args:
        file: the table's name, for the refusal.
        text: the table with its line of headings.

    Raises:
        FormularyError: a row with too many or too few columns, without a source, or of an unknown status.
    """
    for number, row in enumerate(csv.DictReader(text.splitlines(), strict=True), start=2):
        if None in row or None in row.values():
            raise FormularyError(file, f"line {number}", "has too many or too few columns")
        if not row.get("source", "given"):
            raise FormularyError(file, f"line {number}", "has no source")
        if row.get("status", Status.READ) not in {status.value for status in Status}:
            raise FormularyError(file, f"line {number}", f"has the status {row['status']}, which means nothing")
        yield row
