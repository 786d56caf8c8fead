"""Where each value that a site may set has its place in a formulary."""

from typing import TYPE_CHECKING, Any

from prep_assistant.calculation import Source, Sourced
from prep_assistant.formulary.entries import Entries
from prep_assistant.formulary.movable import raw
from prep_assistant.frozen import replace
from prep_assistant.quantities import Refused

if TYPE_CHECKING:
    from prep_assistant.formulary.loading import Formulary

_POLICY = {
    "dose.graduation": "graduation",
    "weight.valid": "weight_valid_days",
    "weight.change": "weight_change_percent",
    "interval.stop": "interval_stop_days",
    "interval.long_gap": "long_gap_days",
    "laboratory.required": "required_values",
    "use_by.cap": "use_by_cap_hours",
    "use_by.counts_from": "use_by_counts_from",
}
_LABORATORY = {"laboratory.valid": "values_valid_days", "laboratory.lvef_valid": "lvef_valid_days"}
_SITE = {
    "label.size": "label_size",
    "entry.decimal_mark": "decimal_mark",
    "site.name": "name",
    "site.telephone": "telephone",
}
LIMITS = (*_POLICY, *_LABORATORY)


def get_value(formulary: "Formulary", key: str) -> object:
    """The value in force."""
    if key in _POLICY:
        return getattr(formulary.policy, _POLICY[key]).value
    if key in _LABORATORY:
        return getattr(formulary.monograph.laboratory_rules, _LABORATORY[key]).value
    return getattr(formulary.site, _SITE[key])


def put_value(formulary: "Formulary", key: str, value: object, source: Source) -> "Formulary":
    """The formulary with another value in force."""
    change: dict[str, Any]
    if key in _POLICY:
        change = {_POLICY[key]: Sourced(value, source)}
        return replace(formulary, policy=replace(formulary.policy, **change))
    if key in _LABORATORY:
        change = {_LABORATORY[key]: Sourced(value, source)}
        rules = replace(formulary.monograph.laboratory_rules, **change)
        return replace(formulary, monograph=replace(formulary.monograph, laboratory_rules=rules))
    change = {_SITE[key]: value}
    return replace(formulary, site=replace(formulary.site, **change))


def check_built_in(entries: Entries, formulary: "Formulary") -> None:
    """Proves that what is built in lies within the bounds of what a site may set.

    Raises:
        FormularyError: a value does not.
    """
    for key in (*LIMITS, "label.size"):
        try:
            formulary.bounds[key].kind.parse(raw(get_value(formulary, key)))
        except Refused as refused:
            raise entries.defect(key, f"lies outside of its own bounds: {refused}") from refused
