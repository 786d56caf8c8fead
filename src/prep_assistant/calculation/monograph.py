"""What the calculation needs to know of the medicine, the site and the look-alikes: data, each with its source.

The formulary package fills these from ``resources/``; the calculation never looks there itself.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from prep_assistant.calculation.modifications import Laboratory
from prep_assistant.calculation.order import Indication, Jurisdiction
from prep_assistant.calculation.sources import Source, Sourced
from prep_assistant.frozen import frozen
from prep_assistant.quantities import Concentration, DoseLevel, Mass, Volume, Weight

T = TypeVar("T")


@frozen
class VialStrength:
    """A vial on the market and the diluent that reconstitutes it."""

    strength: Mass
    diluent: Volume
    source: Source


@frozen
class LookAlikeDose:
    """A labelled dose of another product: by weight, or one fixed dose for everybody."""

    product: str
    regimen: str
    dose: DoseLevel | Mass
    source: Source


class Meaning(StrEnum):
    """What a product name on an order stands for."""

    ACCEPTED = "accepted"
    INCOMPLETE = "incomplete"
    OTHER = "other"


@frozen
class Names:
    """The names a product may be ordered by, lower case with plain hyphens and single blanks.

    ``accepted`` and ``incomplete`` stand for this medicine, with or without ``brand`` beside them; ``other`` maps a
    look-alike's name to the product it means.
    """

    brand: str
    accepted: frozenset[str]
    incomplete: frozenset[str]
    other: Mapping[str, str]
    source: Source


@frozen
class Monograph:
    """The labelled figures of the medicine under one jurisdiction.

    ``levels`` are the label's dose levels, highest first; ``course_limits`` holds the indications whose course ends;
    ``bag_fluids`` begins with the one that an order means which names none; ``filters`` holds the in-line filter for
    each of them, ``None`` where none is required.
    """

    id: str
    revision: str
    digest: str
    jurisdiction: Jurisdiction
    display_name: str
    brand: str
    nonproprietary_name: str
    names: Names
    levels: Sourced[tuple[DoseLevel, ...]]
    maximum: Sourced[DoseLevel]
    vials: tuple[VialStrength, ...]
    diluent_name: Sourced[str]
    reconstituted: Sourced[Concentration]
    density_g_per_ml: Sourced[Decimal]
    bag_fluids: Sourced[tuple[str, ...]]
    bag_volume: Sourced[Volume]
    first_infusion_minutes: Sourced[int]
    later_infusion_minutes: Sourced[int]
    first_observation_minutes: Sourced[int]
    later_observation_minutes: Sourced[int]
    filters: Sourced[Mapping[str, str | None]]
    interval_days: Sourced[int]
    course_limits: Mapping[Indication, Sourced[int]]
    vial_storage_hours: Sourced[int]
    bag_storage_hours: Sourced[int]
    storage: Sourced[str]
    delayed_dose: Source
    life_threatening: Source
    re_escalation: Source
    laboratory: Source
    laboratory_rules: Laboratory
    wrong_bag: Mapping[str, str]
    look_alike_doses: tuple[LookAlikeDose, ...]


@frozen
class Bounds(Generic[T]):
    """The ordinary range of a quantity; beyond it somebody is asked, or the order stops."""

    least: T
    most: T


class CountsFrom(StrEnum):
    """The act from which the site's cap on the bag's use-by counts."""

    DILUTION = "dilution"
    RECONSTITUTION = "reconstitution"


@frozen
class Policy:
    """House limits: the defaults of ``resources/formulary/house-limits.toml``, and what a site sets instead.

    ``required_values`` are names of fields of ``Labs``.
    """

    graduation: Sourced[Volume]
    recorded_level_percent: Sourced[Decimal]
    look_alike_percent: Sourced[Decimal]
    look_alike_written_percent: Sourced[Decimal]
    written_confirm_percent: Sourced[Decimal]
    written_stop_percent: Sourced[Decimal]
    rounding_confirm_percent: Sourced[Decimal]
    rounding_stop_percent: Sourced[Decimal]
    weight_confirm: Sourced[Bounds[Weight]]
    weight_stop: Sourced[Bounds[Weight]]
    weight_change_percent: Sourced[Decimal]
    weight_implausible_ratio: Sourced[Decimal]
    pounds_per_kilogram: Sourced[Decimal]
    decimal_point_ratio: Sourced[Decimal]
    slip_percent: Sourced[Decimal]
    bmi: Sourced[Bounds[Decimal]]
    weight_valid_days: Sourced[int]
    adult_years: Sourced[int]
    interval_stop_days: Sourced[int]
    long_gap_days: Sourced[int]
    required_values: Sourced[tuple[str, ...]]
    use_by_cap_hours: Sourced[int]
    use_by_counts_from: Sourced[CountsFrom]
    history_dates: Source
    cycle_count: Source
