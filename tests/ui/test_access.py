"""Everybody can use it: names for who hears the page, size for who touches it, contrast for who sees it."""

from itertools import chain

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from prep_assistant.ui.views.figure_cell import FigureCell
from prep_assistant.ui.views.theme import THEMES, Colours, load_themes
from tests.orders import confirm_order, plain_order
from tests.ui.laboratory import ORDERED, unfold
from tests.ui.page import Page

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, QTabBar, FigureCell)
LEAST_TARGET, GLOVED_TARGET = 24, 40
TEXT, SHAPES = 4.5, 3.0

# Text on its ground, and borders and shapes on theirs: what the style sheet and the painters put together.
TEXT_PAIRS = [
    *((text, ground) for text in ("ink", "muted") for ground in ("window", "surface")),
    *((text, ground) for text in ("ink", "muted") for ground in ("stop_ground", "confirm_ground")),
    *(("stop", ground) for ground in ("window", "surface")),
    ("ink", "selection"),
    ("on_accent", "accent"),
    ("on_banner", "banner"),
    ("banner_muted", "banner"),
    ("on_strip", "strip"),
]
SHAPE_PAIRS = [
    *(("border", ground) for ground in ("window", "surface")),
    *(("accent", ground) for ground in ("window", "surface")),
    *((shape, ground) for shape in ("stop", "confirm", "ready", "note", "muted") for ground in ("window", "surface")),
    ("stop", "stop_ground"),
    ("confirm", "confirm_ground"),
    ("confirm", "strip"),
    ("drug", "surface"),
    ("accent", "stop_ground"),
    ("accent", "confirm_ground"),
]


def luminance(colour: str) -> float:
    """WCAG 2.2: relative luminance of an sRGB colour."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def colour(colours: Colours, role: str) -> str:
    return str(getattr(colours, role))


def test_the_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(theme: str, text: str, ground: str) -> None:
    colours = load_themes()[theme]
    assert contrast(colour(colours, text), colour(colours, ground)) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_borders_and_shapes_stand_out_from_their_ground(theme: str, shape: str, ground: str) -> None:
    colours = load_themes()[theme]
    assert contrast(colour(colours, shape), colour(colours, ground)) >= SHAPES


def open_unfolded(page: Page) -> None:
    """A first dose with an old weight, and all that is folded on its page unfolded; one value asks for a decision."""
    page.open(confirm_order() | {"cycle": 1, "prior_doses": [], "labs": ORDERED | {"bilirubin_x_uln": "1.2"}})
    for fold in ("laboratory", "first_dose", "more_entries"):
        unfold(page, fold)


def controls(page: Page) -> list[QWidget]:
    everything = page.window.findChildren(QWidget)
    return [widget for widget in everything if isinstance(widget, CONTROLS) and widget.isVisible()]


def test_every_control_has_a_name_of_its_own(page: Page) -> None:
    open_unfolded(page)
    ours = [widget for widget in controls(page) if not _is_inside_another(widget)]
    assert [widget for widget in ours if not widget.objectName()] == []
    names = [widget.objectName() for widget in ours]
    assert sorted(names) == sorted(set(names))


def _is_inside_another(widget: QWidget) -> bool:
    """A header of a table, the view of a list: parts that Qt makes."""
    parent = widget.parent()
    while parent:
        if isinstance(parent, (QComboBox, QAbstractItemView)):
            return True
        parent = parent.parent()
    return False


def walk(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    inner = [interface.child(place) for place in range(interface.childCount())]
    return [interface, *chain.from_iterable(walk(child) for child in inner)]


def test_everything_that_takes_the_focus_says_what_it_is(page: Page) -> None:
    open_unfolded(page)
    nameless = []
    for interface in walk(QAccessible.queryAccessibleInterface(page.window)):
        state = interface.state()
        if state.focusable and not state.invisible and interface.role() != QAccessible.Role.Cell:
            name = interface.text(QAccessible.Text.Name)
            inside = interface.object()
            if not name and not (isinstance(inside, QWidget) and _is_inside_another(inside)):
                nameless.append((interface.role(), inside))
    assert nameless == []


def test_the_cells_of_the_table_say_their_column(page: Page) -> None:
    page.open(plain_order())
    table = QAccessible.queryAccessibleInterface(page.table())
    names = {inner.text(QAccessible.Text.Name) for inner in walk(table)}
    assert {"Dose level mg/kg: 3.6", "Weight kg: 70", "Reaction: none"} <= names


def test_every_entry_has_a_label_that_belongs_to_it(page: Page) -> None:
    open_unfolded(page)
    buddies = {label.buddy() for label in page.window.findChildren(QLabel) if label.buddy() is not None}
    editors = [field.editor for field in page.window.form.fields.values()]
    assert len(editors) > 40
    assert [editor.objectName() for editor in editors if editor not in buddies] == []


def test_an_error_is_also_spoken(page: Page) -> None:
    page.open(plain_order())
    page.type("weight_kg", "7..0")
    assert "more than one decimal point" in page.find(QLineEdit, "weight_kg").accessibleDescription()


def test_every_target_is_large_enough(page: Page) -> None:
    open_unfolded(page)
    small = {
        widget.objectName(): (widget.width(), widget.height())
        for widget in controls(page)
        if not _is_inside_another(widget) and min(widget.width(), widget.height()) < LEAST_TARGET
    }
    assert small == {}
    assert page.find(QWidget, "save_label").height() >= GLOVED_TARGET


def test_the_page_is_built_of_named_parts(page: Page) -> None:
    areas = [area for area in page.window.findChildren(QAbstractScrollArea) if area.isVisible()]
    assert [area for area in areas if not area.accessibleName() and not _is_inside_another(area)] == []
