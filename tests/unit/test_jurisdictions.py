"""One order, one label: the order's jurisdiction picks the formulary, and no two labels are ever mixed."""

from dataclasses import fields
from pathlib import Path

import pytest

from prep_assistant.calculation import Jurisdiction, Plan, plan
from prep_assistant.formulary import Formularies, FormularyError
from tests.unit.damaged_formulary import (
    EU_MODIFICATIONS,
    EU_MONOGRAPH,
    EU_PRODUCTS,
    MODIFICATIONS,
    MONOGRAPH,
    PRODUCTS,
    assert_refused,
    copy_formulary,
)
from tests.unit.typed_orders import FORMULARIES, an_order

CALCULATION = Path(__file__).resolve().parents[2] / "src" / "prep_assistant" / "calculation"
US, EU = Jurisdiction.US, Jurisdiction.EU
OWN = {US: (MONOGRAPH, MODIFICATIONS, PRODUCTS), EU: (EU_MONOGRAPH, EU_MODIFICATIONS, EU_PRODUCTS)}
OTHER = {US: EU, EU: US}


@pytest.mark.parametrize("jurisdiction", Jurisdiction)
def test_the_formulary_of_an_order_is_that_of_its_jurisdiction(jurisdiction: Jurisdiction) -> None:
    assert Formularies().get(jurisdiction).monograph.jurisdiction is jurisdiction


def test_a_formulary_is_read_once() -> None:
    formularies = Formularies()
    assert formularies.get(EU) is formularies.get(EU)


@pytest.mark.parametrize("jurisdiction", Jurisdiction)
def test_no_file_of_the_other_jurisdiction_is_read(tmp_path: Path, jurisdiction: Jurisdiction) -> None:
    folder = copy_formulary(tmp_path)
    for file in OWN[OTHER[jurisdiction]]:
        (folder / file).unlink()
    formularies = Formularies(folder=folder)
    assert formularies.get(jurisdiction) == FORMULARIES.get(jurisdiction)
    with pytest.raises(FormularyError, match="cannot be read"):
        formularies.get(OTHER[jurisdiction])


@pytest.mark.parametrize("jurisdiction", Jurisdiction)
def test_a_change_in_one_label_leaves_the_digest_of_the_other_as_it_was(
    tmp_path: Path, jurisdiction: Jurisdiction
) -> None:
    path = copy_formulary(tmp_path) / OWN[jurisdiction][0]
    path.write_text(path.read_text("utf-8") + "# another line\n", "utf-8")
    changed = Formularies(folder=tmp_path)
    same = OTHER[jurisdiction]
    assert changed.get(same).monograph.digest == FORMULARIES.get(same).monograph.digest
    assert changed.get(jurisdiction).monograph.digest != FORMULARIES.get(jurisdiction).monograph.digest


def test_the_two_labels_have_different_digests() -> None:
    assert FORMULARIES.get(US).monograph.digest != FORMULARIES.get(EU).monograph.digest


@pytest.mark.parametrize("jurisdiction", Jurisdiction)
def test_the_monograph_of_another_jurisdiction_under_this_ones_name_is_refused(
    tmp_path: Path, jurisdiction: Jurisdiction
) -> None:
    folder, file = copy_formulary(tmp_path), OWN[jurisdiction][0]
    (folder / file).write_bytes((folder / OWN[OTHER[jurisdiction]][0]).read_bytes())
    assert_refused(folder, file, "monograph.jurisdiction", f"is not {jurisdiction}", jurisdiction)


def test_an_unknown_jurisdiction_in_a_monograph_is_refused(tmp_path: Path) -> None:
    path = copy_formulary(tmp_path) / MONOGRAPH
    path.write_text(path.read_text("utf-8").replace('jurisdiction = "US"', 'jurisdiction = "XX"'), "utf-8")
    assert_refused(tmp_path, MONOGRAPH, "monograph.jurisdiction", "is not US")


@pytest.mark.parametrize("jurisdiction", Jurisdiction)
def test_no_order_is_planned_with_the_label_of_another_jurisdiction(jurisdiction: Jurisdiction) -> None:
    other = FORMULARIES.get(OTHER[jurisdiction])
    with pytest.raises(ValueError, match=f"an order for {jurisdiction} was brought to the monograph for"):
        plan(an_order(jurisdiction=jurisdiction), other.monograph, other.policy)


@pytest.mark.parametrize("jurisdiction", Jurisdiction)
def test_a_plan_carries_the_one_monograph_that_paper_and_answer_are_made_with(jurisdiction: Jurisdiction) -> None:
    chosen = FORMULARIES.get(jurisdiction)
    planned = plan(an_order(jurisdiction=jurisdiction), chosen.monograph, chosen.policy)
    assert planned.monograph is chosen.monograph
    assert [it.name for it in fields(Plan) if "formulary" in it.name] == []


def test_no_rule_asks_whose_label_holds() -> None:
    asking = {path.name for path in CALCULATION.rglob("*.py") if "jurisdiction" in path.read_text("utf-8").casefold()}
    assert asking == {"__init__.py", "order.py", "monograph.py", "planning.py"}
    assert "jurisdiction" not in (CALCULATION / "rules" / "__init__.py").read_text("utf-8").casefold()


def test_both_labels_know_the_same_vials_so_that_a_stock_means_the_same_under_both() -> None:
    american, european = (
        [vial.strength for vial in FORMULARIES.get(jurisdiction).monograph.vials] for jurisdiction in (US, EU)
    )
    assert american == european
