"""Help beside the page: made when it is first opened, read without a mouse, in every theme and size."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, QUrl
from PySide6.QtGui import QAction, QGuiApplication, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from prep_assistant.diagnostics.version import WHAT_IT_IS_NOT, read_version
from prep_assistant.ui.viewmodels.help_pages import LICENCES, WRITTEN, read_page
from prep_assistant.ui.views.theme import THEMES, load_themes
from tests.orders import plain_order
from tests.ui.help_reader import (
    ALT,
    CONTROL,
    EVERY_PAGE,
    SHIFT,
    find_contents,
    find_search,
    find_text,
    open_help,
    read,
    shown,
)
from tests.ui.page import PRODUCT, Page, settle

AT_200 = (683, 384)
BESIDE_AN_ITEM, ABOVE_AN_ITEM = 4, 6


def test_nothing_of_help_is_there_before_it_is_opened(page: Page) -> None:
    assert page.window.findChild(QDialog, "help_window") is None
    asking = (
        "import sys; from datetime import datetime; from PySide6.QtWidgets import QApplication;"
        "from prep_assistant.bootstrap import make_window; from prep_assistant.workflow.still_clock import StillClock;"
        "a = QApplication([]); now = datetime.fromisoformat('2026-11-22T08:00:00+01:00');"
        "w = make_window(StillClock(now)); w.show(); a.processEvents(); w.close();"
        "print([name for name in sys.modules if 'help' in name and 'prep_assistant' in name])"
    )
    done = subprocess.run([sys.executable, "-c", asking], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_opens_on_its_key_and_on_its_button_beside_the_page(page: Page) -> None:
    window = open_help(page)
    assert window.isVisible()
    assert not window.isModal()
    assert shown(window) == WRITTEN[0]
    window.close()
    page.click("help")
    assert window.isVisible()


def test_f1_still_explains_the_figures(page: Page) -> None:
    page.open(plain_order())
    page.press(Qt.Key.Key_F1)
    assert page.find(QWidget, "explanation").isVisible()
    assert page.window.findChild(QDialog, "help_window") is None


def test_esc_closes_help_and_the_order_is_as_it_was(page: Page) -> None:
    page.open(plain_order())
    before = page.state
    window = open_help(page)
    for widget in (find_contents(window), find_text(window), find_search(window)):
        window.show()
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Escape)
        assert window.isHidden()
    assert page.state is before


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_every_page_is_reached_by_the_contents_and_shown_whole(page: Page, name: str) -> None:
    window = open_help(page, name)
    assert shown(window) == name
    titles = {"keys": "Keys", "about": "About this program"}
    title = titles.get(name) or read_page(name).splitlines()[0].removeprefix("# ")
    assert read(window).splitlines()[0] == title
    tables = {"keys": 5, "about": 0}
    wanted = tables[name] if name in tables else len(re.findall(r"^\| ---", read_page(name), re.MULTILINE))
    assert len(find_text(window).document().rootFrame().childFrames()) == wanted


def test_a_link_leads_on_and_back_leads_back(page: Page) -> None:
    window = open_help(page)
    text = find_text(window)
    back = window.findChildren(QAbstractButton, "help_back")[0]
    assert not back.isEnabled()
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    QTest.keyClick(text, Qt.Key.Key_Return)
    settle()
    assert shown(window) == "repeat-patient"
    assert find_contents(window).currentRow() == EVERY_PAGE.index("repeat-patient")
    QTest.keyClick(text, Qt.Key.Key_Left, ALT)
    settle()
    assert shown(window) == WRITTEN[0]
    assert find_contents(window).currentRow() == 0
    assert not back.isEnabled()


def test_help_opens_nothing_outside_itself(page: Page) -> None:
    assert not find_text(open_help(page)).openExternalLinks()


def test_search_finds_again_and_begins_anew_at_the_end(page: Page) -> None:
    window = open_help(page)
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    line = find_search(window)
    assert QApplication.focusWidget() is line
    QTest.keyClicks(line, "save label")
    places = []
    for _ in range(3):
        QTest.keyClick(line, Qt.Key.Key_Return)
        cursor = find_text(window).textCursor()
        assert cursor.selectedText().lower() == "save label"
        places.append(cursor.selectionStart())
    text = read_page(WRITTEN[0]).lower()
    assert len(set(places)) == min(3, text.count("save label"))
    QTest.keyClick(window, Qt.Key.Key_F3, SHIFT)
    assert find_text(window).textCursor().selectionStart() == places[-2]


@pytest.mark.parametrize("words", ["ado-trastuzumab", "trastuzumab emtansine (kadcyla)", PRODUCT])
def test_search_finds_the_medicine_by_a_name_that_never_breaks(page: Page, words: str) -> None:
    window = open_help(page)
    line = find_search(window)
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert find_text(window).textCursor().hasSelection()


def test_search_says_when_the_page_does_not_hold_the_words(page: Page) -> None:
    window = open_help(page)
    line, said = find_search(window), window.findChildren(QLabel, "help_found")[0]
    QTest.keyClicks(line, "no such words")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert said.text() == "Not on this page."
    QTest.keyClicks(line, "x")
    assert said.text() == ""


def test_what_is_copied_is_plain_text_and_without_a_selection_the_whole_page(page: Page) -> None:
    window = open_help(page, "about")
    text = find_text(window)
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_C, CONTROL)
    copied: QMimeData = QGuiApplication.clipboard().mimeData()
    assert copied.formats() == ["text/plain"]
    assert copied.text() == read(window)
    assert not text.textCursor().hasSelection()


def test_about_says_what_version_says_and_no_place_on_this_machine(page: Page) -> None:
    page.window.findChildren(QAction, "about")[0].trigger()
    settle()
    window = page.find(QDialog, "help_window")
    told, version = read(window), read_version()
    monograph = page.window.model.setting.formulary.monograph
    assert shown(window) == "about"
    for fact in (version.program, version.commit, version.python, monograph.id, monograph.revision, monograph.digest):
        assert fact in told
    assert re.search(r"Qt: 6\.\d+\.\d+$", told, re.MULTILINE)
    assert WHAT_IT_IS_NOT in told
    assert [licence for licence in version.licences if licence not in told] == []
    assert str(Path.home()) not in told
    assert not re.search(r"(?:^|\s)(?:/\w|[A-Z]:\\)", told)


def test_the_licences_of_what_is_bundled_can_be_read_without_a_network(page: Page) -> None:
    told = read(open_help(page, LICENCES))
    assert "PySide6" in told
    assert "LGPL-3.0" in told


def test_every_mnemonic_of_help_is_there_once(page: Page) -> None:
    window = open_help(page)
    texts = [label.text() for label in window.findChildren(QLabel)]
    texts += [button.text() for button in window.findChildren(QAbstractButton)]
    letters = [letter.upper() for text in texts for letter in re.findall(r"&(\w)", text)]
    assert len(letters) == len(set(letters)) == 3


def test_tab_goes_through_help_and_comes_round(page: Page) -> None:
    window = open_help(page, "site")
    passed = []
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert window.isAncestorOf(focused)
        passed.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {"help_contents", "help_page", "help_search", "help_next"} <= set(passed)


@pytest.mark.parametrize("theme", THEMES)
def test_links_and_tables_have_the_colours_of_the_theme(page: Page, theme: str) -> None:
    window = open_help(page)
    page.window.use_theme(theme)
    settle()
    accent = load_themes()[theme].accent
    colours = set()
    block = find_text(window).document().begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            if place.fragment().charFormat().isAnchor():
                colours.add(place.fragment().charFormat().foreground().color().name())
            place += 1
        block = block.next()
    assert colours == {accent}


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_at_200_percent_every_page_is_read_without_scrolling_sideways(page: Page, name: str) -> None:
    window = open_help(page, name)
    window.resize(*AT_200)
    settle()
    assert (window.width(), window.height()) == AT_200
    text, contents = find_text(window), find_contents(window)
    assert text.horizontalScrollBar().maximum() <= 1
    assert contents.horizontalScrollBar().maximum() == 0
    assert text.viewport().height() > 200
    assert contents.viewport().width() > 120
    for row in range(contents.count()):
        room, words = contents.visualItemRect(contents.item(row)), contents.item(row).text()
        wrapped = QRect(0, 0, room.width() - 2 * BESIDE_AN_ITEM, 500)
        needed = contents.fontMetrics().boundingRect(wrapped, Qt.TextFlag.TextWordWrap, words)
        assert room.height() >= needed.height() + 2 * ABOVE_AN_ITEM, words


def test_a_picture_is_never_wider_than_the_page(page: Page) -> None:
    window = open_help(page)
    text = find_text(window)
    for wide in (940, 640, 940):
        window.resize(wide, 600)
        settle()
        picture = text.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl("help:/page.png"))
        assert isinstance(picture, QImage)
        assert 200 < picture.width() <= text.viewport().width()


def test_closing_the_window_closes_help(page: Page) -> None:
    window = open_help(page)
    page.window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not window.isVisible()
