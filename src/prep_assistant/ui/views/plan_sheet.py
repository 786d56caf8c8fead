"""The figures of a plan as sections of an instrument: dose, vials, bag, infusion, times."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.plan_state import FIGURE_WORDS, STRENGTHS, PlanState
from prep_assistant.ui.views.dose_box import DoseBox
from prep_assistant.ui.views.figure_cell import FigureCell
from prep_assistant.ui.views.figure_text import FigureText
from prep_assistant.ui.views.note_line import NoteLine
from prep_assistant.ui.views.rows import break_rows
from prep_assistant.ui.views.theme import BODY_PX, VALUE_PX, Look, make_font
from prep_assistant.ui.views.vial_picture import VialPicture

Rows = tuple[tuple[tuple[str, int], ...], ...]

# Rows of figures by name, with the share of the room that each may take.
_VIALS = ((("volume_drawn", 3), ("expected_mass", 2), ("reconstituted", 3), ("opened", 2), ("unused", 2)),)
_BAG = ((("bag_fluid", 5), ("bag_volume", 2), ("final_volume", 3), ("bag_concentration", 2)),)
_INFUSION = ((("minutes", 4), ("rate", 4), ("observe", 4)), (("filter", 12),))
_TIMES = ((("bag_use_by", 4), ("vials_use_by", 4), ("next_dose", 4)),)
_VIALS_TITLE, _BAG_TITLE, _INFUSION_TITLE, _TIMES_TITLE = _TITLES = (
    phrase("Vials"),
    phrase("Bag"),
    phrase("Infusion"),
    phrase("Times"),
)
_LEAST_TITLE = 56
# What is left for a title and a line of figures in the narrowest window that shows all three parts.
_LINE, _GAP = 486, 2
# Values longer than their captions: room is kept for them, so that nothing moves when they come.
_SAMPLES = {
    "bag_fluid": "0.00 % sodium chloride",
    "bag_concentration": "0.00 mg/mL",
    "bag_use_by": "00-Nov-0000 00:00",
    "vials_use_by": "00-Nov-0000 00:00",
    "next_dose": "00-Nov-0000",
}


class PlanSheet(QWidget):
    """Every figure of a plan that nothing stops."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("plan_sheet")
        self._look = look
        self._dose = DoseBox(look)
        self._cells: dict[str, FigureCell] = {}
        metrics = QFontMetrics(make_font(BODY_PX, bold=True))
        self._title_wide = max(_LEAST_TITLE, *(metrics.horizontalAdvance(tr(title)) for title in _TITLES))
        self._notes = {name: NoteLine(look, name) for name in ("vials", "infusion", "next_dose", "other")}
        self._picture, self._legend = VialPicture(look), _make_legend()
        self._cells |= {cell.objectName().removeprefix("plan_"): cell for cell in self._make_strengths()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._dose)
        layout.addWidget(self._card(_VIALS_TITLE, self._vials(), "vials"))
        layout.addWidget(self._card(_BAG_TITLE, self._rows(_BAG)))
        layout.addWidget(self._card(_INFUSION_TITLE, self._rows(_INFUSION), "infusion"))
        layout.addWidget(self._card(_TIMES_TITLE, self._rows(_TIMES), "next_dose"))
        layout.addWidget(self._notes["other"])
        for cell in self.cells():
            cell.moved.connect(self._move)
        self.stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def present(self, plan: PlanState | None) -> None:
        """Shows a plan; what has not changed is left alone. Without one every value is withheld, and nothing moves."""
        self._dose.present(plan)
        figures = plan.figures if plan else {}
        for name, cell in self._cells.items():
            cell.show_figure(figures.get(name))
        self._picture.show_vials(plan.vials if plan else ())
        if self._legend.isHidden() is (plan is not None):
            self._legend.setVisible(plan is not None)
        for name, note in self._notes.items():
            note.present(plan.notes.get(name, "") if plan else None)

    def cells(self) -> tuple[FigureCell, ...]:
        """Every figure, in reading order."""
        return (self._dose.dose, self._dose.calculated, self._dose.deviation, *self._cells.values())

    @property
    def stop(self) -> FigureCell:
        """The one figure that Tab goes to; arrow keys go on from it."""
        return self._dose.dose

    def _move(self, step: int) -> None:
        cells = [cell for cell in self.cells() if cell.state] or self.cells()
        here = next((place for place, cell in enumerate(cells) if cell.hasFocus()), 0)
        cells[(here + step) % len(cells)].setFocus(Qt.FocusReason.TabFocusReason)

    def _vials(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        for cell in tuple(self._cells.values()):
            words.addWidget(cell)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._picture)
        top.addLayout(words, 1)
        below = self._rows(_VIALS)
        below.insertLayout(0, top)
        below.insertWidget(1, self._legend)
        below.setSpacing(2)
        return below

    def _make_strengths(self) -> Iterable[FigureText]:
        for place in range(STRENGTHS):
            count, diluent = f"vials_{place}", f"diluent_{place}"
            yield FigureText(self._look, count, tr(FIGURE_WORDS[count]), VALUE_PX, bold=True)
            yield FigureText(self._look, diluent, tr(FIGURE_WORDS[diluent]), BODY_PX)

    def _rows(self, rows: Rows) -> QVBoxLayout:
        below = QVBoxLayout()
        below.setSpacing(0)
        for figures in rows:
            made = [(self._cell(name), share) for name, share in figures]
            room = _LINE - self._title_wide
            for count in break_rows((cell.minimumSizeHint().width() for cell, _ in made), room, _GAP):
                below.addLayout(_beside(made[:count]))
                made = made[count:]
        return below

    def _cell(self, name: str) -> FigureCell:
        cell = FigureCell(self._look, name, tr(FIGURE_WORDS[name]), sample=_SAMPLES.get(name, ""))
        self._cells[name] = cell
        return cell

    def _card(self, title: str, content: QVBoxLayout, note: str = "") -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        heading = QLabel(tr(title))
        heading.setProperty("kind", "section")
        heading.setFixedWidth(self._title_wide)
        if note:
            content.addWidget(self._notes[note])
        layout = QHBoxLayout(card)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.setSpacing(2)
        layout.addWidget(heading, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(content, 1)
        return card


def _make_legend() -> QLabel:
    legend = QLabel(tr("Hatched: drawn up. Solid: left in the vial."))
    legend.setObjectName("vial_legend")
    legend.setProperty("kind", "caption")
    legend.setWordWrap(True)
    keeping = legend.sizePolicy()
    keeping.setRetainSizeWhenHidden(True)
    legend.setSizePolicy(keeping)
    return legend


def _beside(cells: Iterable[tuple[FigureCell, int]]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(_GAP)
    for cell, share in cells:
        row.addWidget(cell, share)
    return row
