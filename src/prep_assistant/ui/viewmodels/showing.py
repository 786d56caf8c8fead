"""From a draft to the state that the window shows."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from prep_assistant.calculation import Finding, Monograph, Order, Plan, Preparation, plan
from prep_assistant.frozen import frozen
from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.draft import Draft, History, find_cell
from prep_assistant.ui.viewmodels.echoes import make_banner, make_echoes, say_weight_check
from prep_assistant.ui.viewmodels.entries import Entry
from prep_assistant.ui.viewmodels.finding_state import FindingState, list_reasons, say_finding, show_findings
from prep_assistant.ui.viewmodels.headline import (
    judge_standing,
    make_headline,
    say_not_checked,
    say_past,
    say_why_no_label,
)
from prep_assistant.ui.viewmodels.history_state import HistoryState, show_history
from prep_assistant.ui.viewmodels.offsets import say_changed_clock
from prep_assistant.ui.viewmodels.plan_state import PlanState, show_plan
from prep_assistant.ui.viewmodels.reading import Reading, read_draft
from prep_assistant.ui.viewmodels.reasons import Answers
from prep_assistant.ui.viewmodels.setting import Setting
from prep_assistant.ui.viewmodels.state import EntryState, Headline, PrepareState, PreviewWanted, RowState, Standing

if TYPE_CHECKING:
    from prep_assistant.ui.viewmodels.first_dose_state import CheckState
    from prep_assistant.ui.viewmodels.laboratory_state import LaboratoryState

_NOTHING_WRONG = ("",) * 5


@frozen
class Judged:
    """A draft, what it says, and the plan that follows when it says enough."""

    draft: Draft
    reading: Reading
    plan: Plan | None = None
    shown: PlanState | None = None
    history: HistoryState | None = None
    laboratory: "LaboratoryState | None" = None

    def find(self, code: str) -> Finding | None:
        """The finding with this code, if the plan has it."""
        findings = self.plan.findings if self.plan else ()
        return next((finding for finding in findings if finding.code == code), None)


def judge_draft(draft: Draft, setting: Setting) -> Judged:
    """Reads a draft and plans it: everything that depends on the draft alone."""
    formulary = setting.formulary
    reading = read_draft(draft, setting.entries, setting.row_entries, setting.strengths, setting.offsets_at)
    laboratory = _show_laboratory(draft, reading, formulary.monograph)
    if reading.order is None:
        return Judged(draft, reading, laboratory=laboratory)
    made = plan(reading.order, formulary.monograph, formulary.policy)
    shown = _show_plan(made, made.preparation, reading.order, setting) if made.preparation else None
    return Judged(draft, reading, made, shown, show_history(reading.order, formulary.monograph), laboratory)


def _show_plan(made: Plan, preparation: Preparation, order: Order, setting: Setting) -> PlanState:
    shown = show_plan(made, preparation, order)
    changed = say_changed_clock(order.prepare_at, preparation.bag_use_by.value, setting.offsets_at)
    return shown if not changed else shown.with_note("next_dose", changed)


def _show_laboratory(draft: Draft, reading: Reading, monograph: Monograph) -> "LaboratoryState | None":
    if reading.labs is None:
        return None
    from prep_assistant.ui.viewmodels.laboratory_showing import show_laboratory  # noqa: PLC0415  # late: few have any

    return show_laboratory(reading.labs, draft.decisions, reading.values, monograph.laboratory_rules)


@frozen
class Moment:
    """What else the state depends on.

    Attributes:
        answers: the reasons given.
        typing: the entry that is being typed into, "" when none is.
        blank: whether the draft is as a new order begins.
        before: the entries as they were shown last; those that have not changed are taken from there.
        now: the time, with its offset.
    """

    answers: Answers
    typing: str
    blank: bool
    before: Mapping[str, EntryState]
    now: datetime


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
    entries = _show_entries(judged, setting.entries, moment)
    rows = _show_rows(judged, setting.row_entries, moment.typing)
    wrong, wanted = ((), ()) if order else _name_open(judged, setting.entries, entries, rows)
    not_checked = _say_not_checked(judged.plan)
    headline = make_headline(standing, findings, wanted, wrong, weight_check)
    return PrepareState(
        standing=standing,
        headline=_mind_past(say_not_checked(headline, not_checked), judged, moment.now),
        identity=setting.identity,
        banner=make_banner(reading.values, setting.formulary.monograph.course_limits),
        entries=entries,
        history_known=judged.draft.history,
        rows=rows,
        findings=findings,
        plan=judged.shown,
        history=judged.history,
        laboratory=judged.laboratory,
        first_dose=_show_first_dose(judged.draft),
        weight_check=weight_check,
        not_checked=not_checked,
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


def _name_open(
    judged: Judged, entries: Mapping[str, Entry], shown: Mapping[str, EntryState], rows: tuple[RowState, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was refused, and what is still to be entered: that is what is empty, or may become right as it is typed."""
    texts, reading = judged.draft.texts, judged.reading
    wrong: list[str] = []
    wanted: list[str] = []
    for name, entry in entries.items():
        if reading.errors.get(name):
            (wrong if texts.get(name) and shown[name].error else wanted).append(tr(entry.words))
    for number, (row, read) in enumerate(zip(rows, reading.rows, strict=False), start=1):
        if read.dose is None:
            is_wrong = any(cell and error for cell, error in zip(row.row.cells, row.errors, strict=True))
            (wrong if is_wrong else wanted).append(tr("row {number} of the doses", number=number))
    # What has no entry is a decision on a finding.
    wrong += [tr("Decision") for name in reading.errors if name not in entries]
    return tuple(wrong), (*wanted, *reading.missing)


def _may_become_right(entry: Entry, text: str, texts: Mapping[str, str]) -> bool:
    """Whether what is being typed is the beginning of something usable; of the weight, for the weight typed again."""
    if entry.name == "weight_again" and texts.get("weight_kg", "").startswith(text):
        return True
    return entry.unfinished.fullmatch(text) is not None


def _mind_past(headline: Headline, judged: Judged, now: datetime) -> Headline:
    made = judged.plan.preparation if judged.plan else None
    return say_past(headline, made.bag_use_by.value, now) if made else headline


def _show_first_dose(draft: Draft) -> "tuple[CheckState, ...]":
    if draft.history is not History.NONE:
        return ()
    from prep_assistant.ui.viewmodels.first_dose_state import show_first_dose  # noqa: PLC0415  # late: few doses are first

    return show_first_dose(draft.ticked)


def _show_rows(judged: Judged, entries: tuple[Entry, ...], typing: str) -> tuple[RowState, ...]:
    draft = judged.draft
    if draft.history is not History.LISTED:
        return tuple(RowState(row, _NOTHING_WRONG) for row in draft.rows)
    rows = [RowState(row, read.errors) for row, read in zip(draft.rows, judged.reading.rows, strict=True)]
    cell = find_cell(typing)
    if cell is not None:
        place, column = cell
        rows[place] = _show_typed(rows[place], column, entries[column])
    return tuple(rows)


def _show_typed(state: RowState, column: int, entry: Entry) -> RowState:
    """The row with nothing said about a cell that may become right as it is typed."""
    text = state.row.cells[column]
    if text and entry.unfinished.fullmatch(text) is None:
        return state
    return RowState(state.row, (*state.errors[:column], "", *state.errors[column + 1 :]))


def _say_not_checked(made: Plan | None) -> str:
    notes = made.findings if made else ()
    return next((say_finding(note) for note in notes if note.code == "labs.not_checked"), "")


def _want_preview(judged: Judged, findings: tuple[FindingState, ...], standing: Standing) -> PreviewWanted | None:
    if judged.plan is None or judged.reading.order is None or standing is Standing.STOPPED:
        return None
    return PreviewWanted(judged.reading.order, judged.plan, list_reasons(findings), judged.draft.ticked)
