"""The words that Qt itself puts on the screen: buttons of dialogs, menus of lines."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator


def translate_qt(application: QCoreApplication, language: str) -> QTranslator:
    """Qt's words in a language, from now on; they stay English where Qt came without its translations."""
    translator = QTranslator(application)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
    return translator
