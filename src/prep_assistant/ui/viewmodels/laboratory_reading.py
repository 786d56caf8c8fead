"""Laboratory values from what was typed to what the order carries.

The laboratory's own numbers are typed, with their unit or upper limit; the calculation converts and divides.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from prep_assistant.calculation import Decision, Labs, Toxicity
from prep_assistant.calculation.reported import (
    PlateletUnit,
    count_platelets,
    divide_by_limit,
    find_likelier_unit,
)
from prep_assistant.frozen import frozen
from prep_assistant.language import phrase, tr
from prep_assistant.quantities import EXACT, Refused, display, parse_text, plain
from prep_assistant.ui.viewmodels import wording
from prep_assistant.ui.viewmodels.draft import Draft
from prep_assistant.ui.viewmodels.entries import LABORATORY, PLATELET_UNITS, Entry

_UNITS = dict(zip(PLATELET_UNITS, PlateletUnit, strict=True))
UNIT_WORDS = {unit: words for words, unit in _UNITS.items()}
_SAID = {PlateletUnit.PER_MM3: phrase("per mm³"), PlateletUnit.BILLION_PER_LITRE: "× 10^9/L"}
_LIMITED = {"alt": Toxicity.ALT, "ast": Toxicity.AST, "bilirubin": Toxicity.BILIRUBIN}
_AS_TYPED = {
    "lvef": Toxicity.LVEF,
    "heart_failure": Toxicity.HEART_FAILURE,
    "neuropathy": Toxicity.NEUROPATHY,
    "ild": Toxicity.ILD,
    "nrh": Toxicity.NRH,
}
# The first says nothing without the second.
_TOGETHER = (
    ("platelets", "platelets_unit"),
    ("platelets_unit", "platelets"),
    *((value, f"{value}_limit") for value in _LIMITED),
    *((f"{value}_limit", value) for value in _LIMITED),
    ("lvef", "lvef_measured_on"),
)
_MOST_LETTERS = 200


@frozen
class ReadLabs:
    """What was typed of laboratory values.

    Attributes:
        known: the value of each reaction in the unit of the label's rows; yes is 1, no is 0.
        errors: each entry that cannot be used, in words.
        missing: what is still wanted, by the names on the screen.
        labs: all of it as the order carries it; ``None`` when nothing was typed or something is wrong or wanting.
    """

    known: Mapping[Toxicity, Decimal]
    errors: Mapping[str, str]
    missing: tuple[str, ...]
    labs: Labs | None


def read_labs(draft: Draft, entries: Mapping[str, Entry], values: Mapping[str, Any]) -> ReadLabs:
    """Converts and divides what was typed, and puts it together.

    Args:
        draft: what was typed.
        entries: the entries there are.
        values: each entry that could be read.
    """
    known, errors = _measure(values)
    for decision in draft.decisions:
        if wrong := say_wrong_text(decision.decided_by) or say_wrong_text(decision.reason):
            errors[decision.finding] = wrong
    missing = tuple(_list_missing(draft, entries))
    readable = all(name in values for name in LABORATORY if draft.text(name))
    whole = "collected_on" in values and readable and not errors and not missing
    missing = (*missing, *_list_half_decisions(draft.decisions))
    return ReadLabs(known, errors, missing, _make_labs(values, known) if whole else None)


def say_wrong_text(text: str) -> str:
    """Why a text of a decision cannot be printed, "" when it can, or is not there yet."""
    if not text:
        return ""
    try:
        parse_text(text, _MOST_LETTERS)
    except Refused:
        return wording.say_wrong_text(text, _MOST_LETTERS)
    return ""


def _measure(values: Mapping[str, Any]) -> tuple[dict[Toxicity, Decimal], dict[str, str]]:
    known = {reaction: Decimal(values[name]) for name, reaction in _AS_TYPED.items() if name in values}
    errors: dict[str, str] = {}
    if "platelets" in values and "platelets_unit" in values:
        counted = _count(values["platelets"], _UNITS[values["platelets_unit"]])
        if isinstance(counted, str):
            errors["platelets"] = counted
        else:
            known[Toxicity.PLATELETS] = counted
    for name, reaction in _LIMITED.items():
        if name in values and f"{name}_limit" in values:
            value, limit = values[name], values[f"{name}_limit"]
            try:
                known[reaction] = divide_by_limit(value, limit)
            except Refused as refused:
                errors[name] = _say_refused(f"{plain(value)} ÷ {plain(limit)}", refused)
    return known, errors


def _count(count: Decimal, unit: PlateletUnit) -> Decimal | str:
    """The platelets per mm³, or in words why they are not taken."""
    likelier = find_likelier_unit(count, unit)
    if likelier is not None:
        return _ask_for_unit(count, unit, likelier)
    try:
        return Decimal(count_platelets(count, unit))
    except Refused as refused:
        return _say_refused(f"{plain(count)} {tr(_SAID[unit])}", refused)


def _say_refused(typed: str, refused: Refused) -> str:
    return tr(
        "{entry} cannot be used; {refused}. Compare with the laboratory's report.",
        entry=typed,
        refused=phrase("expected {expected}", expected=refused.expected),
    )


def _ask_for_unit(count: Decimal, unit: PlateletUnit, likelier: PlateletUnit) -> str:
    """A number that is ordinary in the other unit only; it can still be meant, and is then written in that unit."""
    truly = EXACT.divide(EXACT.multiply(count, Decimal(unit.value)), Decimal(likelier.value))
    return tr(
        "Is it {count} {other}? {count} {unit} is hardly a count. Choose the unit of the report. If the count is so, "
        "write it as {truly} {other}.",
        count=display(count),
        unit=_SAID[unit],
        truly=plain(truly),
        other=_SAID[likelier],
    )


def _list_missing(draft: Draft, entries: Mapping[str, Entry]) -> Iterable[str]:
    if not draft.text("collected_on") and any(draft.text(name) for name in LABORATORY):
        yield tr(entries["collected_on"].words)
    for one, other in _TOGETHER:
        if draft.text(one) and not draft.text(other):
            yield tr(entries[other].words)


def _list_half_decisions(decisions: Iterable[Decision]) -> Iterable[str]:
    for decision in decisions:
        if not decision.decided_by:
            yield tr("Decision: decided by")
        if not decision.reason:
            yield tr("Decision: reason")


def _make_labs(values: Mapping[str, Any], known: Mapping[Toxicity, Decimal]) -> Labs:
    platelets = known.get(Toxicity.PLATELETS)
    return Labs(
        collected_on=values["collected_on"],
        platelets_per_mm3=None if platelets is None else int(platelets),
        alt_x_uln=known.get(Toxicity.ALT),
        ast_x_uln=known.get(Toxicity.AST),
        bilirubin_x_uln=known.get(Toxicity.BILIRUBIN),
        lvef_percent=values.get("lvef"),
        lvef_measured_on=values.get("lvef_measured_on"),
        baseline_lvef_percent=values.get("baseline_lvef"),
        symptomatic_heart_failure=values.get("heart_failure"),
        neuropathy_grade=values.get("neuropathy"),
        ild_or_pneumonitis=values.get("ild"),
        nodular_regenerative_hyperplasia=values.get("nrh"),
    )
