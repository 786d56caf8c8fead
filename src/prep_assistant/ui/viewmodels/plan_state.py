"""The figures of a plan as the window shows them: each with its words, its notes and its explanation."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from prep_assistant.calculation import Figure, Finding, Order, Plan, Preparation, Severity
from prep_assistant.frozen import frozen, replace
from prep_assistant.language import Phrase, phrase, tr
from prep_assistant.quantities import display
from prep_assistant.ui.viewmodels.explaining import Explained, say_worked
from prep_assistant.ui.viewmodels.finding_state import say_finding
from prep_assistant.ui.viewmodels.vial_state import VialsState, list_vial_figures, show_vials

# As many strengths as the page has places for.
STRENGTHS = 2
FIGURE_WORDS = {
    "dose": phrase("Dose"),
    "calculated": phrase("Weight × dose level"),
    "deviation": phrase("Difference to weight × level"),
    "volume_drawn": phrase("Volume drawn"),
    "expected_mass": phrase("Weighs"),
    "reconstituted": phrase("In the vials"),
    "opened": phrase("Opened"),
    "unused": phrase("Unused"),
    **{f"vials_{place}": phrase("Vials to open") for place in range(STRENGTHS)},
    **{f"diluent_{place}": phrase("Diluent") for place in range(STRENGTHS)},
    "bag_fluid": phrase("Bag"),
    "bag_volume": phrase("Bag volume"),
    "final_volume": phrase("Final volume"),
    "bag_concentration": phrase("In the bag"),
    "minutes": phrase("Infusion"),
    "rate": phrase("Rate"),
    "observe": phrase("Observe"),
    "filter": phrase("Filter"),
    "bag_use_by": phrase("Bag, use by"),
    "vials_use_by": phrase("Vials, use by"),
    "next_dose": phrase("Next dose from"),
}

# Beside which figure a note stands; one that is not listed stands at the end.
_PLACE_OF_NOTE = {
    "dose.mg_differs": "dose",
    "vials.none_spare": "vials",
    "infusion.first": "infusion",
    "infusion.not_tolerated": "infusion",
    "infusion.rate_of_last": "infusion",
    "infusion.subsequent": "infusion",
    "infusion.as_ordered": "infusion",
    "interval.delayed": "next_dose",
    "course.last_cycle": "next_dose",
    "labs.not_checked": "not_checked",
}


@frozen
class FigureState:
    """One figure: its name, its value as text, and what it was made of."""

    name: str
    text: str
    figure: Figure[Any]

    @property
    def explained(self) -> Explained:
        """How it was made, put together when somebody asks."""
        return Explained(tr(FIGURE_WORDS[self.name]), _text_of(self.figure), self.figure)


@frozen
class PlanState:
    """The plan beside the entry: every figure by its name, the vials, and the notes by the place where they stand."""

    figures: Mapping[str, FigureState]
    written: str
    vials: tuple[VialsState, ...]
    notes: Mapping[str, str]

    def with_note(self, place: str, note: str) -> "PlanState":
        """The plan with one more note, before those that stand there."""
        return replace(self, notes={**self.notes, place: f"{note} {self.notes.get(place, '')}".rstrip()})


def show_plan(plan: Plan, made: Preparation, order: Order) -> PlanState:
    """The figures of a plan that nothing stops, in words."""
    return PlanState(
        figures={figure.name: figure for figure in (*_figures(made), _next_dose(plan, made, order))},
        written=tr("Written: {dose}", dose=display(made.written))
        if made.written is not None
        else tr("No mg written on the order"),
        vials=tuple(show_vials(made)),
        notes=_notes(plan.findings),
    )


def _figures(made: Preparation) -> Iterable[FigureState]:
    yield _figure("dose", made.prepared)
    yield _calculated(made)
    yield _figure("deviation", made.deviation_percent)
    yield _figure("volume_drawn", made.volume)
    yield _figure("expected_mass", made.expected_mass_g)
    yield _figure("reconstituted", made.reconstituted)
    yield _figure("opened", made.opened)
    yield _figure("unused", made.unused)
    yield from (_figure(name, figure) for name, figure in list_vial_figures(made))
    yield _figure("bag_fluid", made.bag_fluid)
    yield _figure("bag_volume", made.bag_volume)
    yield _figure("final_volume", made.final_volume)
    yield _figure("bag_concentration", made.bag_concentration)
    yield _figure("minutes", made.minutes)
    yield _figure("rate", made.rate_ml_per_h)
    yield _figure("observe", made.observe_minutes)
    yield _figure("filter", made.filter)
    yield _figure("bag_use_by", made.bag_use_by)
    yield _figure("vials_use_by", made.vials_use_by)


def _next_dose(plan: Plan, made: Preparation, order: Order) -> FigureState:
    """The day of the next dose; none behind the last cycle of the course, which a note says."""
    limit = plan.monograph.course_limits.get(order.indication)
    if limit is None or all(finding.code != "course.last_cycle" for finding in plan.findings):
        return _figure("next_dose", made.next_dose_from)
    template = phrase("cycle {cycle} is the last of the course", cycle=limit.value)
    return _figure("next_dose", Figure(phrase("none"), template, {}, limit.source))


def _calculated(made: Preparation) -> FigureState:
    """Weight × level with this order's numbers: the figure that is compared with every other dose."""
    text = f"{say_worked(made.calculated)} = {_text_of(made.calculated)}"
    return FigureState("calculated", text, made.calculated)


def _figure(name: str, figure: Figure[Any]) -> FigureState:
    return FigureState(name, _text_of(figure), figure)


def _text_of(figure: Figure[Any]) -> str:
    """The value in words. Instants are not remembered: two that are equal may be written at different offsets."""
    if isinstance(figure.value, date):
        return display(figure.value)
    text = _remembered_text(figure.value, figure.unit)
    return tr(text) if isinstance(text, Phrase) else text


# Nearly every figure is the same after the next key, and formatting them all costs more than planning.
_remembered_text = lru_cache(maxsize=512)(display)


def _notes(findings: Iterable[Finding]) -> Mapping[str, str]:
    notes: dict[str, list[str]] = {}
    for finding in findings:
        if finding.severity is Severity.NOTE:
            notes.setdefault(_PLACE_OF_NOTE.get(finding.code, "other"), []).append(say_finding(finding))
    return {place: " ".join(texts) for place, texts in notes.items()}
