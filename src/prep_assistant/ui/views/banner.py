"""Whose preparation it is: always in sight, at most two lines, nothing ever cut."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.state import BannerState
from prep_assistant.ui.views.painted import PaintedBand
from prep_assistant.ui.views.rich_text import escape
from prep_assistant.ui.views.theme import Look

# A birth date with the age has 19 characters at most.
_SHORT = 20


class PatientBanner(PaintedBand):
    """FAMILY, Given · born · MRN, and below it order and cycle."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "banner", parent)
        self.setObjectName("patient_banner")
        self._state: BannerState | None = None
        self._line = QLabel()
        self._line.setObjectName("patient_line")
        self._line.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self._line)
        look.changed.connect(self._draw)

    def present(self, state: BannerState) -> None:
        """Shows this patient."""
        if state != self._state:
            self._state = state
            self._draw()

    def _draw(self) -> None:
        state = self._state
        if state is None:
            return
        parts = (
            (tr("Born"), state.born),
            (tr("MRN"), state.mrn),
            (tr("Order"), state.order),
            (tr("Course"), state.course),
        )
        ink, muted = self.look.colours.on_banner, self.look.colours.banner_muted
        name = f'<span style="color:{ink};font-size:18px;font-weight:bold">{escape(state.name)}</span>'
        rest = "".join(
            f'&nbsp; <span style="color:{muted};font-size:12px">{label}&nbsp;</span>'
            f'<span style="color:{ink};font-size:15px;font-weight:bold">{_whole(value)}</span>'
            for label, value in parts
        )
        self._line.setText(name + rest)
        spoken = ", ".join(f"{label} {value}" for label, value in parts)
        self._line.setAccessibleName(tr("Patient {name}, {rest}", name=state.name, rest=spoken))


def _whole(text: str) -> str:
    """A date and every short number stay on one line; a long number may end a line at its hyphens."""
    whole = escape(text).replace(" ", "&nbsp;")
    return whole.replace("-", "&#8209;") if len(text) <= _SHORT else whole
