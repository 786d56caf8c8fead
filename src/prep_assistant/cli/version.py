"""``--version``."""

from argparse import Namespace

from prep_assistant.cli.ending import READY, Refusal
from prep_assistant.cli.reading import open_formulary
from prep_assistant.diagnostics.version import WHAT_IT_IS, WHAT_IT_IS_NOT, FormularyVersion, read_version


def print_version(_options: Namespace) -> int:
    """``--version``: what runs here, in a few lines; with a damaged formulary too, which then ends it with its code."""
    try:
        monograph = open_formulary().monograph
    except Refusal:
        _print(None)
        raise
    _print(FormularyVersion(monograph.id, monograph.revision, monograph.digest))
    return READY


def _print(formulary: FormularyVersion | None) -> None:
    version = read_version(formulary=formulary)
    print(WHAT_IT_IS)
    for line in (*version.lines(), *(f"licence    {licence}" for licence in version.licences), WHAT_IT_IS_NOT):
        print(line)
