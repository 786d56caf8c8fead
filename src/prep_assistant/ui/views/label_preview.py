"""The place of the label's preview: the paper is put in when it is first shown, so that start waits for none of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.paper_state import NOTHING_YET
from prep_assistant.ui.viewmodels.papers import PapersViewModel
from prep_assistant.ui.views.tab_order import put_in_tab_order
from prep_assistant.ui.views.theme import Look


class LabelPreview(QFrame):
    """An empty sheet until there is paper to show.

    Args:
        model: the view-model of paper.
        look: the theme.
        before: where Tab comes from.
    """

    def __init__(self, model: PapersViewModel, look: Look, before: QWidget) -> None:
        super().__init__()
        self.setObjectName("label_preview")
        self.setProperty("kind", "card")
        self.setAccessibleName(tr("Label preview"))
        self._model, self._look, self._before = model, look, before
        self._waiting = QLabel(tr(NOTHING_YET))
        self._waiting.setObjectName("label_preview_waiting")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 6, 6, 6)
        self._layout.addWidget(self._waiting)
        model.state_changed.connect(self._begin)

    def _begin(self) -> None:
        """Makes the preview with the first state that has something to show."""
        from prep_assistant.ui.views.paper_preview import PaperPreview  # noqa: PLC0415 - see above

        self._model.state_changed.disconnect(self._begin)
        self._waiting.hide()
        preview = PaperPreview(self._model, self._look)
        self._layout.addWidget(preview)
        put_in_tab_order(self._before, *preview.stops())
