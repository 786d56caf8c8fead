"""Where entry, plan and preview stand: side by side with borders to drag when there is room, behind tabs when not."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget
from shiboken6 import isValid

from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.plan_state import FigureState
from prep_assistant.ui.views.border import WIDE as BORDER
from prep_assistant.ui.views.border import Border
from prep_assistant.ui.views.form import OrderForm
from prep_assistant.ui.views.plan_area import PlanArea
from prep_assistant.ui.views.shares import FORM_LEAST, PLAN_LEAST, PREVIEW_LEAST, Shares
from prep_assistant.ui.views.tab_order import put_before_in_tab_order
from prep_assistant.ui.views.theme import Look

if TYPE_CHECKING:
    from prep_assistant.ui.views.explanation import ExplanationPanel

_GAP = 8
_PARTS = (phrase("Entry"), phrase("Plan"), phrase("Label"))
# Logical pixels of the body beside entry and plan from which on three parts stand side by side, or two.
_WIDE, _HIGH = PREVIEW_LEAST + 2 * BORDER + _GAP, 500
_NARROW = BORDER
_CALLS_FOR_ROOM = {QEvent.Type.LayoutRequest, QEvent.Type.Show}


class Arrangement(StrEnum):
    """How the three parts stand."""

    THREE = "three"
    TWO = "two"
    ONE = "one"


class Body(QWidget):
    """Places its parts by hand: none of them is ever rebuilt when the window changes its size."""

    def __init__(self, form: OrderForm, headline: QWidget, plan: PlanArea, preview: QWidget, look: Look) -> None:
        super().__init__()
        self.setObjectName("body")
        self._form, self._headline, self._plan, self._preview = form, headline, plan, preview
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("page_tabs")
        self.tabs.setAccessibleName(tr("Parts of the page"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for part in (form, headline, plan, preview):
            part.setParent(self)
        put_before_in_tab_order(plan.sheet.stop, self.tabs)
        self._shares, self._least = Shares(), (FORM_LEAST, PLAN_LEAST)
        # Later: what asks is being laid out itself.
        form.page.wants_room.connect(lambda wide: self._widen(wide, 0), Qt.ConnectionType.QueuedConnection)
        plan.page.wants_room.connect(lambda wide: self._widen(0, wide), Qt.ConnectionType.QueuedConnection)
        self.borders = (
            Border(look, "border_of_entry", tr("Border between entry and plan"), self),
            Border(look, "border_of_preview", tr("Border between plan and preview"), self),
        )
        for border, move in zip(self.borders, (self._move_form, self._move_preview), strict=True):
            border.moved.connect(move)
            border.reset.connect(self.share_out)
        self._explanation: ExplanationPanel | None = None
        self.tabs.currentChanged.connect(self._turn_to_tab)
        self._arrangement = Arrangement.THREE
        self._asked_from: QWidget | None = None

    @property
    def arrangement(self) -> Arrangement:
        """How the parts stand now."""
        return self._arrangement

    @property
    def shares(self) -> tuple[int, ...]:
        """The shares of entry and preview, in ten-thousandths of the width; none while nobody moved a border."""
        return self._shares.stored

    def share_out(self, stored: tuple[int, ...] = ()) -> None:
        """Puts the borders where they were; the built-in shares when none are given."""
        self._shares = Shares.of(stored)
        self._place()

    def minimumSizeHint(self) -> QSize:
        """Small enough for 200 % on a small screen."""
        return QSize(560, 150)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arranges the parts for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Makes room when the headline wants another line."""
        if event.type() in _CALLS_FOR_ROOM:
            self._place()
        return super().event(event)

    def show_part(self, words: str) -> None:
        """Brings the part behind a tab to the front."""
        for place in range(self.tabs.count()):
            if self.tabs.tabData(place) == words:
                self.tabs.setCurrentIndex(place)

    def explain(self, figures: Iterable[FigureState], asked: str) -> None:
        """Shows how the figures are made, or stops showing it."""
        from prep_assistant.ui.views.explanation import ExplanationPanel  # noqa: PLC0415  # late: a reader of rich text

        if self._explanation is None:
            self._explanation = ExplanationPanel(self)
            self._explanation.closed.connect(self._close_explanation)
        if not self._explanation.isHidden():
            self._close_explanation()
            return
        self._asked_from = _find_lasting(self.window().focusWidget())
        self._place()
        self._explanation.explain(figures, asked)

    def keep_explaining(self, find_figures: Callable[[], Iterable[FigureState]]) -> None:
        """What is explained follows the order; of a stopped one nothing is."""
        if self._explanation is not None and not self._explanation.isHidden():
            self._explanation.follow(find_figures())

    def _close_explanation(self) -> None:
        if self._explanation is not None:
            self._explanation.hide()
        self._give_focus_back()

    def _give_focus_back(self) -> None:
        """To where it was asked from, unless that is gone with a cell or a finding."""
        asked_from, self._asked_from = self._asked_from, None
        if asked_from is not None and isValid(asked_from) and asked_from.isVisible():
            asked_from.setFocus()
        else:
            self._form.begin()

    def _turn_to_tab(self) -> None:
        """Whoever chooses a part wants to see it."""
        if self._explanation is not None:
            self._explanation.hide()
        self._place()

    def _widen(self, form: int, plan: int) -> None:
        """Each part keeps what it once needed: nothing moves to and fro with what is typed."""
        least = max(form, self._least[0]), max(plan, self._least[1])
        if least != self._least:
            self._least = least
            self._arrange()

    def _arrange(self) -> None:
        arrangement = self._find_arrangement()
        if arrangement is not self._arrangement or not self.tabs.count():
            self._arrangement = arrangement
            self._name_tabs()
        self._place()

    def _find_arrangement(self) -> Arrangement:
        beside = self.width() - sum(self._least)
        if beside >= _WIDE and self.height() >= _HIGH:
            return Arrangement.THREE
        return Arrangement.TWO if beside >= _NARROW else Arrangement.ONE

    def _name_tabs(self) -> None:
        names = {Arrangement.THREE: (), Arrangement.TWO: _PARTS[1:], Arrangement.ONE: _PARTS}
        self.tabs.blockSignals(True)  # noqa: FBT003  # Qt takes no name here
        while self.tabs.count():
            self.tabs.removeTab(0)
        for name in names[self._arrangement]:
            self.tabs.setTabData(self.tabs.addTab(tr(name)), name)
        self.tabs.blockSignals(False)  # noqa: FBT003
        self.tabs.setVisible(bool(names[self._arrangement]))

    def _place(self) -> None:
        """Gives each part its rectangle; what stands behind another tab is hidden."""
        if self._arrangement is Arrangement.THREE:
            self._place_three()
        else:
            self._place_behind_tabs()

    def _place_three(self) -> None:
        wide, high = self.width(), self.height()
        form_wide, preview_wide = self._shares.three(self._shared, *self._least)
        left, right = form_wide + BORDER, wide - preview_wide - _GAP
        plan_wide = right - BORDER - left
        head = self._height_of_headline(plan_wide)
        self._headline.setGeometry(left, 0, plan_wide, head)
        self._form.setGeometry(0, 0, form_wide, high)
        self._plan.setGeometry(left, head, plan_wide, high - head)
        self._preview.setGeometry(right, _GAP, preview_wide, high - 2 * _GAP)
        self._place_explanation(self._preview.geometry())
        self._place_borders(form_wide, right - BORDER)
        for part in (self._form, self._plan, self._preview):
            part.show()

    @property
    def _shared(self) -> int:
        """What three parts share: the width without borders and margin."""
        return self.width() - 2 * BORDER - _GAP

    def _place_borders(self, *lefts: int) -> None:
        """As many as there are places for."""
        for place, border in enumerate(self.borders):
            border.setVisible(place < len(lefts))
            if place < len(lefts):
                border.setGeometry(lefts[place], 0, BORDER, self.height())

    def _move_form(self, pixels: int) -> None:
        wide = self._shared if self._arrangement is Arrangement.THREE else self.width() - BORDER
        self._shares = self._shares.with_form(self._form.width() + pixels, wide)
        self._place()
        # No farther than it went: a wider window would show the rest.
        self._shares = self._shares.with_form(self._form.width(), wide)

    def _move_preview(self, pixels: int) -> None:
        self._shares = self._shares.with_preview(self._preview.width() - pixels, self._shared)
        self._place()
        self._shares = self._shares.with_preview(self._preview.width(), self._shared)

    def _place_behind_tabs(self) -> None:
        """The headline shares its line with the tabs where it has room, and stays whatever is behind them."""
        wide, high = self.width(), self.height()
        is_alone = self._arrangement is Arrangement.ONE
        form_wide = 0 if is_alone else self._shares.two(wide - BORDER, *self._least)
        left = 0 if is_alone else form_wide + BORDER
        bar = self.tabs.sizeHint()
        head_wide, below = wide - left - bar.width() - 2 * _GAP, 0
        if head_wide < self._headline.minimumSizeHint().width():
            head_wide, below = wide - left, bar.height()
        head = max(bar.height() + 2, self._height_of_headline(head_wide) + below)
        self._headline.setGeometry(left, 0, head_wide, head - below)
        self.tabs.setGeometry(wide - bar.width() - _GAP, head - bar.height(), bar.width(), bar.height())
        behind = QRect(left, head, wide - left, high - head)
        parts = [self._form, self._plan, self._preview] if is_alone else [self._plan, self._preview]
        if not is_alone:
            self._form.setGeometry(0, 0, form_wide, high)
            self._form.show()
        for place, part in enumerate(parts):
            part.setGeometry(behind)
            part.setVisible(place == self.tabs.currentIndex())
        self._place_explanation(behind)
        self._place_borders(*([] if is_alone else [form_wide]))

    def _place_explanation(self, place: QRect) -> None:
        if self._explanation is not None:
            self._explanation.setGeometry(place)

    def _height_of_headline(self, wide: int) -> int:
        return max(self._headline.minimumHeight(), self._headline.heightForWidth(wide))


def _find_lasting(widget: QWidget | None) -> QWidget | None:
    """The widget itself; of what edits a cell, which goes with the next focus, its table."""
    holder = widget.parentWidget() if widget is not None else None
    table = holder.parentWidget() if holder is not None else None
    return table if table is not None and table.inherits("QAbstractItemView") else widget
