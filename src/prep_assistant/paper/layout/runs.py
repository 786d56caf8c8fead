"""A run with the face that draws it."""

from collections.abc import Mapping

from prep_assistant.frozen import field, frozen
from prep_assistant.paper.content.blocks import Run
from prep_assistant.paper.layout.faces import choose_face, measure, measure_rise
from prep_assistant.paper.layout.marks import Text
from prep_assistant.paper.sizes import Type

# Of the size of the type: from the top of a line to its baseline.
ASCENT = 0.92


@frozen
class SetRun:
    """A run with the face that draws it."""

    text: str = field(repr=False)
    face: str
    points: float
    rise: float

    @property
    def width(self) -> float:
        """How wide it is on one line."""
        return measure(self.text, self.face, self.points)

    def mark(self, x: float, baseline: float, *, white: bool = False) -> Text:
        """The run on one line."""
        return Text(x, baseline, self.face, self.points, self.text, white)


def set_run(run: Run, types: Mapping[str, Type]) -> SetRun:
    """A run in the type of its role.

    Raises:
        CannotBePrinted: no face can set it.
    """
    kind = types[run.role]
    face, text = choose_face(run.role, run.text, bold=kind.bold)
    return SetRun(text, face, kind.points, measure_rise(text))
