"""Prior doses pasted from a spreadsheet: each row is taken as it stands and checked like one that was typed."""

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.draft import ROW_COLUMNS, Row
from prep_assistant.ui.viewmodels.entries import REACTIONS, Entry
from prep_assistant.ui.viewmodels.reading import read_row

MOST_ROWS = 200
_REACTION = len(ROW_COLUMNS) - 1


class PasteRefused(ValueError):
    """Nothing of what was pasted can be taken; the message says why and what to do."""


def parse_pasted_rows(text: str, listed: int) -> tuple[Row, ...]:
    """The rows of a spreadsheet's clipboard text, cells between tabs, as they stand.

    Args:
        text: lines of date, mg/kg, kg, minutes, reaction; cells at the end of a line may be left out.
        listed: how many prior doses there are already.

    Raises:
        PasteRefused: no rows, too many rows, or a row with too many cells.
    """
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    if not lines:
        raise PasteRefused(tr("The clipboard holds no rows. Copy the rows in the spreadsheet first."))
    if len(lines) + listed > MOST_ROWS:
        raise PasteRefused(
            tr("There can be {most} prior doses at most. Sum up the first ones as earlier doses.", most=MOST_ROWS)
        )
    return tuple(_row(number, line) for number, line in enumerate(lines, start=1))


def read_one_cell(text: str) -> str | None:
    """The clipboard's text when it is that of one cell; ``None`` when it holds more, or nothing."""
    cell = text.rstrip("\r\n")
    return cell if cell.strip() and not holds_several(cell) else None


def holds_several(text: str) -> bool:
    """Whether a text goes over more than one cell."""
    return any(sign in text for sign in "\t\r\n")


def find_word(column: int, text: str) -> str:
    """A reaction as it is kept, however it is called: in English or as on the screen, in small letters or not."""
    if column != _REACTION:
        return text
    words = {tr(word).casefold(): str(word) for word in REACTIONS} | {word.casefold(): str(word) for word in REACTIONS}
    return words.get(text.casefold(), text)


def say_pasted(rows: tuple[Row, ...], row_entries: tuple[Entry, ...]) -> str:
    """How many rows came, and how many of them need correcting."""
    wrong = sum(read_row(row, row_entries).dose is None for row in rows)
    pasted = tr("1 row pasted and checked.")
    if len(rows) > 1:
        pasted = tr("{count} rows pasted and checked.", count=len(rows))
    return f"{pasted} {tr('{count} to correct: see the marked cells.', count=wrong)}" if wrong else pasted


def _row(number: int, line: str) -> Row:
    cells = line.split("\t")
    most = len(ROW_COLUMNS)
    if len(cells) > most:
        raise PasteRefused(
            tr(
                "Row {number} has {count} cells. Copy {most} columns: date, mg/kg, weight in kg, minutes, reaction.",
                number=number,
                count=len(cells),
                most=most,
            )
        )
    taken = (find_word(column, text) for column, text in enumerate(cells))
    return Row((*taken, *("" for _ in range(most - len(cells)))))
