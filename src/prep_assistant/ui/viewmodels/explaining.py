"""How a figure was made, in words, put together only when somebody asks."""

from dataclasses import dataclass
from typing import Any

from prep_assistant.calculation import Figure, Source, Status

_STATUS_WORDS = {
    Status.READ: "read in this source",
    Status.RECALLED: "recalled, not read: confirm it against the current label",
    Status.HOUSE: "a house limit of this site",
}


@dataclass(frozen=True, slots=True)
class Explained:
    """A figure that can say how it was made."""

    words: str
    text: str
    figure: Figure[Any]

    def lines(self) -> tuple[tuple[str, str], ...]:
        """What there is to say, each with its heading: formula, this order's numbers, rounding, source."""
        figure = self.figure
        lines = [("Formula", figure.formula)]
        if figure.inputs:
            lines.append(("Worked", f"{figure.worked} = {self.text}"))
        if figure.rounding:
            lines.append(("Rounding", figure.rounding))
        if figure.rounded_by:
            lines.append(("Rounded by", f"{name_source(figure.rounded_by)}. {figure.rounded_by.note}"))
        lines.append(("Source", name_source(figure.source)))
        if figure.source.note:
            lines.append(("Note", figure.source.note))
        return tuple(lines)

    def edition(self) -> tuple[str, str]:
        """The document that the figure comes from, and which edition of it was read."""
        return self.figure.source.document.rstrip(":"), self.figure.source.edition


def name_source(source: Source) -> str:
    """Document, section and how the entry was established."""
    return f"{source} ({_STATUS_WORDS[source.status]})"
