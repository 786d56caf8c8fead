"""EU orders at the commands: the order's jurisdiction picks the label, beside US orders in the same run too."""

import json
from pathlib import Path

import pytest

from prep_assistant.calculation import Jurisdiction
from prep_assistant.cli.ending import UNUSABLE, Refusal
from prep_assistant.cli.reading import plan_order
from prep_assistant.documents import read_order
from prep_assistant.formulary import Formularies
from tests.labels.papers import read_paper
from tests.orders import Order, eu_order, plain_order
from tests.program import parse_lines, parse_output, run_program
from tests.unit.damaged_formulary import EU_MONOGRAPH, MONOGRAPH, damage

HALF = "0.45 % sodium chloride"


def as_bytes(order: Order) -> bytes:
    return json.dumps(order).encode()


@pytest.mark.parametrize(
    ("fluid", "filter_words"), [(None, "0.2 or 0.22 micron in-line PES filter"), (HALF, "not required")]
)
def test_the_plan_of_an_eu_order_has_the_figures_of_the_us_one_in_the_bag_of_the_eu(
    fluid: str | None, filter_words: str
) -> None:
    outcome = run_program("plan", "-", stdin=as_bytes(eu_order() | {"bag_fluid": fluid}))
    made, american = (
        parse_output(it.out)["preparation"] for it in (outcome, run_program("plan", "-", stdin=as_bytes(plain_order())))
    )
    assert (outcome.code, outcome.err) == (0, "")
    assert made["bag"].pop("fluid") == (fluid or "0.9 % sodium chloride")
    assert made["infusion"].pop("filter") == filter_words
    del american["bag"]["fluid"], american["infusion"]["filter"]
    assert made == american


def test_orders_of_both_labels_are_planned_in_one_run_each_with_its_own() -> None:
    orders = [plain_order(), eu_order(), plain_order() | {"product": "trastuzumab emtansine"}, eu_order()]
    outcome = run_program("plan", "--lines", "-", stdin=b"\n".join(map(as_bytes, orders)))
    plans = parse_lines(outcome.out)
    assert (outcome.code, outcome.err) == (0, "")
    assert [plan["formulary"]["id"] for plan in plans] == ["kadcyla-us", "kadcyla-eu", "kadcyla-us", "kadcyla-eu"]
    assert [plan["status"] for plan in plans] == ["ready", "ready", "stopped", "ready"]
    assert len({plan["formulary"]["digest"] for plan in plans}) == 2


def test_a_bag_of_glucose_stops_and_nothing_is_printed(tmp_path: Path) -> None:
    order = as_bytes(eu_order() | {"bag_fluid": "5 % glucose"})
    stopped = run_program("plan", "-", stdin=order)
    (finding,) = [it for it in parse_output(stopped.out)["findings"] if it["severity"] == "stop"]
    assert (stopped.code, finding["code"], finding["source"]) == (3, "bag.wrong_fluid", "SmPC 6.6")
    assert "Enhertu" in finding["message"]
    assert run_program("label", "-", "--output", tmp_path / "label.pdf", stdin=order).code == 3
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["label", "worksheet"])
def test_the_papers_of_an_eu_order_are_made_by_command(command: str, tmp_path: Path) -> None:
    output = tmp_path / "out.pdf"
    outcome = run_program(command, "-", "--output", output, stdin=as_bytes(eu_order() | {"bag_fluid": HALF}))
    assert (outcome.code, outcome.err) == (0, "")
    text = read_paper(output.read_bytes()).text()
    assert "trastuzumab EMTANSINE" in text
    assert "kadcyla-eu" in text
    assert "ado-" not in text


@pytest.mark.parametrize(("damaged", "sound"), [(EU_MONOGRAPH, plain_order()), (MONOGRAPH, eu_order())])
def test_a_damaged_formulary_is_refused_with_the_first_order_that_wants_it_and_hurts_no_other(
    tmp_path: Path, damaged: str, sound: Order
) -> None:
    formularies = Formularies(folder=damage(tmp_path, damaged, "value = 3.6\n", "value = 4\n"))
    assert plan_order(read_order(as_bytes(sound)), formularies).preparation is not None
    wanting = eu_order() if sound["jurisdiction"] == Jurisdiction.US else plain_order()
    with pytest.raises(Refusal) as refused:
        plan_order(read_order(as_bytes(wanting)), formularies)
    assert str(refused.value) == f"{damaged}: dose.maximum: is not the highest of dose.levels"
    assert refused.value.code == UNUSABLE


def test_the_example_is_an_eu_order_that_is_ready() -> None:
    example = Path(__file__).parents[2] / "examples" / "order-eu.json"
    outcome = run_program("plan", example)
    assert (outcome.code, parse_output(outcome.out)["formulary"]["id"]) == (0, "kadcyla-eu")
