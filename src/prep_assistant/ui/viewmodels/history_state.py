"""The course so far as points in time: doses, weights, and the days until this dose."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from prep_assistant.calculation import Monograph, Order, PriorDose
from prep_assistant.frozen import frozen
from prep_assistant.language import tr
from prep_assistant.quantities import DoseLevel, Weight, display

Given = tuple[date, DoseLevel, Weight | None]


@frozen
class DosePoint:
    """One dose: days from the first one shown, level and weight as numbers and as words."""

    day: int
    level: Decimal
    weight: Decimal | None
    date_text: str
    level_text: str
    weight_text: str
    weight_short: str
    date_short: str
    is_planned: bool
    is_labelled: bool


@frozen
class HistoryState:
    """What the picture of the course shows, oldest first; ``levels`` are the label's, highest first.

    ``heading`` says how long ago the last dose was, and between which weights the earlier ones were given.
    """

    points: tuple[DosePoint, ...]
    levels: tuple[tuple[Decimal, str], ...]
    heading: str
    in_words: str


def show_history(order: Order, monograph: Monograph) -> HistoryState | None:
    """The picture of a course, ``None`` when there is no earlier dose, or none that can be placed in time."""
    doses = sorted((dose for dose in order.prior_doses or () if dose.given_on < order.today), key=_given_on)
    if not doses:
        return None
    first, days = doses[0].given_on, (order.today - doses[-1].given_on).days
    labelled = monograph.levels.value
    points = [_point(labelled, first, (dose.given_on, dose.level, dose.weight)) for dose in doses]
    points.append(_point(labelled, first, (order.today, order.level, order.weight), is_planned=True))
    levels = tuple((level.value, display(level)) for level in labelled)
    interval = tr("{days} since the last dose", days=display(days, "d"))
    words = "; ".join(f"{point.date_text}: {point.level_text}, {point.weight_text}" for point in points)
    return HistoryState(tuple(points), levels, _head(interval, doses), f"{words}. {interval}.")


def _head(interval: str, doses: Iterable[PriorDose]) -> str:
    """The range stands here because a mark has no room for its weight when it is close to another."""
    weights = {dose.weight for dose in doses if dose.weight}
    if len(weights) <= 1:
        return tr("Course: {interval}", interval=interval)
    return tr(
        "Course: {interval}; earlier weights {lowest} to {highest}",
        interval=interval,
        lowest=display(min(weights)),
        highest=display(max(weights)),
    )


def _given_on(dose: PriorDose) -> date:
    return dose.given_on


@lru_cache(maxsize=512)
def _point(
    levels: tuple[DoseLevel, ...],
    first: date,
    given: tuple[date, DoseLevel, Weight | None],
    *,
    is_planned: bool = False,
) -> DosePoint:
    day, level, weight = given
    return DosePoint(
        day=(day - first).days,
        level=level.value,
        weight=weight.value if weight else None,
        date_text=display(day),
        level_text=display(level),
        weight_text=display(weight) if weight else tr("weight not recorded"),
        weight_short=display(weight) if weight else "",
        date_short=tr("this dose") if is_planned else display(day),
        is_planned=is_planned,
        is_labelled=level in levels,
    )
