"""``--version``."""

from argparse import Namespace
from collections.abc import Sequence

from prep_assistant import policy_files
from prep_assistant.calculation import Jurisdiction
from prep_assistant.cli.ending import READY, Refusal
from prep_assistant.diagnostics.version import WHAT_IT_IS, WHAT_IT_IS_NOT, FormularyVersion, read_version
from prep_assistant.formulary import FormularyError


def print_version(_options: Namespace) -> int:
    """``--version``: what runs here, in a few lines; with a damaged formulary too, which then ends it with its code."""
    sound, defects = [], []
    for jurisdiction in Jurisdiction:
        try:
            monograph = policy_files.open_formularies().get(jurisdiction).monograph
        except FormularyError as error:
            defects.append(str(error))
        else:
            sound.append(FormularyVersion(monograph.id, monograph.revision, monograph.digest))
    _print(sound)
    if defects:
        raise Refusal(defects[0])
    return READY


def _print(formularies: Sequence[FormularyVersion]) -> None:
    version = read_version(formularies=formularies)
    print(WHAT_IT_IS)
    for line in (*version.lines(), *(f"licence    {licence}" for licence in version.licences), WHAT_IT_IS_NOT):
        print(line)
