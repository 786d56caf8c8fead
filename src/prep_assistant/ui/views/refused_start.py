"""What stands in place of the page when formulary or policy cannot be used: which file, what in it, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from prep_assistant.formulary import FormularyError, PolicyError
from prep_assistant.language import phrase, tr

_WORDS = phrase("The program does not start: nothing can be prepared with what stands in this file.")
_OF_A_SITE = phrase(
    "Show this to the pharmacist who keeps the site's policy. Correct the entry, or take it out of the file; then "
    "start again. Nothing was changed."
)
_OF_THE_PROGRAM = phrase("The installation is damaged. Install the program again; prepare nothing with it until then.")


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
        self.setWindowTitle(tr("Prep Assistant does not start"))
        self.setText(tr(_WORDS))
        way_on = _OF_A_SITE if isinstance(error, PolicyError) else _OF_THE_PROGRAM
        self.setTextFormat(Qt.TextFormat.PlainText)
        lines = (
            tr("File: {file}", file=error.file),
            tr("Entry: {entry}", entry=error.entry),
            tr("Defect: {defect}", defect=error.defect),
            f"\n{tr(way_on)}",
        )
        self.setInformativeText("\n".join(lines))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        close = self.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
        close.setObjectName("close_refused_start")
        close.setAccessibleName(tr("Close this message and end the program"))
