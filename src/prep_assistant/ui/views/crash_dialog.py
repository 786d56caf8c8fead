"""What a person sees when a defect came to light: that nothing was printed, where the report lies, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from prep_assistant.diagnostics import CrashReport
from prep_assistant.language import phrase, tr

EARLIER = phrase(
    "A defect ended the program the last time. Look at the last label before you use it; nothing is blocked now."
)


def tell_of_crash(parent: QWidget, report: CrashReport, words: str) -> QMessageBox:
    """Shows the one dialog about a defect: what it means, and where its report lies."""
    dialog = QMessageBox(parent)
    dialog.setObjectName("crash_dialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setIcon(QMessageBox.Icon.Critical)
    dialog.setWindowTitle(tr("A defect came to light"))
    dialog.setText(tr(words))
    dialog.setInformativeText(tr(report.in_words()))
    dialog.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    close = dialog.addButton(tr("Close this message"), QMessageBox.ButtonRole.RejectRole)
    close.setObjectName("close_crash_dialog")
    dialog.open()
    return dialog
