"""What a person chose in Qt's print dialog, as the port ``Printer`` takes it.

The paper's size is never among it: that is the size of what is printed.
"""

from PySide6.QtPrintSupport import QPrintEngine, QPrinter

from prep_assistant.frozen import frozen

# Qt keeps what is chosen on its dialog's pages for CUPS under a number of its own, as name, value, name, value, …
# Source: Qt, qtbase, src/printsupport/kernel/qprint_p.h, PPK_CupsOptions.
_CUPS_OPTIONS = QPrintEngine.PrintEnginePropertyKey(0xFE00)
_SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


@frozen
class Chosen:
    """The queue, how many copies, and the options as names and values; fields of a ``PrintRequest``."""

    queue: str
    copies: int
    options: tuple[tuple[str, str], ...]


def read_chosen(printer: QPrinter) -> Chosen:
    """What the dialog left in its printer. On systems without CUPS there are no options but the sides."""
    kept = printer.printEngine().property(_CUPS_OPTIONS)
    words = [str(word) for word in kept] if isinstance(kept, list) else []
    options = list(zip(words[::2], words[1::2], strict=False))
    sides = _SIDES.get(printer.duplex())
    if sides is not None:
        options.append(("sides", sides))
    return Chosen(printer.printerName(), printer.copyCount(), tuple(options))
