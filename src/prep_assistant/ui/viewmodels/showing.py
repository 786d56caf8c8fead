"""From a draft to the state that the window shows."""

from collections.abc import Mapping
from dataclasses import dataclass

from prep_assistant.calculation import Order, Plan, Preparation, plan
from prep_assistant.formulary import Formulary
from prep_assistant.ui.viewmodels.draft import Draft, History
from prep_assistant.ui.viewmodels.echoes import make_banner, make_echoes, say_weight_check
from prep_assistant.ui.viewmodels.entries import Entry, list_entries
from prep_assistant.ui.viewmodels.finding_state import FindingState, list_reasons, show_findings
from prep_assistant.ui.viewmodels.headline import judge_standing, make_headline, say_why_no_label
from prep_assistant.ui.viewmodels.history_state import HistoryState, show_history
from prep_assistant.ui.viewmodels.offsets import OffsetsAt, say_changed_clock
from prep_assistant.ui.viewmodels.plan_state import PlanState, show_plan
from prep_assistant.ui.viewmodels.reading import Reading, read_draft
from prep_assistant.ui.viewmodels.reasons import Answers, ReasonList
from prep_assistant.ui.viewmodels.state import EntryState, PrepareState, PreviewWanted, RowState, Standing

_NOTHING_WRONG = ("",) * 5


@dataclass(frozen=True, slots=True)
class Setting:
    """What an order is read, planned and shown with."""

    formulary: Formulary
    reasons: ReasonList
    strengths: tuple[int, ...]
    entries: Mapping[str, Entry]
    offsets_at: OffsetsAt


def make_setting(formulary: Formulary, reasons: ReasonList, offsets_at: OffsetsAt) -> Setting:
    """The setting of one monograph, in a place with these clocks."""
    strengths = tuple(int(vial.strength.value) for vial in formulary.monograph.vials)
    return Setting(formulary, reasons, strengths, list_entries(strengths), offsets_at)


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft, what it says, and the plan that follows when it says enough."""

    draft: Draft
    reading: Reading
    plan: Plan | None = None
    shown: PlanState | None = None
    history: HistoryState | None = None


def judge_draft(draft: Draft, setting: Setting) -> Judged:
    """Reads a draft and plans it: everything that depends on the draft alone."""
    formulary = setting.formulary
    jurisdiction = formulary.monograph.jurisdiction
    reading = read_draft(draft, setting.entries, setting.strengths, jurisdiction, setting.offsets_at)
    if reading.order is None:
        return Judged(draft, reading)
    made = plan(reading.order, formulary.monograph, formulary.policy)
    shown = _show_plan(made, made.preparation, reading.order, setting) if made.preparation else None
    return Judged(draft, reading, made, shown, show_history(reading.order, formulary.monograph))


def _show_plan(made: Plan, preparation: Preparation, order: Order, setting: Setting) -> PlanState:
    shown = show_plan(made, preparation)
    changed = say_changed_clock(order.prepare_at, preparation.bag_use_by.value, setting.offsets_at)
    return shown if not changed else shown.with_note("next_dose", changed)


@dataclass(frozen=True, slots=True)
class Moment:
    """What else the state depends on.

    Attributes:
        answers: the reasons given.
        typing: the entry that is being typed into, "" when none is.
        blank: whether the draft is as a new order begins.
        before: the entries as they were shown last; those that have not changed are taken from there.
    """

    answers: Answers
    typing: str
    blank: bool
    before: Mapping[str, EntryState]


def show_state(judged: Judged, setting: Setting, moment: Moment) -> PrepareState:
    """The state of the page.

    Args:
        judged: the draft with all that follows from it.
        setting: what it was read and planned with.
        moment: what else counts.
    """
    reading, order = judged.reading, judged.reading.order
    findings = show_findings(judged.plan, order, setting.reasons, moment.answers) if judged.plan and order else ()
    weight_check = say_weight_check(reading.values, order)
    standing = judge_standing(
        blank=moment.blank, complete=order is not None, findings=findings, weight_check=weight_check
    )
    wrong = sum(map(bool, reading.errors.values())) + sum(row.dose is None for row in reading.rows)
    return PrepareState(
        standing=standing,
        headline=make_headline(standing, findings, reading.missing, wrong, weight_check),
        banner=make_banner(reading.values, setting.formulary.monograph.course_limits),
        entries=_show_entries(judged, setting.entries, moment),
        history_known=judged.draft.history,
        rows=_show_rows(judged),
        rows_error=_say_rows_error(reading),
        missing=reading.missing,
        findings=findings,
        plan=judged.shown,
        history=judged.history,
        weight_check=weight_check,
        not_checked=_say_not_checked(judged.plan),
        save_refused=say_why_no_label(standing),
        preview_wanted=_want_preview(judged, findings, standing),
    )


def _show_entries(judged: Judged, entries: Mapping[str, Entry], moment: Moment) -> dict[str, EntryState]:
    reading, echoes = judged.reading, make_echoes(judged.reading)
    shown = {}
    texts, errors = judged.draft.texts, reading.errors
    for name, entry in entries.items():
        text, echo, error = texts.get(name, ""), echoes.get(name, ""), errors.get(name, "")
        if error and name == moment.typing and _may_become_right(entry, text, texts):
            error = ""
        last = moment.before.get(name)
        same = last is not None and last.text == text and last.echo == echo and last.error == error
        shown[name] = last if last is not None and same else EntryState(text, echo, error)
    return shown


def _may_become_right(entry: Entry, text: str, texts: Mapping[str, str]) -> bool:
    """Whether what is being typed is the beginning of something usable; of the weight, for the weight typed again."""
    if entry.name == "weight_again" and texts.get("weight_kg", "").startswith(text):
        return True
    return entry.unfinished.fullmatch(text) is not None


def _show_rows(judged: Judged) -> tuple[RowState, ...]:
    if judged.draft.history is not History.LISTED:
        return tuple(RowState(row, _NOTHING_WRONG) for row in judged.draft.rows)
    return tuple(RowState(row, read.errors) for row, read in zip(judged.draft.rows, judged.reading.rows, strict=True))


def _say_rows_error(reading: Reading) -> str:
    """The first thing wrong in the table, with the row it is in."""
    for number, row in enumerate(reading.rows, start=1):
        for error in row.errors:
            if error:
                return f"Row {number}: {error}"
    return ""


def _say_not_checked(made: Plan | None) -> str:
    notes = made.findings if made else ()
    return next((note.message for note in notes if note.code == "labs.not_checked"), "")


def _want_preview(judged: Judged, findings: tuple[FindingState, ...], standing: Standing) -> PreviewWanted | None:
    if judged.plan is None or judged.reading.order is None or standing is Standing.STOPPED:
        return None
    return PreviewWanted(judged.reading.order, judged.plan, list_reasons(findings))
