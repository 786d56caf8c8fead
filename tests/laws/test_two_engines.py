"""Two engines that share no code and no idea say the same of any order."""

import pytest
from hypothesis import Phase, given, settings

from tests.laws.both_engines import first_engine, second_engine
from tests.laws.orders import orders


def assert_same(order: dict[str, object]) -> None:
    """Assert that both engines give the same status, findings and figures."""
    answered, recomputed = first_engine(order), second_engine(order)
    assert answered["status"] == recomputed["status"]
    assert [(found["code"], found["severity"]) for found in answered["findings"]] == [
        (found["code"], found["severity"]) for found in recomputed["findings"]
    ]
    assert answered["preparation"] == recomputed["preparation"]


@settings(max_examples=1500, deadline=None)
@given(order=orders("US"))
def test_both_engines_give_the_same_status_findings_and_figures(order: dict[str, object]) -> None:
    assert_same(order)


# Strict: when the second engine has learned the EU label this passes, and the mark (with its phases) must go.
@pytest.mark.xfail(strict=True, reason="the second engine does not know the EU label yet")
@settings(max_examples=1500, deadline=None, phases=[Phase.generate])
@given(order=orders("EU"))
def test_both_engines_give_the_same_under_the_eu_label(order: dict[str, object]) -> None:
    assert_same(order)
