"""Every laboratory value and decision that an order can carry can stand on the page, and comes back the same."""

import json
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from prep_assistant.calculation import Decision, Indication, Labs, plan
from prep_assistant.documents import read_order
from prep_assistant.formulary import load_formulary
from prep_assistant.ui.viewmodels.draft import Draft
from prep_assistant.ui.viewmodels.entries import ROW_ENTRIES, list_entries
from prep_assistant.ui.viewmodels.filling import fill_draft
from prep_assistant.ui.viewmodels.reading import Reading, read_draft
from tests.laws.laboratory_values import decisions, laboratory_values
from tests.orders import plain_order

FORMULARY = load_formulary()
STRENGTHS = (100, 160)
ENTRIES = list_entries(STRENGTHS)
ORDER = read_order(json.dumps(plain_order()).encode())
# Whatever the contract allows, not only what is likely.
numbers = st.decimals("0.0001", "99999.9999", places=4)
any_labs = st.builds(
    Labs,
    collected_on=st.dates(),
    platelets_per_mm3=st.none() | st.integers(0, 9_999_999),
    alt_x_uln=st.none() | st.just(Decimal(0)) | numbers,
    ast_x_uln=st.none() | numbers,
    bilirubin_x_uln=st.none() | numbers,
    lvef_percent=st.none() | numbers,
    lvef_measured_on=st.dates(),
    baseline_lvef_percent=st.none() | numbers,
    symptomatic_heart_failure=st.none() | st.booleans(),
    neuropathy_grade=st.none() | st.integers(0, 4),
    ild_or_pneumonitis=st.none() | st.booleans(),
    nodular_regenerative_hyperplasia=st.none() | st.booleans(),
)


def read(draft: Draft) -> Reading:
    return read_draft(draft, ENTRIES, ROW_ENTRIES, STRENGTHS, lambda _: ("+01:00",))


@given(laboratory_values(), decisions(), st.sampled_from(["MBC", "EBC"]))
def test_an_order_with_values_and_decisions_reads_back_from_the_page_as_the_same_order(
    labs: dict[str, object], decided: list[dict[str, str]], indication: str
) -> None:
    content = plain_order() | {"labs": labs, "decisions": decided, "indication": indication}
    order = read_order(json.dumps(content).encode())
    back = read(fill_draft(order, STRENGTHS)).order
    assert back == order
    assert plan(back, FORMULARY.monograph, FORMULARY.policy) == plan(order, FORMULARY.monograph, FORMULARY.policy)


@given(any_labs)
def test_values_that_nobody_expects_read_back_as_well(labs: Labs) -> None:
    order = replace(ORDER, labs=labs, indication=Indication.MBC)
    assert read(fill_draft(order, STRENGTHS)).order == order


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=4), st.sampled_from(["a", "b", "d"]))
def test_a_decision_is_typed_into_its_own_place_and_no_other_moves(findings: list[str], typed: str) -> None:
    before = tuple(Decision(finding, f"Dr {number}", "why") for number, finding in enumerate(findings))
    draft = Draft(decisions=before).with_decision(typed, "Dr New", "")
    place = findings.index(typed) if typed in findings else len(findings)
    assert draft.decisions == (*before[:place], Decision(typed, "Dr New", ""), *before[place + 1 :])
    assert draft.with_decision(typed, "", "").decisions == before[:place] + before[place + 1 :]
