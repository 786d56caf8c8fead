"""What findings say: the drug by its full name, every figure named in the template, and for a stop the way on."""

import re
from collections.abc import Iterable
from datetime import timedelta

import pytest

from prep_assistant.calculation import EarlierDoses, Finding, Order, Reaction, Severity
from tests.unit.typed_orders import DRUG, NOW, a_dose, a_first_order, a_patient, an_order, days_ago, plan_of

REACTION = a_dose(reaction=Reaction.LIFE_THREATENING)
ORDERS = {
    "another drug": an_order("4.2", product="Enhertu", bag_fluid="5 % dextrose"),
    "two drugs": an_order(product="trastuzumab (KADCYLA)", bag_fluid="x"),
    "unknown drug": an_order(product="paracetamol"),
    "short name": an_order(product="T-DM1"),
    "no history": an_order(prior_doses=None, cycle=15),
    "dated today": an_order(prior_doses=(a_dose(0),), weight_measured_on=days_ago(-1)),
    "two on one day": an_order(prior_doses=(a_dose(21), a_dose(21))),
    "prior dose of trastuzumab": an_order(prior_doses=(a_dose(level="6"), REACTION)),
    "prior dose of nothing known": an_order(prior_doses=(a_dose(level="50"),)),
    "odd prior dose": an_order(prior_doses=(a_dose(level="2.7"),)),
    "odd level": an_order("3.5"),
    "raised level": an_order(prior_doses=(a_dose(level="3"),), earlier_doses=EarlierDoses(14, a_dose().level)),
    "lowered level": an_order("2.4", weight="90", patient=a_patient("120")),
    "first dose lowered": a_first_order("3", patient=a_patient(None)),
    "written 280 mg": an_order("3.6", "70", "280"),
    "written 420 mg of old": an_order("3.6", "70", "420", prior_doses=(a_dose(weight="116.6"),)),
    "written 600 mg": an_order("3.6", "70", "600"),
    "written 2520 mg": an_order("3.6", "70", "2520"),
    "level 6": an_order("6", "70", "420"),
    "level 6, written 600 mg": an_order("6", "75", "600"),
    "slipped weight": an_order(weight="200", prior_doses=(a_dose(weight="20"),)),
    "written 265 mg": an_order("3.6", "70", "265"),
    "written 250 mg": an_order("3.6", "70", "250"),
    "tiny": an_order("0.1", "1"),
    "small": an_order("3.7896", "10"),
    "light": an_order(weight="39"),
    "pounds": an_order(weight="154.3"),
    "too soon": an_order(prior_doses=(a_dose(10),)),
    "soon": an_order(prior_doses=(a_dose(20),)),
    "late": an_order(prior_doses=(a_dose(50, minutes=60),), weight_measured_on=days_ago(9)),
    "too fast": an_order(infusion_minutes=10, treatment_released_by=None),
    "too slow": an_order(infusion_minutes=90, administer_at=NOW + timedelta(hours=23)),
    "no vials": an_order(stock={}),
    "every drop": an_order(weight="100", patient=a_patient(born=days_ago(100))),
    "last of the course": an_order(cycle=14, earlier_doses=EarlierDoses(12, a_dose().level)),
    "last and late": an_order(cycle=14, prior_doses=(a_dose(23),), earlier_doses=EarlierDoses(12, a_dose().level)),
    "not tolerated": an_order(prior_doses=(a_dose(reaction=Reaction.NOT_TOLERATED),)),
}
SAID = {f"{name}: {it.code}": it for name, order in ORDERS.items() for it in plan_of(order).findings}
FINDINGS = [pytest.param(finding, id=name) for name, finding in SAID.items()]
STOPS = [pytest.param(finding, id=name) for name, finding in SAID.items() if finding.severity is Severity.STOP]
CODES = {
    "identity.other_product", "identity.incomplete_name", "bag.wrong_fluid", "history.unknown",
    "history.invalid_date", "history.other_product", "history.not_a_label_level", "reaction.life_threatening",
    "dose.above_maximum", "dose.not_a_label_level", "dose.fits_other_product", "dose.mg_disagrees",
    "dose.rounded_down", "dose.mg_differs", "dose.re_escalation", "dose.reduced", "dose.level_skipped",
    "cycle.beyond_course", "cycle.history_mismatch", "course.last_cycle", "patient.under_18", "weight.out_of_range",
    "weight.implausible_change", "weight.changed", "weight.bmi_implausible", "weight.not_cross_checked",
    "weight.date_invalid", "weight.stale", "interval.too_short", "interval.delayed", "interval.long_gap",
    "infusion.first", "infusion.not_tolerated", "infusion.rate_of_last", "infusion.subsequent", "infusion.as_ordered",
    "infusion.too_fast", "use_by.too_short", "vials.out_of_stock", "vials.none_spare", "labs.not_checked",
    "labs.not_released",
}  # fmt: skip
WAYS_ON = re.compile(
    r"\b(ask|correct|compare|check|wait|return|find out|take|list|remove|measure|have|order vials|prepare|give)\b",
    re.IGNORECASE,
)


def list_codes(orders: Iterable[Order]) -> set[str]:
    """Return the codes of all findings of these orders."""
    return {finding.code for order in orders for finding in plan_of(order).findings}


def test_these_orders_give_every_finding_of_the_contract_but_those_of_laboratory_values() -> None:
    assert list_codes(ORDERS.values()) == CODES


@pytest.mark.parametrize("finding", FINDINGS)
def test_the_drug_is_named_in_full_or_not_at_all(finding: Finding) -> None:
    rest = finding.message.replace(DRUG, "").casefold()
    assert [word for word in ("ado-", "emtansine", "kadcyla", "t-dm1", "tdm1") if word in rest] == []


@pytest.mark.parametrize("finding", FINDINGS)
def test_a_message_is_one_line_of_sentences_with_nothing_left_to_fill_in(finding: Finding) -> None:
    said = finding.message
    assert said == said.strip()
    assert said.endswith(".")
    assert not re.search(r"[{}\n]|\bNone\b|Decimal(?! point)|  |\.\.| \.|%[a-z]", said)
    assert said[0].isupper() or said[0].isdigit()


@pytest.mark.parametrize("finding", FINDINGS)
def test_a_message_shows_units_behind_no_break_spaces_and_no_trailing_zeros(finding: Finding) -> None:
    assert not re.search(r"[0-9](mg|mL|kg)\b", finding.message)
    assert not re.search(r"(?<![\d.])\.\d", finding.message)
    assert not re.search(r"\d\.\d*0(?!\d)", finding.message)
    assert not re.search(r"(?<![-.\d])\d{4,}(?=\u00a0)", finding.message)


@pytest.mark.parametrize("finding", FINDINGS)
def test_a_finding_names_its_source_and_gives_its_values_as_text(finding: Finding) -> None:
    assert finding.source.startswith(("US PI ", "House limit: ", "FDA Drug Safety Communication "))
    assert all(finding.plain_values().values())


@pytest.mark.parametrize("finding", STOPS)
def test_a_stop_says_what_is_wrong_and_ends_with_an_honest_way_on(finding: Finding) -> None:
    wrong, *_, way_on = re.split(r"(?<=[.?]) ", finding.message)
    assert wrong
    assert WAYS_ON.search(way_on), way_on


@pytest.mark.parametrize("finding", STOPS)
def test_no_stop_offers_to_go_on_all_the_same(finding: Finding) -> None:
    assert not re.search(r"\b(override|ignore|anyway|confirm|continue|proceed)\b", finding.message, re.IGNORECASE)
