"""The figures of a plan as sections of an instrument: dose, vials, bag, infusion, times."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from prep_assistant.ui.viewmodels.plan_state import FIGURE_WORDS, PlanState
from prep_assistant.ui.views.dose_box import DoseBox
from prep_assistant.ui.views.figure_cell import FigureCell
from prep_assistant.ui.views.note_line import NoteLine
from prep_assistant.ui.views.painted_text import PaintedText
from prep_assistant.ui.views.theme import BODY_PX, Look
from prep_assistant.ui.views.vial_picture import VialPicture

Rows = tuple[tuple[tuple[str, int], ...], ...]

# Rows of figures by name, with the share of the room that each may take.
_VIALS = ((("volume_drawn", 3), ("expected_mass", 2), ("reconstituted", 3), ("opened", 2), ("unused", 2)),)
_BAG = ((("bag_fluid", 5), ("bag_volume", 2), ("final_volume", 3), ("bag_concentration", 2)),)
_INFUSION = ((("minutes", 4), ("rate", 4), ("observe", 4)), (("filter", 12),))
_TIMES = ((("bag_use_by", 4), ("vials_use_by", 4), ("next_dose", 4)),)
_STRENGTHS = 2


class PlanSheet(QWidget):
    """Every figure of a plan that nothing stops."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("plan_sheet")
        self._look = look
        self._dose = DoseBox(look)
        self._cells: dict[str, FigureCell] = {}
        self._notes = {name: NoteLine(look, name) for name in ("vials", "infusion", "next_dose", "other")}
        self._picture = VialPicture(look)
        self._strengths = [
            (
                PaintedText(look, f"plan_vials_{place}", 16, bold=True),
                PaintedText(look, f"plan_diluent_{place}", BODY_PX),
            )
            for place in range(_STRENGTHS)
        ]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._dose)
        layout.addWidget(self._card("Vials", self._vials(), "vials"))
        layout.addWidget(self._card("Bag", self._rows(_BAG)))
        layout.addWidget(self._card("Infusion", self._rows(_INFUSION), "infusion"))
        layout.addWidget(self._card("Times", self._rows(_TIMES), "next_dose"))
        layout.addWidget(self._notes["other"])
        for cell in self.cells():
            cell.moved.connect(self._move)
        self._dose.dose.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def present(self, plan: PlanState | None) -> None:
        """Shows a plan; what has not changed is left alone. Without one every value is withheld, and nothing moves."""
        self._dose.present(plan)
        figures = plan.figures if plan else {}
        for name, cell in self._cells.items():
            cell.show_figure(figures.get(name))
        vials = plan.vials if plan else ()
        self._picture.show_vials(vials)
        for place, (count, diluent) in enumerate(self._strengths):
            count.show_text(vials[place].count if place < len(vials) else "")
            diluent.show_text(vials[place].diluent if place < len(vials) else "")
        for name, note in self._notes.items():
            note.present(plan.notes.get(name, "") if plan else None)

    def cells(self) -> tuple[FigureCell, ...]:
        """Every figure, in reading order."""
        return (self._dose.dose, self._dose.calculated, self._dose.deviation, *self._cells.values())

    def _move(self, step: int) -> None:
        cells = self.cells()
        here = next((place for place, cell in enumerate(cells) if cell.hasFocus()), 0)
        cells[(here + step) % len(cells)].setFocus(Qt.FocusReason.TabFocusReason)

    def _vials(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        for count, diluent in self._strengths:
            words.addWidget(count)
            words.addWidget(diluent)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._picture)
        top.addLayout(words, 1)
        below = self._rows(_VIALS)
        below.insertLayout(0, top)
        below.setSpacing(2)
        return below

    def _rows(self, rows: Rows) -> QVBoxLayout:
        below = QVBoxLayout()
        below.setSpacing(0)
        for figures in rows:
            beside = QHBoxLayout()
            beside.setSpacing(2)
            for name, share in figures:
                self._cells[name] = FigureCell(self._look, name, FIGURE_WORDS[name])
                beside.addWidget(self._cells[name], share)
            below.addLayout(beside)
        return below

    def _card(self, title: str, content: QVBoxLayout, note: str = "") -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        heading = QLabel(title)
        heading.setProperty("kind", "section")
        heading.setFixedWidth(58)
        if note:
            content.addWidget(self._notes[note])
        layout = QHBoxLayout(card)
        layout.setContentsMargins(12, 6, 10, 6)
        layout.addWidget(heading, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(content, 1)
        return card
