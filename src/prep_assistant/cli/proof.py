"""``selftest``."""

from argparse import Namespace

from prep_assistant.calculation import Jurisdiction
from prep_assistant.cli.ending import FAILED, READY
from prep_assistant.cli.reading import open_formulary
from prep_assistant.selftest import compare_engines

# The second engine has not learned the EU label yet; until then its formulary is read and checked, no more.
_COMPARED = (Jurisdiction.US,)


def selftest(_options: Namespace) -> int:
    """Checks every formulary, compares the calculation with the second engine and prints what was tried."""
    formularies = [open_formulary(jurisdiction) for jurisdiction in Jurisdiction]
    has_failed = False
    for formulary in formularies:
        monograph = formulary.monograph
        if monograph.jurisdiction not in _COMPARED:
            print(f"Formulary {monograph.id} {monograph.revision} {monograph.digest} is whole.")
            print(
                f"Its plans were not compared: the second engine does not know the {monograph.jurisdiction} label yet."
            )
            continue
        comparison = compare_engines(formulary)
        print(comparison.in_words())
        has_failed = has_failed or bool(comparison.differences)
    return FAILED if has_failed else READY
