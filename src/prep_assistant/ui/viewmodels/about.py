"""Help > About: the facts that ``--version`` prints, as a page."""

from PySide6.QtCore import qVersion

from prep_assistant.calculation import Monograph
from prep_assistant.diagnostics.version import WHAT_IT_IS, WHAT_IT_IS_NOT, FormularyVersion, Version, read_version
from prep_assistant.language import phrase, tr

_HOW_TO_COPY = phrase("Ctrl+C copies this page, or what is selected in it: a report of a defect needs these facts.")


def write_about(monograph: Monograph) -> str:
    """The page as Markdown.

    Args:
        monograph: the one in use.
    """
    formulary = FormularyVersion(monograph.id, monograph.revision, monograph.digest)
    return _write(read_version(formularies=(formulary,), qt=qVersion()))


def _write(version: Version) -> str:
    parts = (
        f"# {tr('About this program')}",
        f"{tr(WHAT_IT_IS)}.",
        tr(WHAT_IT_IS_NOT),
        *(tr("{name}: **{fact}**", name=name, fact=fact) for name, fact in version.facts()),
        f"## {tr('Licences of what came with it')}",
        "\n".join(f"- {licence}" for licence in version.licences),
        tr(
            "What each is used for, and what builds and tests the program: [{page}](third-party.md).",
            page=phrase("Third-party packages"),
        ),
        tr(_HOW_TO_COPY),
    )
    return "\n\n".join(parts)
