"""The files of a formulary as one checked whole, with the digest that every plan, label and record carries."""

import hashlib
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from prep_assistant.calculation import Monograph, Policy, Sourced, VialStrength
from prep_assistant.formulary import laboratory, values
from prep_assistant.formulary.contradictions import check_limits, check_monograph
from prep_assistant.formulary.entries import Entries
from prep_assistant.formulary.errors import FormularyError
from prep_assistant.formulary.products import read_labelled_doses, read_names
from prep_assistant.quantities import Mass, Volume

_HOUSE_LIMITS = "formulary/house-limits.toml"
_NAMES = "products/names.csv"
_PRODUCTS = "products/her2_products_us.csv"
_LABELLED_DOSES = "products/labelled_doses.csv"
_LABORATORY = "formulary/laboratory.toml"
_FILES = (_HOUSE_LIMITS, _NAMES, _PRODUCTS, _LABELLED_DOSES, _LABORATORY, laboratory.FILE)


@dataclass(frozen=True, slots=True)
class Formulary:
    """What the calculation works with."""

    monograph: Monograph
    policy: Policy


def load_formulary(monograph: str = "kadcyla-us", folder: Traversable | None = None) -> Formulary:
    """Reads one monograph with the house limits and the product tables, and checks them against each other.

    Args:
        monograph: the name of its file without ".toml".
        folder: where to read instead of the installed resources.

    Raises:
        FormularyError: a file is missing, damaged or contradicts itself.
    """
    file = f"formulary/{monograph}.toml"
    texts = {name: _read(folder, name) for name in (file, *_FILES)}
    limits = Entries(_HOUSE_LIMITS, texts[_HOUSE_LIMITS])
    formulary = Formulary(_read_monograph(Entries(file, texts[file]), texts), _read_policy(limits))
    check_limits(limits, formulary.monograph, formulary.policy)
    return formulary


def _read(folder: Traversable | None, name: str) -> str:
    place = folder or files("prep_assistant.resources")
    try:
        return place.joinpath(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FormularyError(name, "the file", f"cannot be read ({type(error).__name__})") from error


def _digest(texts: dict[str, str]) -> str:
    sums = (f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(texts.items()))
    return "sha256:" + hashlib.sha256("".join(sums).encode()).hexdigest()


def _read_monograph(entries: Entries, texts: dict[str, str]) -> Monograph:
    brand = entries.words("monograph.brand")
    jurisdiction = entries.words("monograph.jurisdiction")
    vials = entries.sourced_list("vials", "mg", values.decimal, beside="diluent")
    course = entries.sourced("schedule.course", "doses", values.course_limits)
    monograph = Monograph(
        id=entries.words("monograph.id"),
        revision=entries.words("monograph.revision"),
        digest=_digest(texts),
        jurisdiction=jurisdiction,
        display_name=entries.words("monograph.display_name"),
        nonproprietary_name=entries.words("monograph.nonproprietary_name"),
        brand=brand,
        names=read_names(texts[_NAMES], texts[_PRODUCTS], jurisdiction, brand, entries.source("names")),
        levels=entries.sourced("dose.levels", "mg/kg", values.dose_levels),
        maximum=entries.sourced("dose.maximum", "mg/kg", values.dose_level),
        vials=tuple(VialStrength(Mass(row.value), Volume(diluent), row.source) for row, diluent in vials),
        diluent_name=entries.sourced("reconstitution.diluent", "", values.words),
        reconstituted=entries.sourced("reconstitution.concentration", "mg/mL", values.concentration),
        density_g_per_ml=entries.sourced("reconstitution.density", "g/mL", values.decimal),
        bag_fluids=entries.sourced("bag.fluids", "", values.word_list),
        bag_volume=entries.sourced("bag.volume", "mL", values.volume),
        first_infusion_minutes=entries.sourced("infusion.first", "min", values.whole),
        later_infusion_minutes=entries.sourced("infusion.later", "min", values.whole),
        first_observation_minutes=entries.sourced("infusion.observation_first", "min", values.whole),
        later_observation_minutes=entries.sourced("infusion.observation_later", "min", values.whole),
        filter=entries.sourced("infusion.filter", "", values.words),
        interval_days=entries.sourced("schedule.interval", "d", values.whole),
        course_limits={kind: Sourced(limit, course.source) for kind, limit in course.value.items()},
        vial_storage_hours=entries.sourced("reconstitution.storage_time", "h", values.whole),
        bag_storage_hours=entries.sourced("bag.storage_time", "h", values.whole),
        storage=entries.sourced("bag.storage", "", values.words),
        delayed_dose=entries.source("dose.delayed"),
        life_threatening=entries.source("reaction.life_threatening"),
        re_escalation=entries.source("dose.re_escalation"),
        laboratory=entries.source("laboratory.before_each_dose"),
        laboratory_rules=laboratory.read_laboratory(texts[laboratory.FILE], Entries(_LABORATORY, texts[_LABORATORY])),
        wrong_bag=entries.sourced("bag.look_alike_fluids", "", values.word_table).value,
        look_alike_doses=read_labelled_doses(texts[_LABELLED_DOSES]),
    )
    entries.close()
    check_monograph(entries, monograph)
    return monograph


def _read_policy(entries: Entries) -> Policy:
    policy = Policy(
        graduation=entries.sourced("dose.graduation", "mL", values.volume),
        recorded_level_percent=entries.sourced("dose.recorded_level", "%", values.decimal),
        look_alike_percent=entries.sourced("dose.look_alike", "%", values.decimal),
        look_alike_written_percent=entries.sourced("dose.look_alike_written", "%", values.decimal),
        written_confirm_percent=entries.sourced("dose.written_confirm", "%", values.decimal),
        written_stop_percent=entries.sourced("dose.written_stop", "%", values.decimal),
        rounding_confirm_percent=entries.sourced("dose.rounding_confirm", "%", values.decimal),
        rounding_stop_percent=entries.sourced("dose.rounding_stop", "%", values.decimal),
        weight_confirm=entries.sourced("weight.ordinary", "kg", values.weights),
        weight_stop=entries.sourced("weight.believed", "kg", values.weights),
        weight_change_percent=entries.sourced("weight.change", "%", values.decimal),
        weight_implausible_ratio=entries.sourced("weight.implausible_ratio", "ratio", values.decimal),
        pounds_per_kilogram=entries.sourced("weight.pounds", "lb/kg", values.decimal),
        decimal_point_ratio=entries.sourced("weight.decimal_point", "ratio", values.decimal),
        slip_percent=entries.sourced("weight.slip", "%", values.decimal),
        bmi=entries.sourced("weight.bmi", "kg/m²", values.numbers),
        weight_valid_days=entries.sourced("weight.valid", "d", values.whole),
        adult_years=entries.sourced("patient.adult", "years", values.whole),
        interval_stop_days=entries.sourced("schedule.interval_stop", "d", values.whole),
        long_gap_days=entries.sourced("schedule.long_gap", "d", values.whole),
        history_dates=entries.source("history.dates"),
        cycle_count=entries.source("history.cycle"),
    )
    entries.close()
    return policy
