"""The label and house figures, as whole numbers (see scaled)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from prep_assistant.second_engine.conditions import LabRow, parse_lab_rows
from prep_assistant.second_engine.labels import Label, parse_labels
from prep_assistant.second_engine.scaled import parse_scaled


@dataclass(frozen=True, slots=True)
class Figures:
    """Every figure of figures.toml; decimals scaled, counts of days, hours and minutes whole."""

    reconstituted_mg_per_ml: int
    graduation_ml: int
    bag_volume_ml: int
    density_g_per_ml: int
    deviation_step_percent: int
    concentration_step_mg_per_ml: int
    rate_step_ml_per_h: int
    mass_step_g: int
    level_reading_percent: int
    highest_recorded_mg_per_kg: int
    highest_mg_per_kg: int
    lookalike_percent: int
    lookalike_gate_percent: int
    lookalike_fixed_mg: int
    disagrees_stop_percent: int
    disagrees_confirm_percent: int
    rounded_stop_percent: int
    rounded_confirm_percent: int
    weight_stop_below_kg: int
    weight_confirm_below_kg: int
    weight_confirm_above_kg: int
    weight_stop_above_kg: int
    weight_implausible_ratio: int
    weight_changed_percent: int
    bmi_lowest: int
    bmi_highest: int
    levels_mg_per_kg: tuple[int, ...]
    trastuzumab_mg_per_kg: tuple[int, ...]
    deruxtecan_mg_per_kg: tuple[int, ...]
    vial_strengths_mg: tuple[int, ...]
    vial_diluent_ml: tuple[int, ...]
    first_infusion_minutes: int
    reaction_infusion_minutes: int
    subsequent_infusion_minutes: int
    first_observe_minutes: int
    subsequent_observe_minutes: int
    vials_use_by_hours: int
    bag_use_by_hours: int
    next_dose_days: int
    course_cycles: int
    adult_years: int
    weight_stale_days: int
    interval_stop_below_days: int
    interval_confirm_below_days: int
    interval_delayed_above_days: int
    interval_long_above_days: int
    product_brand: str
    diluent: str
    limited_indication: str
    other_hyphens: tuple[str, ...]
    lab_values: tuple[str, ...]
    release_lab_values: tuple[str, ...]
    decidable_endings: tuple[str, ...]
    labels: tuple[Label, ...]
    lab_rows: tuple[LabRow, ...]

    def get_label(self, jurisdiction: str) -> Label:
        """Return the label of a jurisdiction.

        Raises: ValueError where the figures have none.
        """
        for label in self.labels:
            if label.jurisdiction == jurisdiction:
                return label
        raise ValueError(f"expected the jurisdiction of a label, got {jurisdiction!r}")


def parse_figures(text: str) -> Figures:
    """Read the text of figures.toml.

    Raises: ValueError or KeyError for a damaged figure or section, TypeError for a missing or unknown figure.
    """
    sections = tomllib.loads(text)
    values: dict[str, Any] = {name: parse_scaled(figure) for name, figure in sections["exact"].items()}
    values |= {name: tuple(map(parse_scaled, row)) for name, row in sections["exact_lists"].items()}
    values |= {name: int(figure) for name, figure in sections["whole"].items()}
    values |= {name: str(word) for name, word in sections["words"].items()}
    values |= {name: tuple(map(str, row)) for name, row in sections["word_lists"].items()}
    labels, lab_rows = parse_labels(sections["labels"]), parse_lab_rows(sections["laboratory"])
    return Figures(**values, labels=labels, lab_rows=lab_rows)


@cache
def get_figures(place: Traversable | None = None) -> Figures:
    """Return the packaged figures, or those of another file laid out alike; read once."""
    if place is None:
        place = files("prep_assistant.resources") / "second_engine" / "figures.toml"
    return parse_figures(place.read_text(encoding="utf-8"))
