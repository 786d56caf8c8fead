"""``selftest``."""

from argparse import Namespace

from prep_assistant.cli.ending import FAILED, READY
from prep_assistant.cli.reading import open_formulary
from prep_assistant.selftest import compare_engines


def selftest(_options: Namespace) -> int:
    """Compares the calculation with the second engine and prints what was tried."""
    comparison = compare_engines(open_formulary())
    print(comparison.in_words())
    return READY if not comparison.differences else FAILED
