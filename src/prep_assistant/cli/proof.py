"""``selftest``."""

from argparse import Namespace

from prep_assistant.bootstrap import read_clock
from prep_assistant.calculation import Jurisdiction
from prep_assistant.cli.ending import FAILED, READY, Refusal
from prep_assistant.cli.reading import open_formulary
from prep_assistant.selftest import compare_engines

# The second engine has not learned the EU label yet; until then its formulary is read and checked, no more.
_COMPARED = (Jurisdiction.US,)


def selftest(options: Namespace) -> int:
    """Checks every formulary, compares the engines and prints what was tried; with --report, tries more."""
    if options.report is not None:
        return _write_report(options)
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
