"""Help > Keys: written from the tables that bind the keys, so that it says what they do and nothing else."""

from collections.abc import Iterable

from prep_assistant.calculation import Monograph
from prep_assistant.ui.views import footer, form_plan, history_entry, listed_doses

Bound = tuple[tuple[str, str], ...]
Row = tuple[str, str]

# What Qt's own widgets and the page do with a key where the focus allows it.
_MOVING = (
    ("Tab, Shift+Tab", "To the next entry, figure or button, or to the one before"),
    ("Space", "Press the button, or choose what has the focus"),
    ("Up, Down", "Choose from a list; go from figure to figure"),
    ("Letters", "Choose from a list: type the name until it is there"),
    ("F2", "Type into the chosen cell of the table of doses"),
    ("Esc", "Leave a cell or a list as it was; close the explanation or Help"),
)
_IN_HELP = (
    ("Ctrl+F", "Search in the page"),
    ("F3, Shift+F3", "Next, or the one before"),
    ("Alt+Left", "Back to the page before"),
    ("Ctrl+C", "Copy what is selected, or the whole page"),
)


def write_keys(shortcuts: Bound, monograph: Monograph) -> str:
    """The page as Markdown.

    Args:
        shortcuts: the window's own: keys, and the act that they are bound to.
        monograph: the one in use.
    """
    parts = (
        "# Keys",
        f"Every key of the page on which {monograph.display_name} is prepared. Enter alone never saves or prints.",
        "## Acts",
        _table(_list_shortcuts(shortcuts)),
        "## To an entry or a button",
        "Hold Alt and press the letter that is underlined on the page.",
        _table(list_mnemonics()),
        "## In the menu “More”",
        "When the menu is open, the letter alone.",
        _table(_menu_letters()),
        "## Moving about",
        _table(_MOVING),
        "## In Help",
        _table(_IN_HELP),
    )
    return "\n\n".join(parts)


def list_mnemonics() -> list[Row]:
    """Alt with a letter, and where it leads, in reading order."""
    words = [place.words for row in (*form_plan.PATIENT, (form_plan.LABEL,), *form_plan.ORDER) for place in row]
    words += [choice for _, _, choice in history_entry.CHOICES]
    words += [button for _, button in listed_doses.BUTTONS]
    words += [place.words for row in (*form_plan.PREPARATION, *form_plan.MORE) for place in row]
    words += [button for _, button, _ in footer.BUTTONS]
    words += [footer.MORE, footer.PRIMARY]
    return [(f"Alt+{letter_of(text)}", _plain(text)) for text in words if letter_of(text)]


def letter_of(words: str) -> str:
    """The mnemonic of a text, "" when it has none."""
    place = words.find("&")
    return words[place + 1].upper() if place >= 0 else ""


def _list_shortcuts(shortcuts: Bound) -> list[Row]:
    words = {name: _plain(text) for name, text, _ in (*footer.BUTTONS, *footer.ACTIONS)}
    return [(keys, words[name]) for keys, name in shortcuts]


def _menu_letters() -> list[Row]:
    return [(letter_of(text), _plain(text)) for _, text, _ in footer.ACTIONS if letter_of(text)]


def _plain(words: str) -> str:
    return words.replace("&", "")


def _table(rows: Iterable[Row]) -> str:
    return "\n".join(["| key | what it does |", "| --- | --- |", *(f"| **{keys}** | {does} |" for keys, does in rows)])
