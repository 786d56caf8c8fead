"""What is said of the rows of prior doses: what is wrong in a cell, and which dose was taken out."""

from prep_assistant.language import tr
from prep_assistant.quantities import display_date, parse_date
from prep_assistant.ui.viewmodels.draft import Row
from prep_assistant.ui.viewmodels.entries import ROW_ENTRIES
from prep_assistant.ui.viewmodels.state import RowState

Cell = tuple[int, int]


def find_wrong_cell(rows: tuple[RowState, ...], begin: int = 0) -> Cell | None:
    """Row and column of the first cell that is wrong, from the row ``begin`` on."""
    cells = ((row, column) for row in range(begin, len(rows)) for column in range(len(ROW_ENTRIES)))
    return next((cell for cell in cells if _error_of(rows, cell)), None)


def say_row_error(rows: tuple[RowState, ...], chosen: Cell) -> str:
    """What is wrong in the chosen cell, else in the first that is wrong; "" when none is."""
    cell = chosen if _error_of(rows, chosen) else find_wrong_cell(rows)
    if cell is None:
        return ""
    row, column = cell
    number, error = row + 1, _error_of(rows, cell)
    if not rows[row].row.cells[column]:
        # What is wanting is named by its error.
        return tr("Row {number}: {error}", number=number, error=error)
    return tr("Row {number}, {column}: {error}", number=number, column=name_column(column), error=error)


def name_column(column: int) -> str:
    """What stands above a column: its unit, where that says it all."""
    return ROW_ENTRIES[column].unit or tr(ROW_ENTRIES[column].words)


def say_removed(row: Row, place: int) -> str:
    """Which dose was taken out."""
    try:
        day = parse_date(row.cells[0])
    except ValueError:
        return tr("Removed: row {number}. Undo brings it back.", number=place + 1)
    return tr("Removed: dose of {day}. Undo brings it back.", day=display_date(day))


def _error_of(rows: tuple[RowState, ...], cell: Cell) -> str:
    row, column = cell
    return rows[row].errors[column] if 0 <= row < len(rows) else ""
