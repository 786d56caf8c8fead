"""Files in and out. What reads and writes JSON is loaded when it is first wanted: typing never waits for it."""

from pathlib import Path

from prep_assistant.calculation import Jurisdiction, Order, UnusableOrder
from prep_assistant.language import tr
from prep_assistant.saving import save


class FileRefused(Exception):
    """A file was not read or not written; the message says which, why, and what to do."""


def open_order_file(path: Path) -> Order:
    """The order in a file.

    Raises:
        FileRefused: it cannot be read, or is no usable order.
    """
    from prep_assistant.documents import read_order  # noqa: PLC0415  # late: pydantic
    from prep_assistant.documents.files import read_order_file  # noqa: PLC0415

    if path.exists() and not path.is_file():
        # A pipe would hold up the window until somebody writes to it.
        raise FileRefused(tr("{file} was not opened: it is no ordinary file. Choose another file.", file=path.name))
    try:
        return read_order(read_order_file(str(path)))
    except OSError as error:
        raise FileRefused(
            tr("{file} was not opened: {why}. Choose another file.", file=path.name, why=error.strerror)
        ) from error
    except UnusableOrder as error:
        raise FileRefused(
            tr(
                "{file} was not opened. {field}: {defect}. The entries are as they were.",
                file=path.name,
                field=error.field,
                defect=error.defect,
            )
        ) from error


def say_opened(path: Path, switched_to: Jurisdiction | None) -> str:
    """What is said of a file that was opened, and of another label than the last order's that came with it."""
    opened = tr("{file} is open.", file=path.name)
    if switched_to is not None:
        opened += " " + tr("The {jurisdiction} label holds for it.", jurisdiction=switched_to)
    return f"{opened} {tr('Compare every entry with the original order.')}"


def save_order_file(path: Path, order: Order) -> None:
    """Writes an order as the contract's JSON, whole or not at all.

    Raises:
        FileRefused: it cannot be written.
    """
    from prep_assistant.ui.viewmodels.order_file import write_order  # noqa: PLC0415  # late: json

    save_file(path, write_order(order).encode())


def save_file(path: Path, content: bytes) -> None:
    """Writes a file, whole or not at all.

    Raises:
        FileRefused: it cannot be written; what stood there before stands there still.
    """
    try:
        save(path, content)
    except OSError as error:
        raise FileRefused(
            tr("{file} was not saved: {why}. Choose another place.", file=path.name, why=error.strerror)
        ) from error
