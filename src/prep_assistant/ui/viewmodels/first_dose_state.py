"""What is checked before the first dose of a course, as the window shows it."""

from dataclasses import dataclass

from prep_assistant.paper.content.first_dose import list_checks


@dataclass(frozen=True, slots=True)
class CheckState:
    """One check, and whether somebody ticked it."""

    code: str
    title: str
    text: str
    ticked: bool


def show_first_dose(ticked: frozenset[str]) -> tuple[CheckState, ...]:
    """The checks in their order."""
    return tuple(CheckState(it.code, it.title, it.text, it.code in ticked) for it in list_checks())
