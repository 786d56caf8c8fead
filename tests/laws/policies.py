"""Random lawful policies, and the figures of the second engine that say the same."""

import re
from importlib import resources

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from prep_assistant.calculation import LABORATORY_VALUES
from prep_assistant.formulary import Formulary
from prep_assistant.second_engine.figures import Figures, parse_figures
from tests.policies import WHOLES, one_value, with_policy

GRADUATIONS = ["0.1", "0.2", "0.5", "1"]
ALWAYS = ["platelets_per_mm3", "alt_x_uln", "ast_x_uln", "bilirubin_x_uln"]
# Where the second engine's own file holds each value: what stands before it, and the value.
PLACES = {
    "dose.graduation": r'^(graduation_ml = ")[^"]*',
    "weight.valid": r'^(weight_stale_days = ")[^"]*',
    "weight.change": r'^(weight_changed_percent = ")[^"]*',
    "interval.stop": r'^(interval_stop_below_days = ")[^"]*',
    "interval.long_gap": r'^(interval_long_above_days = ")[^"]*',
    "laboratory.valid": r'^("labs.stale" = \["collected_days_ago > )\d+',
    "laboratory.lvef_valid": r'^("labs.lvef_stale" = \["lvef_days_ago > )\d+',
    "use_by.cap": r'^(bag_use_by_hours = ")[^"]*',
    "laboratory.required": r"^(release_lab_values = )\[[^\]]*\]",
}
OWN_FIGURES = (resources.files("prep_assistant.resources") / "second_engine" / "figures.toml").read_text("utf-8")


@st.composite
def policies(draw: DrawFn) -> dict[str, str]:
    """Values of policy.toml by their keys, each within its bounds, any of them left out."""
    wholes = {key: st.integers(*ends).map(str) for key, ends in WHOLES.items()}
    besides = [name for name in LABORATORY_VALUES if name not in ALWAYS]
    required = st.lists(st.sampled_from(besides), unique=True).map(lambda more: _listed([*ALWAYS, *more]))
    values = {**wholes, "dose.graduation": st.sampled_from(GRADUATIONS), "laboratory.required": required}
    chosen: dict[str, str] = draw(st.fixed_dictionaries({}, optional=values))
    return chosen


def first_formulary(policy: dict[str, str]) -> Formulary:
    """Return the formulary of a site with this policy."""
    tables: dict[str, str] = {}
    for key, value in policy.items():
        section = key.partition(".")[0]
        head, _, line = one_value(key, value).partition("\n")
        tables[section] = tables.get(section, f"{head}\n") + line
    return with_policy("".join(tables.values()))


def second_figures(policy: dict[str, str]) -> Figures:
    """Return the second engine's own figures with the same values written over them."""
    text = OWN_FIGURES
    for key, value in policy.items():
        text, replaced = re.subn(PLACES[key], rf"\g<1>{value}", text, flags=re.MULTILINE)
        assert replaced == 1, f"figures.toml holds no {key}"
    return parse_figures(text)


def _listed(names: list[str]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"
