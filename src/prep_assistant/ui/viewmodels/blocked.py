"""What holds every label back beside the order itself: a defect of the program, or a letter that no paper can show."""

from prep_assistant.frozen import replace
from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.state import Headline, PrepareState, Standing

BLOCKED = phrase("A defect came to light. Nothing is printed or saved until the program is started anew.")


def show_blocked(state: PrepareState, words: str) -> PrepareState:
    """The page after a defect: it may have left any figure half made, so none is shown, whatever is typed.

    Args:
        state: of the order.
        words: what came to light, and what to do.
    """
    headline = Headline(tr("Blocked"), words)
    return replace(
        state, standing=Standing.BLOCKED, headline=headline, plan=None, preview_wanted=None, save_refused=words
    )


def show_unprintable(state: PrepareState, problem: str) -> PrepareState:
    """The page of an order whose paper, as it is chosen, cannot be drawn.

    Args:
        state: of the order.
        problem: which line, and why.
    """
    words = f"{problem[:1].upper()}{problem[1:]}."
    headline = Headline(tr("Cannot be printed"), words)
    return replace(state, standing=Standing.UNPRINTABLE, headline=headline, save_refused=words)
