"""Where the data lie that are installed with the program.

Each installation, the frozen one too, has them as files in a folder. ``importlib.resources`` would read them out of an
archive as well, and makes every start 6 ms later for it.
"""

from importlib import import_module
from pathlib import Path


def find_folder(package: str) -> Path:
    """The folder of an installed package.

    Raises:
        ImportError: it is not installed.
    """
    return Path(import_module(package).__path__[0])


def find_resources() -> Path:
    """What the program knows that is not code."""
    return find_folder("prep_assistant.resources")


def read_resource(name: str) -> str:
    """The text of one of its files, by its path within the folder.

    Raises:
        OSError: there is no such file, or the program is not whole.
    """
    return (find_resources() / name).read_text(encoding="utf-8")
