"""The files of a formulary as one checked whole, with the digest that every plan, label and record carries."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from prep_assistant.calculation import Jurisdiction, Monograph, Policy, Source, Sourced, VialStrength
from prep_assistant.formulary import values
from prep_assistant.formulary.bounds import Movable, read_bounds
from prep_assistant.formulary.contradictions import check_limits, check_monograph
from prep_assistant.formulary.entries import Entries
from prep_assistant.formulary.errors import FormularyError
from prep_assistant.formulary.laboratory import modifications_file, read_laboratory
from prep_assistant.formulary.places import check_built_in
from prep_assistant.formulary.products import products_file, read_labelled_doses, read_names
from prep_assistant.formulary.site import NO_SITE, Site
from prep_assistant.frozen import field, frozen
from prep_assistant.installed import find_resources
from prep_assistant.quantities import Mass, Volume

_HOUSE_LIMITS = "formulary/house-limits.toml"
_NAMES = "products/names.csv"
_LABELLED_DOSES = "products/labelled_doses.csv"
_LABORATORY = "formulary/laboratory.toml"
_SHARED = (_HOUSE_LIMITS, _NAMES, _LABELLED_DOSES, _LABORATORY)


@frozen
class Formulary:
    """What the calculation works with, and what else a site has set.

    Attributes:
        bounds: how far a site's policy may move each value, by its key.
        origins: where a value came from, by its key; a key that is not there is built in.
    """

    monograph: Monograph
    policy: Policy
    bounds: Mapping[str, Movable]
    site: Site = NO_SITE
    origins: Mapping[str, str] = field(default_factory=dict)


def load_formulary(jurisdiction: Jurisdiction = Jurisdiction.US, folder: Path | None = None) -> Formulary:
    """Reads one monograph with the house limits and the product tables, and checks them against each other.

    Args:
        jurisdiction: whose label holds; no file of another one is read.
        folder: where to read instead of the installed resources.

    Raises:
        FormularyError: a file is missing, damaged, contradicts itself or is another jurisdiction's.
    """
    file = _monograph_file(jurisdiction)
    own = (file, modifications_file(jurisdiction), products_file(jurisdiction))
    texts = {name: _read(folder, name) for name in (*own, *_SHARED)}
    limits = Entries(_HOUSE_LIMITS, texts[_HOUSE_LIMITS])
    label = _read_monograph(Entries(file, texts[file]), texts, jurisdiction)
    policy = _read_policy(limits, label.laboratory)
    bounds = read_bounds(limits, policy, label)
    limits.close()
    check_limits(limits, label, policy)
    formulary = Formulary(label, policy, bounds)
    check_built_in(limits, formulary)
    return formulary


def _monograph_file(jurisdiction: Jurisdiction) -> str:
    return f"formulary/kadcyla-{jurisdiction.lower()}.toml"


def _read(folder: Path | None, name: str) -> str:
    place = folder or find_resources()
    try:
        return (place / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FormularyError(name, "the file", f"cannot be read ({type(error).__name__})") from error


def _digest(texts: dict[str, str]) -> str:
    sums = (f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(texts.items()))
    return "sha256:" + hashlib.sha256("".join(sums).encode()).hexdigest()


def _read_monograph(entries: Entries, texts: dict[str, str], jurisdiction: Jurisdiction) -> Monograph:
    brand = entries.words("monograph.brand")
    if entries.words("monograph.jurisdiction") != jurisdiction:
        raise entries.defect("monograph.jurisdiction", f"is not {jurisdiction}, whose file this is")
    names, rows = (texts[_NAMES], texts[products_file(jurisdiction)]), modifications_file(jurisdiction)
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
        names=read_names(*names, jurisdiction, brand, entries.source("names")),
        levels=entries.sourced("dose.levels", "mg/kg", values.dose_levels),
        maximum=entries.sourced("dose.maximum", "mg/kg", values.dose_level),
        vials=tuple(VialStrength(Mass(row.value), Volume(diluent), row.source) for row, diluent in vials),
        diluent_name=entries.sourced("reconstitution.diluent", None, values.words),
        reconstituted=entries.sourced("reconstitution.concentration", "mg/mL", values.concentration),
        density_g_per_ml=entries.sourced("reconstitution.density", "g/mL", values.decimal),
        bag_fluids=entries.sourced("bag.fluids", None, values.word_list),
        bag_volume=entries.sourced("bag.volume", "mL", values.volume),
        first_infusion_minutes=entries.sourced("infusion.first", "min", values.whole),
        later_infusion_minutes=entries.sourced("infusion.later", "min", values.whole),
        first_observation_minutes=entries.sourced("infusion.observation_first", "min", values.whole),
        later_observation_minutes=entries.sourced("infusion.observation_later", "min", values.whole),
        filters=entries.sourced("infusion.filter", None, values.filters),
        interval_days=entries.sourced("schedule.interval", "d", values.whole),
        course_limits={kind: Sourced(limit, course.source) for kind, limit in course.value.items()},
        vial_storage_hours=entries.sourced("reconstitution.storage_time", "h", values.whole),
        bag_storage_hours=entries.sourced("bag.storage_time", "h", values.whole),
        storage=entries.sourced("bag.storage", None, values.words),
        delayed_dose=entries.source("dose.delayed"),
        life_threatening=entries.source("reaction.life_threatening"),
        re_escalation=entries.source("dose.re_escalation"),
        laboratory=entries.source("laboratory.before_each_dose"),
        laboratory_rules=read_laboratory(rows, texts[rows], entries, Entries(_LABORATORY, texts[_LABORATORY])),
        wrong_bag=entries.sourced("bag.look_alike_fluids", None, values.word_table).value,
        look_alike_doses=read_labelled_doses(texts[_LABELLED_DOSES], jurisdiction),
    )
    entries.close()
    check_monograph(entries, monograph)
    return monograph


def _read_policy(entries: Entries, before_each_dose: Source) -> Policy:
    return Policy(
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
        required_values=Sourced(entries.sourced("laboratory.required", None, values.word_list).value, before_each_dose),
        use_by_cap_hours=entries.sourced("use_by.cap", "h", values.whole),
        use_by_counts_from=entries.sourced("use_by.counts_from", None, values.counts_from),
        history_dates=entries.source("history.dates"),
        cycle_count=entries.source("history.cycle"),
    )
