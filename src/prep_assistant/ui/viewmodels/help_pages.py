"""The pages of Help as they lie in ``resources/help``: Markdown and pictures, read when they are shown."""

from importlib.resources import files

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
_FOLDER = "prep_assistant.resources"


def read_page(name: str) -> str:
    """One page as Markdown.

    Args:
        name: of the page, without ``.md``.

    Raises:
        OSError: there is no such page, or the program is not whole.
    """
    return files(_FOLDER).joinpath("help", f"{name}.md").read_text(encoding="utf-8")


def read_picture(name: str) -> bytes:
    """One picture as PNG.

    Args:
        name: of the file in ``resources/help``.

    Raises:
        OSError: there is no such picture, or the program is not whole.
    """
    return files(_FOLDER).joinpath("help", name).read_bytes()


def title_of(page: str) -> str:
    """What a page calls itself in its first line."""
    return page.partition("\n")[0].removeprefix("# ")
