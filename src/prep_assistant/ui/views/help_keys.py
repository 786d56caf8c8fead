"""Help > Keys: written from the tables that bind the keys, so that it says what they do and nothing else."""

from collections.abc import Iterable

from prep_assistant.calculation import Monograph
from prep_assistant.language import Phrase, phrase, tr
from prep_assistant.ui.views import footer, form_plan, history_entry, listed_doses

Bound = tuple[tuple[str, str], ...]
Row = tuple[str, str]

# What Qt's own widgets and the page do with a key where the focus allows it.
_MOVING = (
    ("Tab, Shift+Tab", phrase("To the next entry, figure or button, or to the one before")),
    (phrase("Space"), phrase("Press the button, or choose what has the focus")),
    (phrase("Up, Down"), phrase("Choose from a list; go from figure to figure")),
    (phrase("Letters"), phrase("Choose from a list: type the name until it is there")),
    ("F2", phrase("Type into the chosen cell of the table of doses")),
    ("Esc", phrase("Leave a cell or a list as it was; close the explanation or Help")),
)
_IN_HELP = (
    ("Ctrl+F", phrase("Search in the page")),
    ("F3, Shift+F3", phrase("Next, or the one before")),
    ("Alt+Left", phrase("Back to the page before")),
    ("Ctrl+C", phrase("Copy what is selected, or the whole page")),
)


def write_keys(shortcuts: Bound, monograph: Monograph) -> str:
    """The page as Markdown.

    Args:
        shortcuts: the window's own: keys, and the act that they are bound to.
        monograph: the one in use.
    """
    parts = (
        f"# {tr('Keys')}",
        tr(
            "Every key of the page on which {medicine} is prepared. Enter alone never saves or prints.",
            medicine=monograph.display_name,
        ),
        f"## {tr('Acts')}",
        _table(_list_shortcuts(shortcuts)),
        f"## {tr('To an entry or a button')}",
        tr("Hold Alt and press the letter that is underlined on the page."),
        _table(list_mnemonics()),
        f"## {tr('In the menu “More”')}",
        tr("When the menu is open, the letter alone."),
        _table(_menu_letters()),
        f"## {tr('Moving about')}",
        _table(_MOVING),
        f"## {tr('In Help')}",
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
    return [(f"Alt+{letter_of(text)}", _plain(text)) for text in map(tr, words) if letter_of(text)]


def letter_of(words: str) -> str:
    """The mnemonic of a text, "" when it has none."""
    place = words.find("&")
    return words[place + 1].upper() if place >= 0 else ""


def _list_shortcuts(shortcuts: Bound) -> list[Row]:
    words = {name: _plain(tr(text)) for name, text, _ in (*footer.BUTTONS, *footer.ACTIONS)}
    return [(keys, words[name]) for keys, name in shortcuts]


def _menu_letters() -> list[Row]:
    words = [tr(text) for _, text, _ in footer.ACTIONS]
    return [(letter_of(text), _plain(text)) for text in words if letter_of(text)]


def _plain(words: str) -> str:
    return words.replace("&", "")


def _table(rows: Iterable[Row]) -> str:
    head = f"| {tr('key')} | {tr('what it does')} |"
    return "\n".join([head, "| --- | --- |", *(f"| **{_say(keys)}** | {_say(does)} |" for keys, does in rows)])


def _say(words: str) -> str:
    """Names of keys as they are engraved stay as they are, and so does what was said already."""
    return tr(words) if isinstance(words, Phrase) else words
