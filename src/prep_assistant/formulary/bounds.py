"""How far each value of a site's policy may be moved: read from the house limits, and proven against the label."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from prep_assistant.calculation import LABORATORY_VALUES, Bounds, CountsFrom, Monograph, Policy, Source
from prep_assistant.formulary import values
from prep_assistant.formulary.entries import Entries
from prep_assistant.formulary.movable import Including, Kind, OneVolume, OneWord, ShortText, WholeWithin
from prep_assistant.frozen import frozen
from prep_assistant.quantities import DecimalMark, Volume

_LONGEST_NAME, _LONGEST_NUMBER = 60, 30


@frozen
class Movable:
    """A value that a site may set.

    Attributes:
        kind: with the bounds.
        section: what the value is about, in words.
        unit: "" for words.
        why: why the bounds are so.
    """

    kind: Kind
    section: str
    unit: str = ""
    why: str = ""


def read_bounds(entries: Entries, policy: Policy, label: Monograph) -> Mapping[str, Movable]:
    """The bounds of every key of policy.toml, in the order in which they are shown.

    Raises:
        FormularyError: a bound is missing, cannot be read, or reaches beyond the label: no policy may loosen that.
    """
    interval, stored = label.interval_days.value, label.bag_storage_hours.value
    graduations = entries.sourced("bounds.graduation", "mL", _volumes)
    sizes = entries.sourced("bounds.label_size", None, values.word_list)
    marks, acts = tuple(DecimalMark), tuple(CountsFrom)
    return {
        "dose.graduation": _movable(OneVolume(graduations.value), graduations.source, "mL"),
        "weight.valid": _whole(entries, "weight_valid", "d"),
        "weight.change": _whole(entries, "weight_change", "%", Decimal),
        "interval.stop": _whole(entries, "interval_stop", "d", label_most=interval),
        "interval.long_gap": _whole(entries, "long_gap", "d", label_least=interval),
        "laboratory.valid": _whole(entries, "values_valid", "d"),
        "laboratory.lvef_valid": _whole(entries, "lvef_valid", "d"),
        "laboratory.required": Movable(
            Including(policy.required_values.value, LABORATORY_VALUES), "required laboratory values"
        ),
        "use_by.cap": _whole(entries, "use_by", "h", label_most=stored),
        "use_by.counts_from": Movable(OneWord(tuple(act.value for act in acts), CountsFrom), "use-by of the bag"),
        "label.size": _movable(OneWord(sizes.value), sizes.source),
        "entry.decimal_mark": Movable(OneWord(tuple(mark.value for mark in marks), DecimalMark), "decimal mark"),
        "site.name": Movable(ShortText(_LONGEST_NAME), "site"),
        "site.telephone": Movable(ShortText(_LONGEST_NUMBER), "site"),
    }


def _whole(  # noqa: PLR0913, PLR0917 - an entry, its kind, and what the label says of it
    entries: Entries,
    name: str,
    unit: str,
    make: Callable[[int], object] = int,
    label_least: int = 1,
    label_most: int | None = None,
) -> Movable:
    entry = f"bounds.{name}"
    bounds = entries.sourced(entry, unit, _wholes)
    if bounds.value.least < label_least or (label_most is not None and bounds.value.most > label_most):
        raise entries.defect(entry, f"reaches beyond the label's {label_most or label_least} {unit}")
    return _movable(WholeWithin(bounds.value.least, bounds.value.most, make), bounds.source, unit)


def _movable(kind: Kind, source: Source, unit: str = "") -> Movable:
    return Movable(kind, source.section, unit, source.note)


def _wholes(value: object) -> Bounds[int]:
    bounds = values.numbers(value)
    if bounds.least != int(bounds.least) or bounds.most != int(bounds.most):
        raise ValueError("must be two whole numbers, the lower one first")
    return Bounds(int(bounds.least), int(bounds.most))


def _volumes(value: object) -> tuple[Volume, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError("must be a list of one or more")
    return tuple(map(values.volume, value))
