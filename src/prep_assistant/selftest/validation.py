"""The site validation: every case answered by both engines, the sweep, the checks; and its report."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from prep_assistant.diagnostics.version import FormularyVersion, read_version
from prep_assistant.formulary import Formulary
from prep_assistant.paper import Validation, ValidationCase, ValidationCheck
from prep_assistant.selftest.answers import Answer, Answers, ask_both
from prep_assistant.selftest.cases import Case, validation_cases
from prep_assistant.selftest.installation import check_installation
from prep_assistant.selftest.sweep import compare_engines

# The title of each column, and where its figure stands in a plan.
_FIGURES = {
    "mg exact": "dose.calculated_mg",
    "drawn mL": "dose.volume_ml",
    "dose mg": "dose.prepared_mg",
    "off by %": "dose.deviation_percent",
    "vials": "vials",
    "unused mg": "unused_mg",
    "in bag mL": "bag.final_volume_ml",
    "mg/mL": "bag.concentration_mg_per_ml",
    "min": "infusion.minutes",
    "mL/h": "infusion.rate_ml_per_h",
    "mass g": "expected_mass_g",
}


def validate(formulary: Formulary, now: datetime) -> Validation:
    """Tries everything on this installation.

    Args:
        formulary: the numbers that the program works with; the second engine has its own.
        now: the time that the report bears.
    """
    monograph = formulary.monograph
    of_formulary = FormularyVersion(monograph.id, monograph.revision, monograph.digest)
    version = read_version(formularies=(of_formulary,))
    comparison = compare_engines(formulary)
    return Validation(
        made_at=now,
        program=version.program,
        commit=version.commit,
        formulary=str(of_formulary),
        facts=version.lines(),
        sweep=comparison.in_words().replace("\n", " "),
        columns=tuple(_FIGURES),
        checks=tuple(ValidationCheck(it.name, it.wanted, it.found, it.passed) for it in check_installation(formulary)),
        cases=tuple(_try_cases(formulary)),
        sweep_passed=not comparison.differences,
    )


def _try_cases(formulary: Formulary) -> Iterator[ValidationCase]:
    for number, case in enumerate(validation_cases(), start=1):
        answers = ask_both(case.order, formulary.monograph, formulary.policy)
        yield _case(number, case, answers)


def _case(number: int, case: Case, answers: Answers) -> ValidationCase:
    return ValidationCase(
        section=case.section,
        number=number,
        words=case.words,
        expected=_columns(answers.expected),
        computed=_columns(answers.computed),
        differences=tuple(answers.differences()),
    )


def _columns(answer: Answer) -> tuple[str, ...]:
    asking = ", ".join(code for code, severity in answer["findings"] if severity != "note")
    status = f"{answer['status']}: {asking}" if asking else str(answer["status"])
    preparation = answer["preparation"]
    figures = (_figure(preparation, place) if preparation else "–" for place in _FIGURES.values())
    return (*figures, status)


def _figure(preparation: Any, place: str) -> str:  # noqa: ANN401 - a plan's figures, however deep
    for name in place.split("."):
        preparation = preparation[name]
    if place == "vials":
        return " + ".join(f"{it['count']} × {it['strength_mg']}" for it in preparation)
    return str(preparation)
