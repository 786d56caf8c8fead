"""What the report of a site validation says: the result, the installation, every case twice, and who signs."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from prep_assistant.frozen import frozen
from prep_assistant.paper.content.sheet import Column, Heading, Item, Paragraph, Table
from prep_assistant.quantities import display, display_instant

_CHECKS = Column("Check", 5), Column("Must be", 8), Column("Found", 8), Column("Result", 2, bold=True)
_LEFT = Column("No.", 26), Column("Case", 104), Column("", 49)
_RIGHT = Column("Status and findings that ask or stop", 138), Column("Result", 47, bold=True)
# A dose of four decimals and a row of vials are the widest figures.
_NARROW, _WIDTHS = 37, {"mg exact": 47, "drawn mL": 33, "off by %": 33, "vials": 78, "min": 26, "mL/h": 31}
_SIGNATURES = Column("Role", 3), Column("Name", 5), Column("Signature", 6), Column("Date", 3)
_SIGNERS = ("Pharmacist who ran the validation", "Second pharmacist", "Head of the pharmacy")


@frozen
class ValidationCheck:
    """One property of the installation."""

    name: str
    wanted: str
    found: str
    passed: bool


@frozen
class ValidationCase:
    """One order in words, answered twice: figures in the order of the report's columns, then status and findings.

    ``differences`` names every figure on which the answers differ, those too that have no column.
    """

    section: str
    number: int
    words: str
    expected: tuple[str, ...]
    computed: tuple[str, ...]
    differences: tuple[str, ...]


@frozen
class Validation:
    """What was tried on this installation. ``columns`` are the titles of the figures."""

    made_at: datetime
    program: str
    commit: str
    formulary: str
    facts: tuple[str, ...]
    sweep: str
    columns: tuple[str, ...]
    checks: tuple[ValidationCheck, ...]
    cases: tuple[ValidationCase, ...]
    sweep_passed: bool

    @property
    def failed_cases(self) -> tuple[ValidationCase, ...]:
        """The cases that were answered in two ways."""
        return tuple(case for case in self.cases if case.differences)

    @property
    def failed_checks(self) -> tuple[ValidationCheck, ...]:
        """What is not as it must be."""
        return tuple(check for check in self.checks if not check.passed)

    @property
    def passed(self) -> bool:
        """Whether nothing failed."""
        return self.sweep_passed and not (self.failed_cases or self.failed_checks)

    def in_words(self) -> str:
        """The result, each failure on a line of its own."""
        return "\n".join((self.verdict, *self.failures(), self.sweep))

    @property
    def verdict(self) -> str:
        """How many cases were tried and how many differ."""
        failed = len(self.failed_cases)
        differ = "1 case differs." if failed == 1 else f"{display(failed)} cases differ."
        return f"{display(len(self.cases))} cases computed twice. " + (differ if failed else "Every case agrees.")

    def failures(self) -> Iterator[str]:
        """Each case and each check that failed, by its name."""
        for case in self.failed_cases:
            yield f"DIFFERENT: case {display(case.number)}, {case.words}: {'; '.join(case.differences)}."
        for check in self.failed_checks:
            yield f"FAILED: {check.name}: found {check.found}; must be {check.wanted}."


def banner(validation: Validation) -> str:
    """The result, for the top of every page."""
    if validation.passed:
        return "VALIDATION OF THE INSTALLATION – PASSED"
    return "VALIDATION OF THE INSTALLATION – FAILED – MUST NOT BE USED"


def head_items(validation: Validation, number: int, count: int) -> tuple[Paragraph, ...]:
    """What stands at the top of every page, below the banner."""
    made = display_instant(validation.made_at)
    title = f"Prep Assistant, validation of {made} · page {display(number)} of {display(count)}"
    origin = f"Program {validation.program} · commit {validation.commit} · formulary {validation.formulary}"
    return Paragraph("title", title), Paragraph("origin", origin)


def body_items(validation: Validation) -> Iterator[Item]:
    """Everything below the head."""
    yield from _result(validation)
    yield Heading("Signatures")
    yield Table(_SIGNATURES, tuple((role, "", "", "") for role in _SIGNERS), ink=True)
    yield Heading("This installation")
    yield from (Paragraph("body", " ".join(fact.split())) for fact in validation.facts)
    yield Table(_CHECKS, tuple((it.name, it.wanted, it.found, _passed(passed=it.passed)) for it in validation.checks))
    if validation.failed_cases:
        yield Heading("Cases that differ")
        yield from _tables(validation, validation.failed_cases)
    for section, cases in groupby(validation.cases, attrgetter("section")):
        yield Heading(section)
        yield from _tables(validation, tuple(cases))


def _result(validation: Validation) -> Iterator[Item]:
    yield Paragraph("verdict", validation.verdict)
    yield from (Paragraph("body", failure) for failure in validation.failures())
    yield Paragraph("body", validation.sweep)
    yield Paragraph(
        "body",
        "Expected is what a second engine makes of the order: it shares no line and no figure with the calculation "
        "that the program uses, and was written from the same rules by another author. Both lines of a case must be "
        "equal. Compared besides, without a column of their own: every note, the diluents, the use-by times, the day "
        "of the next dose, observation and filter.",
    )


def _tables(validation: Validation, cases: tuple[ValidationCase, ...]) -> Iterator[Item]:
    figures = tuple(Column(title, _WIDTHS.get(title, _NARROW)) for title in validation.columns)
    rows = [row for case in cases for row in _rows(case)]
    yield Table((*_LEFT, *figures, *_RIGHT), tuple(rows), together=2)


def _rows(case: ValidationCase) -> tuple[tuple[str, ...], tuple[str, ...]]:
    result = _passed(passed=not case.differences)
    return (
        (display(case.number), case.words, "expected", *case.expected, ""),
        ("", "", "computed", *case.computed, result),
    )


def _passed(*, passed: bool) -> str:
    return "agrees" if passed else "DIFFERS"
