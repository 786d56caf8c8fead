"""``selftest``."""

from argparse import Namespace

from prep_assistant.calculation import Jurisdiction
from prep_assistant.cli.ending import FAILED, READY, Refusal
from prep_assistant.cli.reading import open_formulary
from prep_assistant.selftest import compare_engines
from prep_assistant.system_clock import read_clock


def selftest(options: Namespace) -> int:
    """Checks every formulary, compares the engines and prints what was tried; with --report, tries more."""
    if options.report is not None:
        return _write_report(options)
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


def _write_report(options: Namespace) -> int:
    """The validation of this installation. The report is written all the same when something failed: it says what."""
    from prep_assistant import paper  # noqa: PLC0415 - only the report is drawn
    from prep_assistant.saving import save  # noqa: PLC0415 - as above
    from prep_assistant.selftest.validation import validate  # noqa: PLC0415 - as above

    if options.size not in paper.VALIDATION_SIZES:
        raise Refusal(f"--size: came {options.size!r}; expected one of {', '.join(paper.VALIDATION_SIZES)}")
    validation = validate(open_formulary(Jurisdiction.US), read_clock())
    save(options.report, paper.draw_validation(validation, size=options.size))
    print(validation.in_words())
    return READY if validation.passed else FAILED
