"""How a figure was made, in short, when the pointer rests on it."""

from prep_assistant.ui.viewmodels.explaining import Explained
from prep_assistant.ui.views.rich_text import escape


def explain_in_short(explained: Explained) -> str:
    """The explanation of one figure as rich text for a tool tip."""
    lines = "".join(
        f"<tr><td>{escape(head)}&nbsp;&nbsp;</td><td>{escape(text)}</td></tr>" for head, text in explained.lines()
    )
    return f"<b>{escape(explained.words)}: {escape(explained.text)}</b><table>{lines}</table>"
