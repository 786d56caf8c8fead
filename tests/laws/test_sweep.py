"""Every weight at every level, for either indication, first and later, at each graduation: both engines, every figure.

More than 100,000 plans each time; SWEEP_STEP_KG=0.01 ("make sweep") tries ten times as many.
"""

import os
from dataclasses import replace
from decimal import Decimal

import pytest

from prep_assistant.calculation import Policy
from prep_assistant.formulary import load_formulary
from prep_assistant.quantities import Volume
from prep_assistant.second_engine.figures import Figures, get_figures
from prep_assistant.selftest import ask_both, sweep_orders

FORMULARY = load_formulary()
LEVELS, INDICATIONS, GRADUATIONS = ("3.6", "3", "2.4"), ("MBC", "EBC"), ("0.1", "0.2", "0.5", "1")
LEAST, MOST, STEP = Decimal(20), Decimal(300), Decimal(os.environ.get("SWEEP_STEP_KG", "0.1"))
WEIGHTS = int((MOST - LEAST) / STEP) + 1
# The second engine counts ten-thousandths of a millilitre.
PER_ML = 10_000


def policy_at(graduation: str) -> Policy:
    """Return the first engine's house limits with another graduation, in mL."""
    policy = FORMULARY.policy
    return replace(policy, graduation=replace(policy.graduation, value=Volume(Decimal(graduation))))


def figures_at(graduation: str) -> Figures:
    """Return the second engine's figures with another graduation, in mL."""
    return replace(get_figures(), graduation_ml=int(Decimal(graduation) * PER_ML))


@pytest.mark.parametrize("indication", INDICATIONS)
@pytest.mark.parametrize("graduation", GRADUATIONS)
def test_both_engines_agree_on_every_figure_of_every_weight(graduation: str, indication: str) -> None:
    policy, figures = policy_at(graduation), figures_at(graduation)
    compared, different = 0, []
    for order in sweep_orders(LEVELS, LEAST, MOST, indication=indication, step=STEP):
        answers = ask_both(order, FORMULARY.monograph, policy, figures)
        compared += 1
        if answers.computed != answers.expected:
            different.append((order["weight"], order["dose_mg_per_kg"], next(answers.differences(), "")))
    assert different == []
    assert compared == WEIGHTS * len(LEVELS) * len(("first", "later"))


def test_the_sweep_is_of_more_than_100_000_plans() -> None:
    assert WEIGHTS * len(LEVELS) * len(("first", "later")) * len(INDICATIONS) * len(GRADUATIONS) > 100_000


def test_the_sweep_would_see_a_graduation_that_only_one_engine_uses() -> None:
    (order, *_) = sweep_orders(("3.6",), Decimal(70), Decimal(70))
    answers = ask_both(order, FORMULARY.monograph, policy_at("0.5"), figures_at("0.1"))
    assert "preparation.dose.volume_ml: 12.5 here, 12.6 in the second engine" in answers.differences()
