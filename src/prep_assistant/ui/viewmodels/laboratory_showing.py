"""What the page says of laboratory values: the label's row for each, and what a prescriber may decide."""

from collections.abc import Iterable, Mapping
from typing import Any

from prep_assistant.calculation import LIVER_INJURY, Decision, Laboratory, Toxicity
from prep_assistant.calculation.bands import Band, find_band, find_injury_band
from prep_assistant.language import phrase, tr
from prep_assistant.quantities import display
from prep_assistant.ui.viewmodels.laboratory_reading import ReadLabs, say_wrong_text
from prep_assistant.ui.viewmodels.laboratory_state import BandState, DecisionState, LaboratoryState

LIVER = "liver_injury"
# Where two entries share a line their bands name them.
_NAMED = {
    Toxicity.HEART_FAILURE: phrase("Symptomatic heart failure"),
    Toxicity.NEUROPATHY: phrase("Neuropathy"),
    Toxicity.ILD: phrase("ILD or pneumonitis"),
    Toxicity.NRH: phrase("Nodular regenerative hyperplasia"),
}
_ACTIONS = {
    "hold": phrase("hold"),
    "hold_reduce": phrase("hold, then one level lower"),
    "discontinue": phrase("discontinue"),
}
_WITHOUT_INDICATION = phrase("The label's rows depend on the indication: choose it above.")


def show_laboratory(
    read: ReadLabs, decisions: tuple[Decision, ...], values: Mapping[str, Any], rules: Laboratory
) -> LaboratoryState:
    """The part of the laboratory values, from what is known so far.

    Args:
        read: the values.
        decisions: as typed.
        values: each entry that could be read.
        rules: the label's rows.
    """
    bands = _find_bands(read, values, rules)
    shown = _show_decisions(bands, decisions, rules)
    hints = [] if "indication" in values or not read.known else [tr(_WITHOUT_INDICATION)]
    hints.extend(_say_kept(decisions, shown))
    return LaboratoryState(
        heading=_say_heading(read, values),
        bands={reaction: BandState(_text(reaction, band), band.severity) for reaction, band in bands.items()},
        decisions=shown,
        hint=" ".join(hints),
    )


def _find_bands(read: ReadLabs, values: Mapping[str, Any], rules: Laboratory) -> dict[str, Band]:
    known, indication = read.known, values.get("indication")
    if indication is None:
        return {}
    baseline = values.get("baseline_lvef")
    bands: dict[str, Band] = {
        reaction.value: find_band(
            rules, indication, reaction, known[reaction], baseline if reaction is Toxicity.LVEF else None
        )
        for reaction in Toxicity
        if reaction in known
    }
    alt, ast, bilirubin = (known.get(reaction) for reaction in (Toxicity.ALT, Toxicity.AST, Toxicity.BILIRUBIN))
    injury = find_injury_band(rules, alt, ast, bilirubin)
    return bands if injury is None else bands | {LIVER: injury}


def _show_decisions(
    bands: Mapping[str, Band], decisions: tuple[Decision, ...], rules: Laboratory
) -> dict[str, tuple[DecisionState, ...]]:
    """For each reaction the findings that a prescriber may decide now, and those on which a decision was typed."""
    typed: dict[str, Decision] = {}
    for decision in decisions:
        typed.setdefault(decision.finding, decision)
    shown = {}
    for reaction, codes in _list_decidable(rules).items():
        standing = {bands[reaction].code} if reaction in bands and bands[reaction].is_decidable else set()
        states = [_show(code, typed.get(code), code in standing) for code in codes if code in typed or code in standing]
        if states:
            shown[reaction] = tuple(states)
    return shown


def _list_decidable(rules: Laboratory) -> dict[str, list[str]]:
    codes: dict[str, list[str]] = {}
    for rows in rules.rows.values():
        for row in rows:
            if row.is_decidable and row.code not in codes.setdefault(row.reaction.value, []):
                codes[row.reaction.value].append(row.code)
    return codes | {LIVER: [LIVER_INJURY]}


def _show(code: str, typed: Decision | None, stands: bool) -> DecisionState:  # noqa: FBT001  # what is shown of it
    action = _ACTIONS[code.rpartition(".")[2]]
    wanted, unwanted = (
        phrase("Prescriber's decision on: {action}", action=action),
        phrase("Decision on: {action}. No value asks for it now.", action=action),
    )
    title = tr(wanted if stands else unwanted)
    if typed is None:
        return DecisionState(code, title)
    by, reason = typed.decided_by, typed.reason
    return DecisionState(code, title, by, reason, say_wrong_text(by), say_wrong_text(reason))


def _say_kept(decisions: tuple[Decision, ...], shown: Mapping[str, tuple[DecisionState, ...]]) -> Iterable[str]:
    """Decisions of an opened order that no entry shows: no rule asks for them."""
    codes = [state.finding for states in shown.values() for state in states]
    for decision in decisions:
        if decision.finding in codes:
            codes.remove(decision.finding)
        else:
            yield tr(
                "Kept from the file, without effect: the decision of {name} on “{finding}”.",
                name=decision.decided_by,
                finding=decision.finding,
            )


def _text(reaction: str, band: Band) -> str:
    named = _NAMED.get(Toxicity(reaction)) if reaction != LIVER else None
    return f"{tr(named)}, {tr(band.text)}." if named else f"{tr(band.text)}."


def _say_heading(read: ReadLabs, values: Mapping[str, Any]) -> str:
    said = tr("Laboratory values: {count} of {all}", count=len(read.known), all=len(Toxicity))
    return f"{said}, {display(values['collected_on'])}" if "collected_on" in values else said
