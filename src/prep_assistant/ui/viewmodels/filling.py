"""From an opened order back to what somebody would have typed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from prep_assistant.calculation import Order, PriorDose
from prep_assistant.frozen import replace
from prep_assistant.quantities import plain
from prep_assistant.ui.viewmodels.draft import Draft, History, Row
from prep_assistant.ui.viewmodels.entries import INDICATIONS, REACTIONS, Entry

_INDICATION_WORDS = {value: words for words, value in INDICATIONS.items()}
_REACTION_WORDS = {value: words for words, value in REACTIONS.items()}


def fill_draft(order: Order, strengths: tuple[int, ...]) -> Draft:
    """The draft that reads as this order.

    Args:
        order: an order read from a file.
        strengths: the vials on the market, in mg; one left out of a stock that is given is 0.
    """
    texts = _texts(order) | _stock_texts(order, strengths) | _laboratory_texts(order)
    return Draft(
        texts=MappingProxyType({name: text for name, text in texts.items() if text}),
        history=_history(order),
        rows=tuple(_row(dose) for dose in order.prior_doses or ()),
        decisions=order.decisions,
    )


def write_as_typed(draft: Draft, entries: Mapping[str, Entry], row_entries: Sequence[Entry]) -> Draft:
    """The draft with the numbers of an order file as this site types them: a file always has the point."""
    texts = {name: entries[name].write_typed(text) for name, text in draft.texts.items()}
    rows = (
        Row(tuple(entry.write_typed(cell) for entry, cell in zip(row_entries, row.cells, strict=True)))
        for row in draft.rows
    )
    return replace(draft, texts=MappingProxyType(texts), rows=tuple(rows))


def _texts(order: Order) -> dict[str, str]:
    patient, earlier = order.patient, order.earlier_doses
    prepare_on, prepare_time, prepare_offset = _instant_texts(order.prepare_at)
    administer_on, administer_time, administer_offset = _instant_texts(order.administer_at)
    return {
        "order_id": order.order_id,
        "jurisdiction": order.jurisdiction.value,
        "product": order.product,
        "indication": _INDICATION_WORDS[order.indication],
        "cycle": str(order.cycle),
        "dose_mg_per_kg": plain(order.level.value),
        "dose_mg": plain(order.written.value) if order.written else "",
        "family_name": patient.family_name,
        "given_name": patient.given_name,
        "mrn": patient.mrn,
        "birth_date": patient.birth_date.isoformat(),
        "height_cm": plain(patient.height_cm) if patient.height_cm else "",
        "weight_kg": plain(order.weight.value),
        "weight_measured_on": order.weight_measured_on.isoformat(),
        "earlier_count": str(earlier.count) if earlier else "",
        "earlier_lowest": plain(earlier.lowest.value) if earlier else "",
        "prepare_on": prepare_on,
        "prepare_time": prepare_time,
        "prepare_offset": prepare_offset,
        "administer_on": administer_on,
        "administer_time": administer_time,
        "administer_offset": administer_offset,
        "infusion_minutes": str(order.infusion_minutes or ""),
        "bag_fluid": order.bag_fluid or "",
        "released_by": order.treatment_released_by or "",
    }


def _laboratory_texts(order: Order) -> dict[str, str]:
    if order.labs is None:
        return {}
    from prep_assistant.ui.viewmodels.laboratory_filling import fill_labs  # noqa: PLC0415  # late: few orders have any

    return fill_labs(order.labs)


def _stock_texts(order: Order, strengths: tuple[int, ...]) -> dict[str, str]:
    if order.stock is None:
        return {}
    return {f"stock_{strength}": str(order.stock.get(strength, 0)) for strength in strengths}


def _instant_texts(instant: datetime | None) -> tuple[str, str, str]:
    if instant is None:
        return "", "", ""
    seconds = "seconds" if instant.second else "minutes"
    time = instant.replace(tzinfo=None).time().isoformat(timespec=seconds)
    return instant.date().isoformat(), time, instant.isoformat()[19:]


def _history(order: Order) -> History:
    if order.prior_doses is None:
        return History.UNKNOWN
    return History.LISTED if order.prior_doses else History.NONE


def _row(dose: PriorDose) -> Row:
    return Row(
        (
            dose.given_on.isoformat(),
            plain(dose.level.value),
            plain(dose.weight.value) if dose.weight else "",
            str(dose.infusion_minutes or ""),
            _REACTION_WORDS[dose.reaction],
        )
    )
