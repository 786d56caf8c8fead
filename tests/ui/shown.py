"""Everything that a person can read or hear in a window, and what of it no translator has seen.

Under the pseudo-language a translated text stands between marks and has its vowels doubled. What else has letters must
be a value: what somebody typed, what the formulary names, a unit, a date, a key, a file. The values are taken from
where they come from; no widget is excepted.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QTabBar,
    QTableView,
    QTextBrowser,
    QWidget,
)

from prep_assistant.calculation import Jurisdiction
from prep_assistant.calculation.sources import Source, Sourced
from prep_assistant.diagnostics.version import read_version
from prep_assistant.language import NAMES
from prep_assistant.settings.schema import KINDS
from prep_assistant.ui.viewmodels.help_pages import LICENCES, WRITTEN, read_page, title_of
from prep_assistant.ui.viewmodels.identity import make_identity
from prep_assistant.ui.views.help_page import HelpPage
from prep_assistant.ui.views.painted_text import PaintedText
from prep_assistant.ui.views.unbroken import let_break
from prep_assistant.ui.views.wrapped_text import WrappedText
from tests.ui.page import Page
from tests.ui.pseudo import CLOSE, OPEN

_MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
# Said in the language, and that said again.
_TWICE = re.compile(f"{OPEN}{_MARKED.pattern}{CLOSE}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_TAG = re.compile(r"</?\w+[^>]*>")
_RUN = re.compile(r"([aeiou])\1*")
# Longest first: each is taken out of a text as a whole word.
_UNITS = ("mg/kg", "mg/mL", "mL/h", "/mm³", "min", "mg", "mL", "kg", "µm", "cm", "ULN", "UTC")
_PLAIN = re.compile(
    rf"[^\s{OPEN}{CLOSE}]*\d[^\s{OPEN}{CLOSE}]*"  # numbers, dates, times, sizes
    r"|(?:(?:Ctrl|Shift|Alt)\+)+\w+|\bAlt\b|\bTab\b|\bEsc\b"  # keys, as they are engraved
    r"|[\w.-]+\.(?:json|pdf|md|toml)\b"  # files
)


def list_shown(window: QWidget) -> Iterator[tuple[str, str]]:
    """Each text of what is to be seen, with the name of the widget that says it."""
    for widget in (window, *window.findChildren(QWidget)):
        if isinstance(widget, QMenu):
            yield from ((action.objectName(), text) for action in widget.actions() for text in _of_action(action))
        elif widget.isVisible():
            for text in (*_words_of(widget), *_spoken(widget)):
                yield widget.objectName() or type(widget).__name__, _plain(text)


def find_untranslated(window: QWidget, values: Iterable[str]) -> list[str]:
    """The texts in which letters stand that are neither translated nor a value."""
    names = sorted({name for name in values if _LETTERS.search(name)} | set(_UNITS), key=len, reverse=True)
    known = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), re.IGNORECASE)
    return [f"{name}: {text}" for name, text in list_shown(window) if not _is_translated(text, known)]


def list_values(page: Page, order: dict[str, Any]) -> set[str]:
    """What no language changes: the order's own texts, and what formulary and installation are called."""
    formulary = page.window.model.setting.formulary
    monograph = formulary.monograph
    identity = make_identity(monograph)
    values = {*_leaves(order), *(it.value for it in Jurisdiction), *identity.products, *identity.bag_fluids}
    values |= {monograph.nonproprietary_name, monograph.brand, identity.emphasised, *monograph.wrong_bag.values()}
    values |= {part for product in identity.products for part in re.split(r"[()]", product)}
    values |= {word for name in monograph.nonproprietary_name.split() for word in name.split("-")}
    values |= {*_citations(formulary), *_citations(page.state.plan), *(it.source for it in page.state.findings)}
    values |= {*KINDS, *NAMES.values()}
    version = read_version()
    values |= {*version.licences, version.program, version.commit, version.python, version.system, "Python", "Qt"}
    values |= {title_of(read_page(name)) for name in WRITTEN}
    return {part.strip() for value in values for part in (value, value.upper())}


def _is_translated(text: str, known: re.Pattern[str]) -> bool:
    if _TWICE.search(text):
        return False
    rest = _PLAIN.sub(" ", known.sub(" ", text))
    while marked := _MARKED.search(rest):
        if any(len(run[0]) % 2 for run in _RUN.finditer(marked[0].replace("lorem", ""))):
            return False
        rest = rest[: marked.start()] + " " + rest[marked.end() :]
    return not _LETTERS.search(rest)


def _words_of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton | PaintedText | WrappedText):
        yield widget.text()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
        yield widget.placeholderText()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QListWidget):
        yield from (widget.item(place).text() for place in range(widget.count()))
    elif isinstance(widget, QTableView):
        model, across = widget.model(), Qt.Orientation.Horizontal
        yield from (str(model.headerData(place, across)) for place in range(model.columnCount()))
    elif isinstance(widget, QTextBrowser) and not _is_written(widget):
        yield from let_break(widget.toPlainText()).splitlines()


def _is_written(reader: QTextBrowser) -> bool:
    """Whether it shows a page that lies in the folder of a language."""
    return isinstance(reader, HelpPage) and reader.name in {*WRITTEN, LICENCES}


def _spoken(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.statusTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()


def _of_action(action: QAction) -> Iterator[str]:
    yield from (action.text().replace("&", "").partition("\t")[0], action.toolTip())


def _plain(text: str) -> str:
    """As it is read: without tags, mnemonics, and what keeps names on one line."""
    text = QTextDocumentFragment.fromHtml(text).toPlainText() if _TAG.search(text) else text.replace("&", "")
    return let_break(text).replace("\N{NO-BREAK SPACE}", " ").replace("\N{NON-BREAKING HYPHEN}", "-")


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (leaf for part in value.values() for leaf in _leaves(part))
    elif isinstance(value, list):
        yield from (leaf for part in value for leaf in _leaves(part))
    elif isinstance(value, str):
        yield value


def _citations(value: object, seen: set[int] | None = None) -> Iterator[str]:
    """Where the formulary's figures come from, and its figures that are names: in the language of what it cites."""
    seen = set() if seen is None else seen
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Source):
        yield from (str(value), value.document.rstrip(":"), value.section, value.edition)
    elif isinstance(value, Sourced) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, Sourced) and isinstance(value.value, Mapping):
        yield from (name for name in value.value if isinstance(name, str))
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _citations(part, seen)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _citations(part, seen)
    else:
        for name in getattr(type(value), "__annotations__", ()):
            yield from _citations(getattr(value, name, None), seen)
