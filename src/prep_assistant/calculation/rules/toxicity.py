"""What the label says to do about laboratory values and reactions, as rows that are data.

A stop here can be turned into a confirm in two ways only: its row was never read in a current label, or a prescriber's
documented decision stands against a hold, a reduction or a liver injury.
"""

from collections.abc import Callable
from functools import partial

from prep_assistant.calculation.case import Case
from prep_assistant.calculation.modifications import (
    LIVER_INJURY,
    Action,
    Modification,
    Toxicity,
    exceeds,
    find_modifications,
    read_value,
    shows_liver_injury,
)
from prep_assistant.calculation.order import Labs
from prep_assistant.calculation.plan import Finding, Severity
from prep_assistant.calculation.rules.finding import confirm, note, stop
from prep_assistant.calculation.sources import Source, Status
from prep_assistant.frozen import replace
from prep_assistant.language import enumerate_phrases, phrase
from prep_assistant.quantities import display

_WORDS = {
    Toxicity.PLATELETS: phrase("Platelets"),
    Toxicity.ALT: phrase("ALT"),
    Toxicity.AST: phrase("AST"),
    Toxicity.BILIRUBIN: phrase("Bilirubin"),
    Toxicity.LVEF: phrase("LVEF"),
    Toxicity.NEUROPATHY: phrase("Neuropathy"),
    Toxicity.HEART_FAILURE: phrase("Symptomatic heart failure"),
    Toxicity.ILD: phrase("ILD or pneumonitis"),
    Toxicity.NRH: phrase("Nodular regenerative hyperplasia"),
}
_ACTIONS = {
    Action.REPEAT: "{what}: the label says to continue and to repeat the measurement {until}.",
    Action.HOLD: "{what}: the label says to hold until {until}, then {then}.",
    Action.HOLD_REDUCE: "{what}: the label says to hold until {until}, then {then}.",
    Action.DISCONTINUE: "{what}: the label says to discontinue permanently.",
}
_STOPPED = " Return the order to the prescriber."
_DECIDABLE = " Return the order to the prescriber, or enter the prescriber's documented decision."
_RECALLED = " This row was not read in a current label: confirm it there."
_DECIDED = " Decided otherwise by {decided_by}: {reason}."
_DIAGNOSES = {Toxicity.HEART_FAILURE, Toxicity.ILD, Toxicity.NRH}


def find_toxicity(case: Case, reaction: Toxicity) -> Finding | None:
    """``toxicity.<reaction>.<action>``, or ``toxicity.lvef.baseline_missing``."""
    labs = case.order.labs
    if labs is None:
        return None
    rows = find_modifications(case.monograph.laboratory_rules, case.order.indication, reaction, labs)
    if len(rows) > 1:
        template = "{what}: hold or continue depends on the fall from the baseline, which is not entered. Enter it."
        return confirm("toxicity.lvef.baseline_missing", template, rows[0].source, what=_what(rows[0], labs))
    if not rows or rows[0].action is Action.NONE:
        return None
    row = rows[0]
    found = note if row.action is Action.REPEAT else stop
    finding = found(
        row.code,
        _ACTIONS[row.action],
        row.source,
        what=_what(row, labs),
        until=phrase(row.until),
        then=phrase(row.then),
    )
    return _judged(case, finding, row.source, decidable=row.is_decidable)


def find_liver_injury(case: Case) -> Finding | None:
    """``toxicity.liver_injury.discontinue``: transaminases and bilirubin raised together."""
    labs, rules = case.order.labs, case.monograph.laboratory_rules
    if labs is None or not shows_liver_injury(rules, labs.alt_x_uln, labs.ast_x_uln, labs.bilirubin_x_uln):
        return None
    template = (
        "ALT or AST above {transaminases} × ULN together with bilirubin above {bilirubin} × ULN: the label says to "
        "discontinue permanently, unless there is another likely cause."
    )
    source = rules.injury_transaminases.source
    limits = {"transaminases": rules.injury_transaminases.value, "bilirubin": rules.injury_bilirubin.value}
    return _judged(case, stop(LIVER_INJURY, template, source, **limits), source, decidable=True)


def find_not_studied(case: Case) -> Finding | None:
    """``toxicity.start.not_studied``: a first dose with values that the studies left out."""
    labs, rules = case.order.labs, case.monograph.laboratory_rules
    if labs is None or case.given != 0:
        return None
    transaminases = (labs.alt_x_uln, labs.ast_x_uln)
    outside = {
        phrase("ALT or AST"): any(exceeds(value, rules.start_transaminases.value) for value in transaminases),
        phrase("bilirubin"): exceeds(labs.bilirubin_x_uln, rules.start_bilirubin.value),
        phrase("platelets"): labs.platelets_per_mm3 is not None
        and labs.platelets_per_mm3 < rules.start_platelets.value,
        phrase("LVEF"): labs.lvef_percent is not None and labs.lvef_percent < rules.start_lvef.value,
    }
    named = enumerate_phrases(name for name, is_outside in outside.items() if is_outside)
    if not named:
        return None
    template = "A first dose was not studied with such values: {named}. Confirm that the prescriber knows them."
    return confirm("toxicity.start.not_studied", template, rules.start_transaminases.source, named=named)


def _judged(case: Case, finding: Finding, source: Source, *, decidable: bool) -> Finding:
    """A stop as it holds for this order: softened by a row that was not read, or by a documented decision."""
    if finding.severity is not Severity.STOP:
        return finding
    template, values, severity = finding.template, dict(finding.values), Severity.STOP
    if source.status is Status.RECALLED:
        template, severity = template + _RECALLED, Severity.CONFIRM
    for decision in case.order.decisions:
        if decidable and decision.finding == finding.code:
            template, severity = template + _DECIDED, Severity.CONFIRM
            values |= {"decided_by": decision.decided_by, "reason": decision.reason}
            break
    if severity is Severity.STOP:
        template += _DECIDABLE if decidable else _STOPPED
    return replace(finding, severity=severity, template=template, values=values)


def _what(row: Modification, labs: Labs) -> str:
    """The reaction with its value; a diagnosis has none."""
    words, value = _WORDS[row.reaction], read_value(labs, row.reaction)
    if row.reaction in _DIAGNOSES or value is None:
        return words
    if row.unit == "grade":
        return phrase("{reaction} grade {grade}", reaction=words, grade=display(value))
    return enumerate_phrases((words, display(value, row.unit)), " ")


TOXICITY_RULES: tuple[Callable[[Case], Finding | None], ...] = (
    *(partial(find_toxicity, reaction=reaction) for reaction in Toxicity),
    find_liver_injury,
    find_not_studied,
)
