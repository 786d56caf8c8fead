"""A CSV table of sourced rows, read strictly."""

import csv
from collections.abc import Iterator, Mapping

from prep_assistant.calculation import Status
from prep_assistant.formulary.errors import FormularyError

Row = Mapping[str, str]


def read_rows(file: str, text: str, columns: str, *, beside: str = "") -> Iterator[Row]:
    """The rows of a table, by column.

    Args:
        file: the table's name, for the refusal.
        text: the table with its line of headings.
        columns: the headings it must have, with blanks between them.
        beside: headings it may have besides.

    Raises:
        FormularyError: other headings, no rows, a row with too many or too few columns, without a source, or of an
            unknown status.
    """
    reader = csv.DictReader(text.splitlines(), strict=True)
    try:
        headings, wanted = set(reader.fieldnames or ()), set(columns.split())
        if not wanted <= headings or not headings <= wanted | set(beside.split()):
            raise FormularyError(file, "line 1", f"must have the columns {columns}")
        rows = list(reader)
    except csv.Error as error:
        raise FormularyError(file, f"line {reader.reader.line_num}", f"is not CSV ({error})") from error
    if not rows:
        raise FormularyError(file, "the table", "has no rows")
    for number, row in enumerate(rows, start=2):
        yield _checked(file, f"line {number}", row)


def _checked(file: str, line: str, row: Row) -> Row:
    if None in row or None in row.values():
        raise FormularyError(file, line, "has too many or too few columns")
    if row.get("source") == "":
        raise FormularyError(file, line, "has no source")
    if row.get("status", Status.READ) not in {status.value for status in Status}:
        raise FormularyError(file, line, f"has the status {row['status']}, which means nothing")
    return row
