"""The one place for colours, type and measures: palettes from ``resources/theme``, one style sheet made of them."""

import tomllib
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from prep_assistant.frozen import frozen
from prep_assistant.installed import find_folder, read_resource
from prep_assistant.ui.views.sheet import make_sheet

FAMILY = "Atkinson Hyperlegible"
THEMES = ("light", "dark", "contrast")
BODY_PX = 14
CAPTION_PX = 12
VALUE_PX = 15
DOSE_PX = 44
# Named when the application is made: the style is the same on every system.
STYLE = "fusion"
_FACES = ("Regular", "Bold")


@frozen
class Colours:
    """The colours of one theme, as ``resources/theme/themes.toml`` names them."""

    window: str
    surface: str
    ink: str
    muted: str
    border: str
    hairline: str
    accent: str
    on_accent: str
    banner: str
    on_banner: str
    banner_muted: str
    strip: str
    on_strip: str
    stop: str
    stop_ground: str
    confirm: str
    confirm_ground: str
    ready: str
    ready_ground: str
    note: str
    drug: str
    selection: str


def load_themes() -> dict[str, Colours]:
    """Every theme by its name."""
    themes = tomllib.loads(read_resource("theme/themes.toml"))
    return {name: Colours(**colours) for name, colours in themes.items()}


class Look(QObject):
    """The theme in use; what is painted by hand asks here for its colours and fonts."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = load_themes()
        self.name = THEMES[0]
        self._brushes: dict[str, QColor] = {}

    @property
    def colours(self) -> Colours:
        """The colours of the theme in use."""
        return self._themes[self.name]

    def colour(self, role: str) -> QColor:
        """One colour by the name of its role."""
        if role not in self._brushes:
            self._brushes[role] = QColor(getattr(self.colours, role))
        return self._brushes[role]

    def use(self, name: str) -> None:
        """Puts another theme in use."""
        self.name = name
        self._brushes = {}
        self.changed.emit()

    def sheet(self) -> str:
        """The style sheet of the theme in use."""
        return make_sheet(self.colours.__getattribute__)

    def palette(self) -> QPalette:
        """The palette for what no style sheet reaches."""
        palette = QPalette()
        for roles, name in _PALETTE_ROLES:
            for role in roles:
                palette.setColor(role, self.colour(name))
        return palette


_PALETTE_ROLES = (
    ((QPalette.ColorRole.Window, QPalette.ColorRole.Button), "window"),
    ((QPalette.ColorRole.Base, QPalette.ColorRole.ToolTipBase, QPalette.ColorRole.AlternateBase), "surface"),
    (
        (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
            QPalette.ColorRole.ToolTipText,
            QPalette.ColorRole.HighlightedText,
        ),
        "ink",
    ),
    ((QPalette.ColorRole.PlaceholderText,), "muted"),
    ((QPalette.ColorRole.Highlight,), "selection"),
    ((QPalette.ColorRole.Link,), "accent"),
)


@cache
def make_font(px: int, *, bold: bool = False) -> QFont:
    """The program's one typeface in a size, made once; nobody changes it."""
    font = QFont(FAMILY)
    font.setPixelSize(px)
    font.setBold(bold)
    return font


@cache
def measure_font(px: int, *, bold: bool = False) -> QFontMetrics:
    """The measures of that typeface, made once."""
    return QFontMetrics(make_font(px, bold=bold))


def prepare_application(application: QApplication) -> None:
    """Registers the typeface and sets it for everything."""
    folder = find_folder("fontpkg_atkinson_hyperlegible") / "files"
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(folder / f"AtkinsonHyperlegible-{face}.ttf"))
    application.setFont(make_font(BODY_PX))
