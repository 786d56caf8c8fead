"""Until when the bag may be used, as planned: the label's hours or the site's, whichever end first.

Source: contract.md, "How the figures are made"; design.md, "A preparation's life".
"""

from datetime import datetime, timedelta

from prep_assistant.calculation.case import Case
from prep_assistant.calculation.monograph import CountsFrom
from prep_assistant.calculation.plan import Figure, Shown
from prep_assistant.calculation.sources import Source, Sourced
from prep_assistant.language import Phrase, phrase
from prep_assistant.quantities import display

_STORED = phrase("storage time")
# From what the hours count, and the formula with it.
_PREPARED = phrase("prepared at"), phrase("{prepared at} + {storage time}")
_BEGINS = {
    CountsFrom.DILUTION: _PREPARED,
    CountsFrom.RECONSTITUTION: (
        phrase("first vial reconstituted at"),
        phrase("{first vial reconstituted at} + {storage time}"),
    ),
}


def vials_use_by(case: Case) -> Figure[datetime]:
    """The use-by of reconstituted vials, which no policy moves."""
    hours = case.monograph.vial_storage_hours
    return _after(case, _PREPARED, hours.value, hours.source)


def bag_use_by(case: Case) -> Figure[datetime]:
    """The use-by of the bag. In a plan the first vial is reconstituted and the bag made at one planned time."""
    hours, begins = _bag_hours(case), case.policy.use_by_counts_from
    is_from_vial = begins.value is CountsFrom.RECONSTITUTION
    labelled = hours.source == case.monograph.bag_storage_hours.source
    return _after(
        case, _BEGINS[begins.value], hours.value, begins.source if is_from_vial and labelled else hours.source
    )


def _bag_hours(case: Case) -> Sourced[int]:
    label, cap = case.monograph.bag_storage_hours, case.policy.use_by_cap_hours
    return cap if cap.value < label.value else label


def _after(case: Case, begins: tuple[Phrase, Phrase], hours: int, source: Source) -> Figure[datetime]:
    """Elapsed hours: the instant keeps its offset, so that no clock change moves it."""
    began, template = begins
    inputs: dict[Phrase, Shown] = {began: case.order.prepare_at, _STORED: display(hours, "h")}
    return Figure(case.order.prepare_at + timedelta(hours=hours), template, inputs, source)
