"""What the window takes over from the settings, and what it gives back when it closes. Nothing of it is a patient's."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication

from prep_assistant.language import tr
from prep_assistant.settings import Language, Settings, SettingsError, Theme
from prep_assistant.ui.views.placing import place_on_screens
from prep_assistant.ui.views.window import PrepareWindow

_LOOKS = {Theme.LIGHT: "light", Theme.DARK: "dark", Theme.HIGH_CONTRAST: "contrast"}
_THEMES = {name: theme for theme, name in _LOOKS.items()}


def apply_settings(window: PrepareWindow, settings: Settings) -> None:
    """Gives the window its remembered size, place, borders, theme and folder."""
    if settings.window_width and settings.window_height:
        _place(window, settings)
    window.body.share_out(settings.window_splitter)
    if settings.folder_last is not None:
        window.files.folder = settings.folder_last
    look = _find_look(settings.window_theme)
    if look != window.look.name:
        window.use_theme(look)


def say_damage(damaged: Iterable[SettingsError]) -> str:
    """What is said of settings that could not be used; "" when all could."""
    return "\n".join(
        tr(
            "Settings not used: {place}: {key}: {defect}. They are left as they are; correct them and start the "
            "program anew.",
            place=error.place,
            key=error.key,
            defect=error.defect,
        )
        for error in damaged
    )


def list_changes(window: PrepareWindow, settings: Settings) -> dict[str, object]:
    """What is to be remembered, by key: only what is not so already."""
    place = window.normalGeometry()
    now: dict[str, object] = {
        "window.left": place.x(),
        "window.top": place.y(),
        "window.width": place.width(),
        "window.height": place.height(),
        "window.maximized": window.isMaximized() or window.isFullScreen(),
        "window.splitter": window.body.shares,
        "folder.last": window.files.folder,
    }
    if _find_look(settings.window_theme) != window.look.name:
        now["window.theme"] = _THEMES[window.look.name]
    if window.next_language:
        now["screen.language"] = Language(window.next_language)
    return {key: value for key, value in now.items() if value != getattr(settings, key.replace(".", "_"))}


def _place(window: PrepareWindow, settings: Settings) -> None:
    wanted = QRect(settings.window_left, settings.window_top, settings.window_width, settings.window_height)
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    window.setGeometry(place_on_screens(wanted, screens, window.minimumSizeHint()))
    if settings.window_maximized:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def _find_look(theme: Theme) -> str:
    if theme is not Theme.SYSTEM:
        return _LOOKS[theme]
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"
