"""The course at a glance: each dose as a mark at its level, the weight below it, the days until this dose."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.history_state import DosePoint, HistoryState
from prep_assistant.ui.views.painted import fill_box
from prep_assistant.ui.views.theme import CAPTION_PX, Look, make_font, measure_font

_HIGH = 116
_LEFT, _RIGHT, _TOP, _BELOW = 74, 44, 26, 40
_LONGEST_WEIGHT = "000.0 kg"
_RADIUS, _SET_OFF = 5, 10
_CENTRED = Qt.AlignmentFlag.AlignHCenter
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HistoryPicture(QWidget):
    """Absent when there is no earlier dose. What was given is drawn once; with every key only this dose is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("history_picture")
        self._look = look
        self._history: HistoryState | None = None
        self._given: tuple[object, QPixmap] | None = None
        self._font = make_font(CAPTION_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        self.hide()

    def present(self, history: HistoryState | None, *, veiled: bool) -> None:
        """Shows a course, or nothing; veiled, its place stays as it is and is empty for the moment."""
        if not veiled and self.isHidden() is (history is not None):
            self.setVisible(history is not None)
        if history == self._history:
            return
        before, self._history = self._history, history
        self.setAccessibleName(
            tr("Course so far. {doses}", doses=history.in_words) if history else tr("Course so far: not known")
        )
        if before and history and self._given and self._given[0] == self._key(history):
            self.update(int(self._place(history.points[-1], history).x()) - 46, 0, 92, self.height())
        else:
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(320, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws what was given, and this dose over it."""
        history = self._history
        with QPainter(self) as painter:
            if history is None:
                fill_box(painter, self.rect(), self._look.colour("window"))
                return
            painter.drawPixmap(0, 0, self._picture_of_given(history))
            _prepare(painter)
            painter.setFont(self._font)
            this_dose = history.points[-1]
            self._draw_mark(painter, this_dose, self._place(this_dose, history))
            self._draw_level(painter, this_dose, self._place(this_dose, history))
            self._draw_weight(painter, this_dose, self._place(this_dose, history).x())

    def _picture_of_given(self, history: HistoryState) -> QPixmap:
        key = self._key(history)
        if self._given is None or self._given[0] != key:
            self._given = (key, self._draw_given(history))
        return self._given[1]

    def _key(self, history: HistoryState) -> object:
        """All that the picture of what was given depends on."""
        this_dose = history.points[-1]
        return (history.points[:-1], this_dose.day, this_dose.level, history.heading, self.size(), self._look.name)

    def _draw_given(self, history: HistoryState) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._look.colour("window"))
        with QPainter(pixmap) as painter:
            _prepare(painter)
            painter.setFont(self._font)
            painter.setPen(QPen(self._look.colour("hairline"), 1))
            painter.setBrush(self._look.colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            painter.setPen(self._look.colour("ink"))
            painter.drawText(QPointF(12, 18), history.heading)
            self._draw_levels(painter, history)
            self._draw_doses(painter, history)
        return pixmap

    def _draw_levels(self, painter: QPainter, history: HistoryState) -> None:
        for level, words in history.levels:
            y = self._y(level, history)
            painter.setPen(QPen(self._look.colour("hairline"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(_LEFT, y), QPointF(self.width() - 14, y))
            painter.setPen(self._look.colour("muted"))
            painter.drawText(QRectF(4, y - 9, _LEFT - 12, 18), _AT_RIGHT, words)

    def _draw_doses(self, painter: QPainter, history: HistoryState) -> None:
        places = [self._place(point, history) for point in history.points]
        painter.setPen(QPen(self._look.colour("muted"), 1.5))
        for one, next_one in pairwise(places):
            painter.drawLine(one, next_one)
        before, free_from = Decimal(0), 0.0
        for point, place in zip(history.points[:-1], places[:-1], strict=True):
            self._draw_mark(painter, point, place)
            if point.level != before or self._begin_of_level(point, place) >= free_from:
                self._draw_level(painter, point, place)
            before, free_from = point.level, place.x() + _SET_OFF
        self._write(painter, history.points, [place.x() for place in places])

    def _write(self, painter: QPainter, points: Sequence[DosePoint], places: Sequence[float]) -> None:
        """Weights and dates that have room; this dose's weight has room kept and is drawn with every key."""
        from prep_assistant.ui.views.apart import choose_apart, order_by_worth  # noqa: PLC0415 - no course, no words

        measure = painter.fontMetrics().horizontalAdvance
        wanted = order_by_worth([point.weight for point in points])
        weights = [measure(point.weight_short or _LONGEST_WEIGHT) for point in points[:-1]]
        written = choose_apart(wanted, places, [*weights, measure(_LONGEST_WEIGHT)])
        for place in written[1:]:
            self._draw_weight(painter, points[place], places[place])
        wanted = list(dict.fromkeys([*written, *wanted, *range(len(points))]))
        for place in choose_apart(wanted, places, [measure(point.date_short) for point in points]):
            self._draw_date(painter, points[place], places[place])

    def _draw_mark(self, painter: QPainter, point: DosePoint, place: QPointF) -> None:
        painter.setPen(QPen(self._look.colour("ink"), 2))
        painter.setBrush(self._look.colour("surface" if point.is_planned else "drug"))
        if point.is_labelled:
            painter.drawEllipse(place, _RADIUS, _RADIUS)
        else:
            painter.drawRect(QRectF(place.x() - _RADIUS, place.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS))

    def _draw_level(self, painter: QPainter, point: DosePoint, place: QPointF) -> None:
        """A level that no line stands for has marks of another shape, and is written where it begins."""
        if point.is_labelled:
            return
        left = self._begin_of_level(point, place)
        box = QRectF(left, place.y() - 8, place.x() - _SET_OFF - left, 16)
        fill_box(painter, box, self._look.colour("surface"))
        painter.setPen(self._look.colour("ink"))
        painter.drawText(box, _CENTRED, point.level_text)

    def _begin_of_level(self, point: DosePoint, place: QPointF) -> float:
        return place.x() - _SET_OFF - measure_font(CAPTION_PX).horizontalAdvance(point.level_text) - 6

    def _draw_weight(self, painter: QPainter, point: DosePoint, x: float) -> None:
        painter.setPen(self._look.colour("ink"))
        painter.drawText(QRectF(x - 45, self.height() - _BELOW + 4, 90, 16), _CENTRED, point.weight_short)

    def _draw_date(self, painter: QPainter, point: DosePoint, x: float) -> None:
        painter.setPen(self._look.colour("muted"))
        painter.drawText(QRectF(x - 45, self.height() - _BELOW + 19, 90, 16), _CENTRED, point.date_short)

    def _place(self, point: DosePoint, history: HistoryState) -> QPointF:
        days, first = history.points[-1].day, history.points[0]
        left = _LEFT + 18
        if not first.is_labelled:
            # Room for its level between the label's levels and its mark.
            left += measure_font(CAPTION_PX).horizontalAdvance(first.level_text)
        x = left + point.day * (self.width() - left - _RIGHT) / days
        return QPointF(x, self._y(point.level, history))

    def _y(self, level: Decimal, history: HistoryState) -> float:
        """The height of a level; one outside the label's is set off from them, so that these stay apart."""
        top, bottom = history.levels[0][0], history.levels[-1][0]
        share = float((top - min(max(level, bottom), top)) / (top - bottom))
        y = _TOP + 8 + share * (self.height() - _TOP - _BELOW - 16)
        return y - _SET_OFF if level > top else y + _SET_OFF if level < bottom else y


def _prepare(painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
