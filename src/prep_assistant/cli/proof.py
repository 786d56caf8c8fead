"""``selftest``."""

from argparse import Namespace

from prep_assistant.bootstrap import read_clock
from prep_assistant.cli.ending import FAILED, READY, Refusal
from prep_assistant.cli.reading import open_formulary
from prep_assistant.selftest import compare_engines


def selftest(options: Namespace) -> int:
    """Compares the calculation with the second engine and prints what was tried; with --report, tries more."""
    if options.report is not None:
        return _write_report(options)
    comparison = compare_engines(open_formulary())
    print(comparison.in_words())
    return READY if not comparison.differences else FAILED


def _write_report(options: Namespace) -> int:
    """The validation of this installation. The report is written all the same when something failed: it says what."""
    from prep_assistant import paper  # noqa: PLC0415 - only the report is drawn
    from prep_assistant.documents.files import save  # noqa: PLC0415 - as above
    from prep_assistant.selftest.validation import validate  # noqa: PLC0415 - as above

    if options.size not in paper.VALIDATION_SIZES:
        raise Refusal(f"--size: came {options.size!r}; expected one of {', '.join(paper.VALIDATION_SIZES)}")
    validation = validate(open_formulary(), read_clock())
    save(options.report, paper.draw_validation(validation, size=options.size))
    print(validation.in_words())
    return READY if validation.passed else FAILED
