"""The figures of a preparation, each with formula, inputs, rounding and source.

Source: contract.md, "How the figures are made".
"""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache

from prep_assistant.calculation.case import Case
from prep_assistant.calculation.infusion import InfusionTime
from prep_assistant.calculation.plan import Figure, Preparation, Shown, T, VialsOfStrength
from prep_assistant.calculation.sources import Sourced
from prep_assistant.calculation.use_by import bag_use_by, vials_use_by
from prep_assistant.calculation.vials import Counts
from prep_assistant.language import Phrase, phrase
from prep_assistant.quantities import (
    EXACT,
    ROUND_DOWN_TO_GRADUATION,
    ROUND_HALF_AWAY,
    Concentration,
    Mass,
    Volume,
    display,
    divide_rounded,
    round_to_places,
)

_MINUTES_PER_HOUR = Decimal(60)
_PLACES = 2
_NO_FILTER = phrase("not required")
_AS_LABELLED = phrase("as labelled")
# What the inputs of the formulas are called.
_WEIGHT, _LEVEL = phrase("weight"), phrase("dose level")
_CALCULATED, _PREPARED = phrase("dose calculated"), phrase("dose prepared")
_CONCENTRATION, _GRADUATION, _DENSITY = phrase("concentration"), phrase("graduation"), phrase("density")
_EXACT_VOLUME, _DRAWN, _BAG = phrase("volume before rounding"), phrase("volume drawn"), phrase("bag")
_FINAL_VOLUME, _MINUTES, _RULE_MINUTES = phrase("final volume"), phrase("minutes"), phrase("the rule's time")
_VIALS, _OPENED = phrase("vials"), phrase("vials opened")
_TODAY, _INTERVAL = phrase("day of this dose"), phrase("interval")
Inputs = dict[Phrase, Shown]


def make_preparation(case: Case) -> Preparation:
    """Every figure of an order that nothing stops.

    Raises:
        ValueError: the case has no time of infusion or no vials; such a case always carries a stop.
    """
    if case.infusion is None or case.vials is None:
        raise ValueError("figures were asked of an order that is stopped")
    monograph, opened = case.monograph, _opened(case, case.vials)
    fluid = case.order.bag_fluid or monograph.bag_fluids.value[0]
    filter_words = monograph.filters.value[fluid]
    final_volume = monograph.bag_volume.value + case.volume
    return Preparation(
        level=case.order.level,
        weight=case.order.weight,
        written=case.order.written,
        calculated=_calculated(case),
        volume=_volume(case),
        prepared=_prepared(case),
        deviation_percent=_deviation(case),
        vials=tuple(_vials(case, case.vials)),
        diluent_name=_labelled(monograph.diluent_name),
        opened=Figure(
            opened,
            phrase("{vials}, chosen for the least unused mg, then for the fewest vials"),
            {_VIALS: _vials_in_words(case, case.vials)},
            monograph.vials[0].source,
        ),
        unused=Figure(
            opened - case.prepared,
            phrase("{vials opened} − {dose prepared}"),
            {_OPENED: opened, _PREPARED: case.prepared},
            monograph.vials[0].source,
        ),
        reconstituted=_labelled(monograph.reconstituted),
        bag_fluid=_labelled(Sourced(fluid, monograph.bag_fluids.source)),
        bag_volume=_labelled(monograph.bag_volume),
        final_volume=Figure(
            final_volume,
            phrase("{bag} + {volume drawn}"),
            {_BAG: monograph.bag_volume.value, _DRAWN: case.volume},
            monograph.bag_volume.source,
        ),
        bag_concentration=_bag_concentration(case, final_volume),
        minutes=_minutes(case.infusion),
        rate_ml_per_h=_rate(case, final_volume, case.infusion.minutes),
        observe_minutes=_labelled(Sourced(case.infusion.observe_minutes, case.infusion.observe_source), "min"),
        filter=_labelled(Sourced(phrase(filter_words) if filter_words else _NO_FILTER, monograph.filters.source)),
        takes_filter=filter_words is not None,
        expected_mass_g=_expected_mass(case),
        vials_use_by=vials_use_by(case),
        bag_use_by=bag_use_by(case),
        next_dose_from=Figure(
            case.order.today + timedelta(days=monograph.interval_days.value),
            phrase("{day of this dose} + {interval}"),
            {
                _TODAY: case.order.today,
                _INTERVAL: phrase("{days}\N{NO-BREAK SPACE}days", days=display(monograph.interval_days.value)),
            },
            monograph.interval_days.source,
        ),
    )


def _labelled(entry: Sourced[T], unit: str = "") -> Figure[T]:
    """A figure that stands in the monograph as it is."""
    return Figure(entry.value, _AS_LABELLED, {}, entry.source, unit=unit)


def _calculated(case: Case) -> Figure[Mass]:
    inputs: Inputs = {_WEIGHT: case.order.weight, _LEVEL: case.order.level}
    return Figure(case.calculated, phrase("{weight} × {dose level}"), inputs, case.monograph.maximum.source)


def _volume(case: Case) -> Figure[Volume]:
    graduation = case.policy.graduation
    inputs: Inputs = {
        _CALCULATED: case.calculated,
        _CONCENTRATION: case.monograph.reconstituted.value,
        _GRADUATION: graduation.value,
        _EXACT_VOLUME: case.exact_volume,
    }
    template = phrase("{dose calculated} ÷ {concentration} = {volume before rounding}, down to the next {graduation}")
    source = case.monograph.reconstituted.source
    return Figure(case.volume, template, inputs, source, ROUND_DOWN_TO_GRADUATION.words, rounded_by=graduation.source)


def _prepared(case: Case) -> Figure[Mass]:
    inputs: Inputs = {
        _DRAWN: case.volume,
        _CONCENTRATION: case.monograph.reconstituted.value,
    }
    return Figure(
        case.prepared, phrase("{volume drawn} × {concentration}"), inputs, case.monograph.reconstituted.source
    )


def _deviation(case: Case) -> Figure[Decimal]:
    difference = EXACT.multiply((case.prepared - case.calculated).value, Decimal(100))
    value = divide_rounded(difference, case.calculated.value, _PLACES)
    inputs: Inputs = {_PREPARED: case.prepared, _CALCULATED: case.calculated}
    template = phrase("({dose prepared} − {dose calculated}) ÷ {dose calculated} × 100")
    return Figure(value, template, inputs, case.policy.graduation.source, _rounded_to(_PLACES), "%")


def _opened(case: Case, counts: Counts) -> Mass:
    total = Mass(Decimal(0))
    for vial, count in zip(case.monograph.vials, counts, strict=True):
        total = total + vial.strength * count
    return total


def _vials(case: Case, counts: Counts) -> Iterator[VialsOfStrength]:
    for vial, count in zip(case.monograph.vials, counts, strict=True):
        if count:
            yield VialsOfStrength(vial.strength, count, vial.diluent, vial.source)


def _vials_in_words(case: Case, counts: Counts) -> str:
    return " + ".join(f"{vials.count} × {display(vials.strength)}" for vials in _vials(case, counts))


def _bag_concentration(case: Case, final_volume: Volume) -> Figure[Concentration]:
    value = Concentration(divide_rounded(case.prepared.value, final_volume.value, _PLACES))
    inputs: Inputs = {_PREPARED: case.prepared, _FINAL_VOLUME: final_volume}
    source = case.monograph.bag_volume.source
    return Figure(value, phrase("{dose prepared} ÷ {final volume}"), inputs, source, _rounded_to(_PLACES))


def _minutes(infusion: InfusionTime) -> Figure[int]:
    if infusion.minutes > infusion.rule_minutes:
        inputs: Inputs = {_RULE_MINUTES: display(infusion.rule_minutes, "min")}
        words = infusion.words
        template = phrase("as ordered, slower than {time} ({words})", time="{the rule's time}", words=words)
        return Figure(infusion.minutes, template, inputs, infusion.source, unit="min")
    return Figure(infusion.minutes, infusion.words, {}, infusion.source, unit="min")


def _rate(case: Case, final_volume: Volume, minutes: int) -> Figure[Decimal]:
    value = divide_rounded(EXACT.multiply(final_volume.value, _MINUTES_PER_HOUR), Decimal(minutes), 0)
    inputs: Inputs = {_FINAL_VOLUME: final_volume, _MINUTES: display(minutes, "min")}
    source = case.monograph.bag_volume.source
    return Figure(value, phrase("{final volume} × 60 min/h ÷ {minutes}"), inputs, source, _rounded_to(0), "mL/h")


def _expected_mass(case: Case) -> Figure[Decimal]:
    density = case.monograph.density_g_per_ml
    value = round_to_places(EXACT.multiply(case.volume.value, density.value), _PLACES)
    inputs: Inputs = {_DRAWN: case.volume, _DENSITY: display(density.value, "g/mL")}
    return Figure(value, phrase("{volume drawn} × {density}"), inputs, density.source, _rounded_to(_PLACES), "g")


@lru_cache(maxsize=8)
def _rounded_to(places: int) -> Phrase:
    to = phrase("{places} decimals", places=places) if places else phrase("a whole number")
    return phrase(ROUND_HALF_AWAY.words, to=to)
