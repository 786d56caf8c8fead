"""The coded reasons that fit each finding, and the answers given: kept while what they spoke of stays the same."""

import tomllib
from collections.abc import Mapping
from typing import Any

from prep_assistant.calculation import Finding, Order
from prep_assistant.frozen import field, frozen
from prep_assistant.installed import read_resource
from prep_assistant.language import phrase

OTHER = "other"
_OTHER_WORDS = phrase("Another reason (write it)")


@frozen
class Choice:
    """One coded reason."""

    code: str
    text: str


@frozen
class ReasonList:
    """For each finding a title in plain words, and the reasons for which a pharmacist may go on."""

    findings: Mapping[str, Mapping[str, Any]]

    def title(self, code: str) -> str:
        """What the finding is called on the screen."""
        return str(self._find(code)["title"])

    def choices(self, code: str) -> tuple[Choice, ...]:
        """The reasons that fit the finding; the last is always one in the pharmacist's own words."""
        coded = self._find(code).get("reasons", {})
        return (*(Choice(name, phrase(text)) for name, text in coded.items()), Choice(OTHER, _OTHER_WORDS))

    def _find(self, code: str) -> Mapping[str, Any]:
        """The entry of a code, else of the longest part of it that has one: "toxicity" for all its kinds."""
        while code not in self.findings and "." in code:
            code = code.rpartition(".")[0]
        return self.findings.get(code, self.findings["any"])


def load_reasons() -> ReasonList:
    """The reasons of ``resources/reasons/findings.toml``.

    Raises:
        OSError: the program is not whole.
        tomllib.TOMLDecodeError: the file is damaged.
    """
    text = read_resource("reasons/findings.toml")
    return ReasonList(tomllib.loads(text))


@frozen
class Answer:
    """A coded reason, and the sentence of one in own words."""

    chosen: str = ""
    sentence: str = field(default="", repr=False)


_NO_ANSWER = Answer()


@frozen
class Answers:
    """The answers given, each to one finding on one set of facts."""

    given: Mapping[object, Answer] = field(default_factory=dict, repr=False)

    def find(self, finding: Finding, order: Order) -> Answer:
        """The answer to this finding on these facts; an empty one when they have changed, or none was given."""
        return self.given.get(_facts(finding, order), _NO_ANSWER)

    def with_answer(self, finding: Finding, order: Order, answer: Answer) -> "Answers":
        """The answers with another one to this finding on these facts."""
        return Answers({**self.given, _facts(finding, order): answer})


def _facts(finding: Finding, order: Order) -> object:
    """What an answer holds for: the finding's figures, the patient, and all that dose and course are judged by."""
    patient = order.patient
    return (
        finding.code,
        finding.message,
        (patient.mrn, patient.birth_date, patient.height_cm),
        (order.jurisdiction, order.product, order.indication, order.cycle, order.level, order.written),
        (order.weight, order.weight_measured_on, order.today),
        (order.prior_doses, order.earlier_doses, order.infusion_minutes, order.labs, order.treatment_released_by),
    )
