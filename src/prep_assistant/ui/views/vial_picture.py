"""The vials to open, drawn as vials: which strength, how many, and what is left in each after drawing."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.vial_state import VialsState, VialState
from prep_assistant.ui.views.painted import fill_box
from prep_assistant.ui.views.theme import CAPTION_PX, Look, make_font

_HIGH = 84
_WIDE = {100: 32, 160: 40}
_USUAL = 36
_GAP = 10
_PICTURE_WIDE = 144


class VialPicture(QWidget):
    """A row of vials; the hatched part is drawn up, the solid part stays behind."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("vial_picture")
        self._look = look
        self._vials: tuple[VialState, ...] = ()
        self._font = make_font(CAPTION_PX, bold=True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Vials: {vials}", vials=tr("not known")))
        look.changed.connect(self.update)

    def show_vials(self, groups: tuple[VialsState, ...]) -> None:
        """Shows these vials."""
        vials = tuple(vial for group in groups for vial in group.vials)
        if vials == self._vials:
            return
        self._vials = vials
        self.setAccessibleName(
            tr("Vials: {vials}", vials="; ".join(group.fullness for group in groups) or tr("not known"))
        )
        self.update()

    def sizeHint(self) -> QSize:
        """The same for any number of vials: many stand one before the other."""
        return QSize(_PICTURE_WIDE, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the vials from left to right; each strength is written on the last of its kind."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._font)
            for vial, left, is_named in self._places():
                box = QRectF(left, 1, _wide(vial), _HIGH - 2)
                self._draw(painter, box, vial)
                if is_named:
                    self._draw_name(painter, box, vial)

    def _places(self) -> Iterator[tuple[VialState, float, bool]]:
        """Vials of one strength stand close when they are many; between strengths there is always a gap."""
        vials = self._vials
        lasts = [place + 1 == len(vials) or vials[place + 1].holds != vial.holds for place, vial in enumerate(vials)]
        room = self.width() - 4 - sum(_wide(vial) + _GAP for vial, is_last in zip(vials, lasts, strict=True) if is_last)
        step = room / max(1, lasts.count(False))
        left = 2.0
        for vial, is_last in zip(vials, lasts, strict=True):
            yield vial, left, is_last
            left += _wide(vial) + _GAP if is_last else min(step, _wide(vial) + _GAP)

    def _draw(self, painter: QPainter, box: QRectF, vial: VialState) -> None:
        ink, drug = self._look.colour("ink"), self._look.colour("drug")
        glass = _glass(_wide(vial)).translated(box.topLeft())
        body = QRectF(box.left(), box.top() + 20, box.width(), box.height() - 20)
        painter.save()
        painter.setClipPath(glass)
        fill_box(painter, body, self._look.colour("surface"))
        liquid = body.adjusted(0, 8, 0, 0)
        fill_box(painter, liquid, QBrush(drug, Qt.BrushStyle.BDiagPattern))
        if vial.left:
            part = liquid.height() * _share(vial)
            fill_box(painter, QRectF(liquid.left(), liquid.bottom() - part, liquid.width(), part), drug)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.5))
        painter.drawPath(glass)
        fill_box(painter, QRectF(box.center().x() - 9, box.top(), 18, 9), ink)

    def _draw_name(self, painter: QPainter, box: QRectF, vial: VialState) -> None:
        high = QFontMetrics(self._font).height() + 2
        label = QRectF(box.left() + 1, box.center().y() + 4, box.width() - 2, high)
        fill_box(painter, label, self._look.colour("surface"))
        painter.setPen(self._look.colour("ink"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(vial.holds))


def _wide(vial: VialState) -> int:
    return _WIDE.get(vial.holds, _USUAL)


def _share(vial: VialState) -> float:
    return float(vial.left / Decimal(vial.holds))


@lru_cache
def _glass(wide: int) -> QPainterPath:
    """Neck, shoulders and body of a vial, made once for each width."""
    path, neck = QPainterPath(), QPainterPath()
    path.addRoundedRect(QRectF(0, 20, wide, _HIGH - 22), 5, 5)
    neck.addRect(QRectF(wide / 2 - 7, 9, 14, 12))
    return path.united(neck)
