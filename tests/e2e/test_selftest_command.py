"""`selftest`: the installation proves itself against a second engine and says how much it tried."""

import re

import pytest

from prep_assistant.calculation import Jurisdiction
from prep_assistant.formulary import load_formulary
from tests.program import Outcome, assert_unusable, run_program

WEIGHTS = 2801  # 20 to 300 kg by 0.1 kg, both ends included
LEVELS = ("3.6", "3", "2.4")


@pytest.fixture(scope="module")
def proof() -> Outcome:
    return run_program("selftest")


def list_numbers(text: str) -> set[str]:
    """Return the numbers in a text, without the commas of thousands."""
    return {number.replace(",", "") for number in re.findall(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\w])", text)}


def test_a_sound_installation_proves_itself(proof: Outcome) -> None:
    assert (proof.code, proof.err) == (0, "")


def test_the_selftest_prints_that_it_compared_every_weight_at_every_level(proof: Outcome) -> None:
    counting = [
        line for line in proof.out.decode("utf-8").splitlines() if re.search(r"\bplans?\b", line, re.IGNORECASE)
    ]
    counts = [int(number) for line in counting for number in list_numbers(line) if "." not in number]
    assert max(counts, default=0) >= WEIGHTS * len(LEVELS)


def test_the_selftest_prints_which_weights_and_levels_it_tried(proof: Outcome) -> None:
    assert {"20", "300", "0.1", *LEVELS} <= list_numbers(proof.out.decode("utf-8"))


@pytest.mark.parametrize("jurisdiction", Jurisdiction)
def test_the_selftest_names_the_formulary_of_each_label_that_it_checked(
    proof: Outcome, jurisdiction: Jurisdiction
) -> None:
    label = load_formulary(jurisdiction).monograph
    assert f"Formulary {label.id} {label.revision} {label.digest}" in proof.out.decode("utf-8")


def test_the_selftest_takes_no_arguments() -> None:
    assert_unusable(run_program("selftest", "--quick"))
    assert_unusable(run_program("selftest", "order.json"))
    assert_unusable(run_program("selftest", "--report"))
