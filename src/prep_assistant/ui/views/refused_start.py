"""What stands in place of the page when formulary or policy cannot be used: which file, what in it, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from prep_assistant.formulary import FormularyError, PolicyError

_WORDS = "The program does not start: nothing can be prepared with what stands in this file."
_OF_A_SITE = (
    "Show this to the pharmacist who keeps the site's policy. Correct the entry, or take it out of the file; then "
    "start again. Nothing was changed."
)
_OF_THE_PROGRAM = "The installation is damaged. Install the program again; prepare nothing with it until then."


class RefusedStart(QMessageBox):
    """A message window of its own.

    Args:
        error: what is damaged.
    """

    def __init__(self, error: FormularyError) -> None:
        super().__init__()
        self.setObjectName("refused_start")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Critical)
        self.setWindowTitle("Prep Assistant does not start")
        self.setText(_WORDS)
        way_on = _OF_A_SITE if isinstance(error, PolicyError) else _OF_THE_PROGRAM
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setInformativeText(f"File: {error.file}\nEntry: {error.entry}\nDefect: {error.defect}\n\n{way_on}")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        close = self.addButton("Close", QMessageBox.ButtonRole.RejectRole)
        close.setObjectName("close_refused_start")
        close.setAccessibleName("Close this message and end the program")
