"""``selftest``."""

from argparse import Namespace

from prep_assistant.calculation import Jurisdiction
from prep_assistant.cli.ending import FAILED, READY
from prep_assistant.cli.reading import open_formulary
from prep_assistant.selftest import compare_engines


def selftest(_options: Namespace) -> int:
    """Checks every formulary, compares the calculation with the second engine and prints what was tried."""
    formularies = [open_formulary(jurisdiction) for jurisdiction in Jurisdiction]
    has_failed = False
    for formulary in formularies:
        comparison = compare_engines(formulary)
        print(comparison.in_words())
        has_failed = has_failed or bool(comparison.differences)
    # Last, whichever label it was, so that the other's good word cannot be taken for the verdict.
    if has_failed:
        print("This installation must not be used.")
    return FAILED if has_failed else READY
