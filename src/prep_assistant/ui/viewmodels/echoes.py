"""What an entry was understood as, said back beside it."""

from collections.abc import Mapping
from typing import Any

from prep_assistant.calculation import Indication, Order, Sourced
from prep_assistant.language import tr
from prep_assistant.quantities import display, in_capitals
from prep_assistant.ui.viewmodels.reading import Reading
from prep_assistant.ui.viewmodels.state import NOT_KNOWN, BannerState

_DATES = ("weight_measured_on", "prepare_on", "administer_on", "collected_on", "lvef_measured_on")


def make_echoes(reading: Reading) -> Mapping[str, str]:
    """For each entry that says something back, what it says."""
    values = reading.values
    echoes = {name: display(values[name]) for name in _DATES if name in values}
    if "birth_date" in values:
        echoes["birth_date"] = _age(values)
    doses = sorted((row.dose for row in reading.rows if row.dose), key=lambda dose: dose.given_on)
    weights = [dose.weight for dose in doses if dose.weight]
    if weights:
        echoes["weight_kg"] = tr("last {weight}", weight=display(weights[-1]))
    return echoes


def make_banner(values: Mapping[str, Any], course_limits: Mapping[Indication, Sourced[int]]) -> BannerState:
    """The patient banner, from whatever is known so far."""
    return BannerState(
        name=_name(values),
        born=_born(values) if "birth_date" in values else tr(NOT_KNOWN),
        mrn=values.get("mrn", tr(NOT_KNOWN)),
        order=values.get("order_id", tr(NOT_KNOWN)),
        course=_course(values, course_limits),
    )


def _name(values: Mapping[str, Any]) -> str:
    family, given = values.get("family_name"), values.get("given_name")
    if family is None and given is None:
        return tr(NOT_KNOWN)
    return f"{in_capitals(family) if family else tr(NOT_KNOWN)}, {given or tr(NOT_KNOWN)}"


def _born(values: Mapping[str, Any]) -> str:
    age = _age(values)
    return f"{display(values['birth_date'])} ({age})" if age else display(values["birth_date"])


def _age(values: Mapping[str, Any]) -> str:
    """The age on the day of the dose, "" while that day is not known."""
    born, today = values["birth_date"], values.get("administer_on", values.get("prepare_on"))
    if today is None or today < born:
        return ""
    return display(today.year - born.year - ((today.month, today.day) < (born.month, born.day)), "y")


def _course(values: Mapping[str, Any], course_limits: Mapping[Indication, Sourced[int]]) -> str:
    indication, cycle = values.get("indication"), values.get("cycle")
    if indication is None or cycle is None:
        return tr(NOT_KNOWN)
    limit = course_limits.get(indication)
    values = {"indication": indication.value, "cycle": cycle}
    return (
        tr("{indication}, cycle {cycle} of {limit}", **values, limit=limit.value)
        if limit
        else tr("{indication}, cycle {cycle}", **values)
    )


def say_weight_check(values: Mapping[str, Any], order: Order | None) -> str:
    """Why the weight wants a second look: without an earlier one, two of three others are wanted.

    Source: design.md, "Prepare, on one screen".
    """
    if order is None or order.prior_doses is None or any(dose.weight for dose in order.prior_doses):
        return ""
    given = [name for name in ("dose_mg", "height_cm", "weight_again") if name in values]
    if len(given) >= 2:  # noqa: PLR2004  # two of three
        return ""
    return tr(
        "There is no earlier weight to compare with. Two of these three are wanted: the written mg, the height, "
        "the weight read and typed a second time."
    )
