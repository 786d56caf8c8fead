"""Help > About: the facts that ``--version`` prints, as a page."""

from PySide6.QtCore import qVersion

from prep_assistant.calculation import Monograph
from prep_assistant.diagnostics.version import WHAT_IT_IS, WHAT_IT_IS_NOT, FormularyVersion, Version, read_version

_HOW_TO_COPY = "Ctrl+C copies this page, or what is selected in it: a report of a defect needs these facts."


def write_about(monograph: Monograph) -> str:
    """The page as Markdown.

    Args:
        monograph: the one in use.
    """
    formulary = FormularyVersion(monograph.id, monograph.revision, monograph.digest)
    return _write(read_version(formularies=(formulary,), qt=qVersion()))


def _write(version: Version) -> str:
    parts = (
        "# About this program",
        f"{WHAT_IT_IS}.",
        WHAT_IT_IS_NOT,
        *(f"{name}: **{fact}**" for name, fact in version.facts()),
        "## Licences of what came with it",
        "\n".join(f"- {licence}" for licence in version.licences),
        "What each is used for, and what builds and tests the program: [Third-party packages](third-party.md).",
        _HOW_TO_COPY,
    )
    return "\n\n".join(parts)
