"""What holds every label back beside the order itself: a defect of the program, or a letter that no paper can show."""

from prep_assistant.frozen import replace
from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.state import Headline, PrepareState, Standing

BLOCKED = phrase("A defect came to light. Nothing is printed or saved until the program is started anew.")


def hold_back(state: PrepareState, defect: str, problem: str) -> PrepareState:
    """The page under what holds its label back.

    Args:
        state: of the order.
        defect: what came to light, and what to do; "" when nothing did.
        problem: which line of the paper as it is chosen cannot be drawn, and why; "" when all can.
    """
    if defect:
        return _show_defect(state, defect)
    return _show_problem(state, tr(problem)) if problem and state.preview_wanted is not None else state


def _show_defect(state: PrepareState, words: str) -> PrepareState:
    """A defect may have left any figure half made, so none is shown, whatever is typed."""
    headline = Headline(tr("Blocked"), words)
    return replace(
        state, standing=Standing.BLOCKED, headline=headline, plan=None, preview_wanted=None, save_refused=words
    )


def _show_problem(state: PrepareState, problem: str) -> PrepareState:
    words = f"{problem[:1].upper()}{problem[1:]}."
    headline = Headline(tr("Cannot be printed"), words)
    return replace(state, standing=Standing.UNPRINTABLE, headline=headline, save_refused=words)
