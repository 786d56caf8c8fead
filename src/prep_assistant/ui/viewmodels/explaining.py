"""How a figure was made, in words, put together only when somebody asks."""

from typing import Any

from prep_assistant.calculation import Figure, Source, Status
from prep_assistant.calculation.plan import Shown
from prep_assistant.frozen import frozen
from prep_assistant.language import Phrase, phrase, tr
from prep_assistant.quantities import display

_STATUS_WORDS = {
    Status.READ: phrase("read in this source"),
    Status.RECALLED: phrase("recalled, not read: confirm it against the current label"),
    Status.HOUSE: phrase("a house limit of this site"),
}


@frozen
class Explained:
    """A figure that can say how it was made."""

    words: str
    text: str
    figure: Figure[Any]

    def lines(self) -> tuple[tuple[str, str], ...]:
        """What there is to say, each with its heading: formula, this order's numbers, rounding, source."""
        figure = self.figure
        lines = [(tr("Formula"), _say_formula(figure))]
        if figure.inputs:
            lines.append((tr("Worked"), f"{say_worked(figure)} = {self.text}"))
        if figure.rounding:
            lines.append((tr("Rounding"), tr(figure.rounding)))
        if figure.rounded_by:
            lines.append((tr("Rounded by"), f"{name_source(figure.rounded_by)}. {tr(figure.rounded_by.note)}"))
        lines.append((tr("Source"), name_source(figure.source)))
        if figure.source.note:
            lines.append((tr("Note"), tr(figure.source.note)))
        return tuple(lines)

    def edition(self) -> tuple[str, str]:
        """The document that the figure comes from, and which edition of it was read."""
        return self.figure.source.document.rstrip(":"), self.figure.source.edition


def _say_formula(figure: Figure[Any]) -> str:
    return tr(figure.template).format_map({str(name): tr(name) for name in figure.inputs})


def say_worked(figure: Figure[Any]) -> str:
    """The formula with this order's numbers in it."""
    return tr(figure.template).format_map({str(name): _say(value) for name, value in figure.inputs.items()})


def _say(value: Shown) -> str:
    shown = display(value)
    return tr(shown) if isinstance(shown, Phrase) else shown


def name_source(source: Source) -> str:
    """Document, section and how the entry was established."""
    return f"{source} ({tr(_STATUS_WORDS[source.status])})"
