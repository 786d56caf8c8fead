"""What is checked before the first dose of a course, as the window shows it."""

from prep_assistant.frozen import frozen
from prep_assistant.language import tr
from prep_assistant.paper.content.first_dose import list_checks


@frozen
class CheckState:
    """One check, and whether somebody ticked it."""

    code: str
    title: str
    text: str
    ticked: bool


def show_first_dose(ticked: frozenset[str]) -> tuple[CheckState, ...]:
    """The checks in their order."""
    return tuple(CheckState(it.code, tr(it.title), tr(it.text), it.code in ticked) for it in list_checks())
