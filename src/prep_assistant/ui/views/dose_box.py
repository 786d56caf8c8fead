"""The dose: boxed and largest; under it what was written, beside it how it follows from weight and level."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.plan_state import FIGURE_WORDS, PlanState
from prep_assistant.ui.views.figure_cell import FigureCell
from prep_assistant.ui.views.note_line import NoteLine
from prep_assistant.ui.views.painted_text import PaintedText
from prep_assistant.ui.views.theme import BODY_PX, DOSE_PX, Look


class DoseBox(QWidget):
    """Nothing else on the page has a frame as heavy, or type as large."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("dose_box")
        self._look = look
        self.dose = FigureCell(look, "dose", tr(FIGURE_WORDS["dose"]), value_px=DOSE_PX, sample="1,080 mg")
        self.dose.setMinimumWidth(200)
        self.calculated = FigureCell(look, "calculated", tr(FIGURE_WORDS["calculated"]), value_px=BODY_PX)
        self.deviation = FigureCell(
            look, "deviation", tr(FIGURE_WORDS["deviation"]), value_px=BODY_PX, sample="−0.12 %"
        )
        self._written = PaintedText(look, "plan_written", BODY_PX, bold=True)
        self._note = NoteLine(look, "dose")
        self._noted = ""
        self._lay_out()
        look.changed.connect(self.update)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.dose)
        left.addWidget(self._written)
        right.setSpacing(4)
        right.addStretch(1)
        right.addWidget(self.calculated)
        right.addWidget(self.deviation)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 12, 9)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._note)

    def present(self, plan: PlanState | None) -> None:
        """Shows the dose of a plan, or none."""
        figures = plan.figures if plan else {}
        for cell, name in ((self.dose, "dose"), (self.calculated, "calculated"), (self.deviation, "deviation")):
            cell.show_figure(figures.get(name))
        self._written.show_text(plan.written if plan else "")
        self._show_note(plan)

    def _show_note(self, plan: PlanState | None) -> None:
        """While the written mg stays the same, a note that goes leaves its room: nothing moves with every digit."""
        note = plan.notes.get("dose", "") if plan else ""
        if plan is None or (not note and plan.written == self._noted):
            self._note.present(None)
        else:
            self._note.present(note)
            self._noted = plan.written if note else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the frame."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.colour("ink"), 3))
            painter.setBrush(self._look.colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
