"""One order's case: its reading, its arithmetic, and how far its history may be used."""

from functools import cache, cached_property

from prep_assistant.second_engine.figures import Figures
from prep_assistant.second_engine.labels import Label
from prep_assistant.second_engine.preparation import calculate_dose, calculate_infusion, find_vials
from prep_assistant.second_engine.reading import PriorDose, Reading
from prep_assistant.second_engine.scaled import UNIT, calculate_excess

# How far the history carries a check: not at all, its listed doses may be counted, its days and doses may be compared.
UNKNOWN, LISTED, COMPARABLE = range(3)
_CENTIMETRES_A_METRE = 100


@cache
def get_spellings(label: Label, brand: str) -> dict[str, bool]:
    """Map every listed spelling, in small letters, to whether it is a full name (True) or an incomplete one (False).

    Source: contract, identity.incomplete_name; the lists are the label's, since the INN alone is incomplete in the US.
    """
    spellings = {brand: False}
    for name in (*label.incomplete_names, *label.full_names):
        full = name in label.full_names
        pairs = (
            name,
            f"{name} {brand}",
            f"{brand} {name}",
            f"{name} ({brand})",
            f"({brand}) {name}",
            f"{brand} ({name})",
        )
        spellings |= dict.fromkeys(pairs, full)
    return spellings


def find_identity(product: str, label: Label, figures: Figures) -> bool | None:
    """Return True for an accepted name, False for an incomplete one and None for any other text.

    Source: contract, identity.other_product and identity.incomplete_name.
    """
    for hyphen in figures.other_hyphens:
        product = product.replace(hyphen, "-")
    plain = " ".join(product.split())
    # Only ASCII letters have their case ignored: the Kelvin sign is not a k.
    return get_spellings(label, figures.product_brand).get(plain.lower()) if plain.isascii() else None


class Case:
    """What the findings ask about; every answer is a whole number, a truth or None."""

    def __init__(self, reading: Reading, figures: Figures) -> None:
        self.reading = reading
        self.figures = figures
        self.prior: tuple[PriorDose, ...] = reading.prior or ()
        self.given = len(self.prior) + reading.earlier_count
        self.full_name = find_identity(reading.product, reading.label, figures)
        self.dose = calculate_dose(reading.weight, reading.mg_per_kg, figures)
        self.vials = find_vials(self.dose.prepared, reading.stock, figures)
        self.dates_wrong = self._are_dates_wrong()
        self.drug_wrong = any(self.is_other_drug(prior.mg_per_kg) for prior in self.prior)
        self.history = UNKNOWN if reading.prior is None else COMPARABLE
        if self.dates_wrong or self.drug_wrong:
            self.history = LISTED
        self.weights = tuple(prior.weight for prior in self.prior if prior.weight is not None)
        self.days = reading.today - self.prior[-1].day if self.prior else None
        self.weight_days = reading.today - reading.weighed
        self.infusion = calculate_infusion(reading, self.days, figures) if self.history == COMPARABLE else None

    def _are_dates_wrong(self) -> bool:
        days = {prior.day for prior in self.prior}
        return len(days) < len(self.prior) or any(day >= self.reading.today for day in days)

    def fits_lookalike(self, dose: int, weight: int) -> bool:
        """Tell whether a dose (scaled, or twice scaled when weight is scaled) is a look-alike's for this weight."""
        figures = self.figures
        return any(
            calculate_excess(dose - level * weight, level * weight, figures.lookalike_percent) <= 0
            for level in (*figures.trastuzumab_mg_per_kg, *figures.deruxtecan_mg_per_kg)
        )

    def find_label_level(self, mg_per_kg: int) -> int | None:
        """Return the label level that a recorded mg/kg stands for."""
        figures = self.figures
        for level in figures.levels_mg_per_kg:
            if calculate_excess(mg_per_kg - level, level, figures.level_reading_percent) <= 0:
                return level
        return None

    def read_level(self, mg_per_kg: int) -> int:
        """Return the label level that a recorded mg/kg stands for, else the number itself."""
        return self.find_label_level(mg_per_kg) or mg_per_kg

    def is_other_drug(self, mg_per_kg: int) -> bool:
        """Tell whether a recorded mg/kg can only have been another drug's."""
        if mg_per_kg > self.figures.highest_recorded_mg_per_kg:
            return True
        return self.find_label_level(mg_per_kg) is None and self.fits_lookalike(mg_per_kg, 1)

    def is_sooner_than(self, days: int) -> bool:
        """Tell whether the last dose lies fewer days back."""
        return self.days is not None and self.days < days

    def is_later_than(self, days: int) -> bool:
        """Tell whether the last dose lies more days back."""
        return self.days is not None and self.days > days

    @property
    def is_above_lowest(self) -> bool:
        """Tell whether the order stands above any level given in this course, earlier doses too."""
        levels = [prior.mg_per_kg for prior in self.prior]
        if self.reading.earlier_lowest is not None:
            levels.append(self.reading.earlier_lowest)
        return any(self.reading.mg_per_kg > self.read_level(level) for level in levels)

    @property
    def has_unlisted_level(self) -> bool:
        """Tell whether a listed dose is no label level and no other drug's either."""
        recorded = [prior.mg_per_kg for prior in self.prior]
        return any(self.find_label_level(one) is None and not self.is_other_drug(one) for one in recorded)

    @cached_property
    def levels_down(self) -> int:
        """How many label levels the order stands below the last dose, or below the highest before a first one.

        Zero where either is not a label level.
        """
        levels = self.figures.levels_mg_per_kg
        last = self.read_level(self.prior[-1].mg_per_kg) if self.prior else self.figures.highest_mg_per_kg
        if last in levels and self.reading.mg_per_kg in levels:
            return levels.index(self.reading.mg_per_kg) - levels.index(last)
        return 0

    @cached_property
    def written_apart(self) -> int:
        """How far the written mg lies from the calculated, twice scaled; 0 without one."""
        written = self.reading.written_mg
        return 0 if written is None else written * UNIT - self.dose.calculated

    @cached_property
    def is_weight_implausible(self) -> bool:
        """Tell whether the weight is far from the latest recorded one."""
        if not self.weights:
            return False
        weight, reference, ratio = self.reading.weight, self.weights[-1], self.figures.weight_implausible_ratio
        return weight * UNIT >= reference * ratio or weight * ratio <= reference * UNIT

    @property
    def is_weight_changed(self) -> bool:
        """Tell whether the weight, not implausible, has moved from the latest or the earliest recorded one."""
        weight, percent = self.reading.weight, self.figures.weight_changed_percent
        compared = () if self.is_weight_implausible else self.weights[:1] + self.weights[-1:]
        return any(calculate_excess(weight - one, one, percent) >= 0 for one in compared)

    def has_labs(self, names: tuple[str, ...]) -> bool:
        """Tell whether every one of these laboratory values is given."""
        return all(name in self.reading.labs for name in names)

    @property
    def is_fluid_wrong(self) -> bool:
        """Tell whether the bag fluid is none of the label's."""
        return self.reading.label.find_bag(self.reading.fluid) is None

    @property
    def is_bmi_implausible(self) -> bool:
        """Tell whether weight over squared height is beyond the house limits."""
        height = self.reading.height_cm
        if height is None:
            return False
        square = height * height
        index = self.reading.weight * UNIT * UNIT * _CENTIMETRES_A_METRE**2  # scaled kg/m2 times the square
        return index < self.figures.bmi_lowest * square or index > self.figures.bmi_highest * square
