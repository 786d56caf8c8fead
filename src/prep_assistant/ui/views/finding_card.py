"""One finding where it stands: what is wrong, and for those that want a reason, the place to give it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.finding_state import FindingState
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.reasons import OTHER
from prep_assistant.ui.views.choice_box import ChoiceBox
from prep_assistant.ui.views.entry_field import EntryLine
from prep_assistant.ui.views.shapes import Shape, ShapeMark
from prep_assistant.ui.views.theme import Look
from prep_assistant.ui.views.unbroken import keep_whole

_WORDS = {"stop": phrase("STOP"), "confirm": phrase("TO ANSWER"), "answered": phrase("ANSWERED")}


class FindingCard(QFrame):
    """A stop, or a finding that a pharmacist answers with a reason."""

    def __init__(self, finding: FindingState, model: PrepareViewModel, look: Look) -> None:
        super().__init__()
        self._finding, self._model, self._look = finding, model, look
        self.setObjectName(f"finding_{name_of(finding)}")
        self._mark = ShapeMark(look, Shape.STOP, 26)
        self._word, self._title = QLabel(), QLabel()
        self._message, self._source = QLabel(), QLabel()
        self._refused: QLabel | None = None
        self._answer: ChoiceBox | None = None
        self._sentence: EntryLine | None = None
        self._lay_out()
        self._draw(finding)

    def present(self, finding: FindingState) -> None:
        """Shows the same finding on other facts, or answered."""
        if finding != self._finding:
            self._draw(finding)

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in reading order; nothing where no reason is asked for."""
        return (self._answer, self._sentence) if self._answer and self._sentence else ()

    def _lay_out(self) -> None:
        for label in (self._title, self._message):
            label.setWordWrap(True)
        self._word.setProperty("kind", "section")
        self._title.setProperty("kind", "title")
        self._source.setProperty("kind", "source")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._word)
        head.addWidget(self._title, 1)
        text = QVBoxLayout()
        text.setSpacing(3)
        text.addLayout(head)
        text.addWidget(self._message)
        if self._finding.choices:
            text.addWidget(self._make_answer())
        text.addWidget(self._source)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 9, 12, 9)
        layout.setSpacing(12)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(text, 1)

    def _make_answer(self) -> QWidget:
        box, name = QWidget(), name_of(self._finding)
        choices = [choice.text for choice in self._finding.choices]
        answer = ChoiceBox(
            self._look, f"reason_{name}", tr("Reason for: {finding}", finding=self._finding.title), choices
        )
        sentence = EntryLine(f"sentence_{name}", tr("Reason in words for: {finding}", finding=self._finding.title))
        sentence.setPlaceholderText(tr("The reason in a sentence"))
        label = QLabel(tr("Reason"))
        label.setBuddy(answer)
        refused = QLabel()
        refused.setProperty("kind", "caption")
        answer.chosen.connect(lambda _text: self._tell())
        sentence.textEdited.connect(lambda _text: self._tell())
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(answer, 0, 1)
        grid.addWidget(sentence, 1, 1)
        grid.addWidget(refused, 2, 1)
        self._answer, self._sentence, self._refused = answer, sentence, refused
        return box

    def _draw(self, finding: FindingState) -> None:
        self._finding = finding
        kind = "answered" if not finding.is_open and finding.choices else finding.severity.value
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().polish(self)
        self._mark.show_shape(Shape.READY if kind == "answered" else Shape(kind))
        self._word.setText(tr(_WORDS[kind]))
        self._title.setText(self._whole(finding.title))
        self._message.setText(self._whole(finding.message))
        self._source.setText(tr("Source: {source}", source=finding.source))
        self.setAccessibleName(f"{tr(_WORDS[kind])}: {finding.title}. {finding.message}")
        if self._answer and self._sentence and self._refused:
            self._show_answer(finding, self._answer, self._sentence, self._refused)

    def _show_answer(self, finding: FindingState, answer: ChoiceBox, sentence: EntryLine, refused: QLabel) -> None:
        answer.show_text(next((choice.text for choice in finding.choices if choice.code == finding.chosen), ""))
        if sentence.text() != finding.sentence:
            sentence.setText(finding.sentence)
        sentence.setVisible(finding.chosen == OTHER)
        refused.setText(finding.refused)
        refused.setVisible(finding.chosen == OTHER and bool(finding.refused))

    def _whole(self, text: str) -> str:
        return keep_whole(text, self._model.setting.formulary.monograph.display_name)

    def _tell(self) -> None:
        if self._answer and self._sentence:
            place = self._answer.currentIndex()
            chosen = self._finding.choices[place].code if place >= 0 else ""
            self._model.answer(self._finding.code, chosen, self._sentence.text())


def name_of(finding: FindingState) -> str:
    """A finding's code as part of an objectName."""
    return finding.code.replace(".", "_")
