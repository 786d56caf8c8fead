"""The pages of Help as they lie in ``resources/help`` and its folders: Markdown and pictures, read when shown."""

from prep_assistant.installed import find_resources
from prep_assistant.language import get_language

FIRST = "start"
WRITTEN = (
    FIRST,
    "repeat-patient",
    "new-patient",
    "stopped",
    "pharmacist",
    "label",
    "laboratory",
    "eu",
    "site",
    "crash",
    "trainers",
)
LICENCES = "third-party"


def read_page(name: str, language: str = "") -> str:
    """One page as Markdown: in English where nobody has translated it.

    A translated page lies in a folder of its language, and links pages and pictures as the English one does.

    Args:
        name: of the page, without ``.md``.
        language: the one in use when not given.

    Raises:
        OSError: there is no such page, or the program is not whole.
    """
    folder = find_resources() / "help"
    translated = folder / (language or get_language()) / f"{name}.md"
    page = translated if translated.is_file() else folder / f"{name}.md"
    return page.read_text(encoding="utf-8")


def read_picture(name: str) -> bytes:
    """One picture as PNG.

    Args:
        name: of the file in ``resources/help``.

    Raises:
        OSError: there is no such picture, or the program is not whole.
    """
    return (find_resources() / "help" / name).read_bytes()


def title_of(page: str) -> str:
    """What a page calls itself in its first line."""
    return page.partition("\n")[0].removeprefix("# ")
