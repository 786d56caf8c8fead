"""House limits and labelled figures beside each other: what is allowed up to where, and what a refusal says."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from prep_assistant.calculation import Bounds, Monograph, Policy
from prep_assistant.formulary import FormularyError, values
from prep_assistant.formulary.contradictions import check_limits, check_monograph
from prep_assistant.formulary.entries import Entries
from prep_assistant.quantities import DoseLevel, Mass, Volume, Weight
from tests.unit.typed_orders import MONOGRAPH, POLICY

SOURCES = '[sources.pi]\ndocument = "US PI"\nedition = "2013"\n[a.b]\nsource = "pi"\nsection = "1"\nstatus = "read"\n'
GOES_WITH = "contradicts the limit that it goes with"


def entries(text: str = SOURCES) -> Entries:
    return Entries("house.toml", text)


def policy(**changes: object) -> Policy:
    """Return the house limits with other values, named as the fields of `Policy` are."""
    return replace(POLICY, **{name: replace(getattr(POLICY, name), value=value) for name, value in changes.items()})


FLUIDS = ("0.9 % sodium chloride", "5 % dextrose")


def monograph(**changes: object) -> Monograph:
    """Return the monograph with other labelled values."""
    return replace(
        MONOGRAPH, **{name: replace(getattr(MONOGRAPH, name), value=value) for name, value in changes.items()}
    )


def weights(least: int, most: int) -> Bounds[Weight]:
    return Bounds(Weight(Decimal(least)), Weight(Decimal(most)))


def refusal(check: Callable[..., None], *parts: Any) -> str:
    """Return what a check says; "" when it accepts."""
    try:
        check(entries(), *parts)
    except FormularyError as error:
        return str(error)
    return ""


# The interval of the label is 21 days; ordinary weights are given as 40 to 150 kg.
ORDINARY: dict[str, object] = {"weight_confirm": weights(40, 150)}
LIMITS: dict[str, tuple[dict[str, object], str]] = {
    "believed as ordinary": (ORDINARY | {"weight_stop": weights(40, 150)}, ""),
    "believed within ordinary below": (ORDINARY | {"weight_stop": weights(41, 150)}, f"weight.believed: {GOES_WITH}"),
    "believed within ordinary above": (ORDINARY | {"weight_stop": weights(40, 149)}, f"weight.believed: {GOES_WITH}"),
    "a ratio of 1": ({"weight_implausible_ratio": Decimal(1)}, "weight.implausible_ratio: must be above 1"),
    "a ratio just above 1": ({"weight_implausible_ratio": Decimal("1.0001")}, ""),
    "a written stop at its question": (
        {"written_confirm_percent": Decimal(10), "written_stop_percent": Decimal(10)},
        f"dose.written_stop: {GOES_WITH}",
    ),
    "a written stop above its question": (
        {"written_confirm_percent": Decimal(10), "written_stop_percent": Decimal("10.1")},
        "",
    ),
    "a rounding stop at its question": (
        {"rounding_confirm_percent": Decimal(10), "rounding_stop_percent": Decimal(10)},
        f"dose.rounding_stop: {GOES_WITH}",
    ),
    "a rounding stop above its question": (
        {"rounding_confirm_percent": Decimal(10), "rounding_stop_percent": Decimal("10.1")},
        "",
    ),
    "an interval that stops at the label's": ({"interval_stop_days": 21}, ""),
    "an interval that stops beyond the label's": ({"interval_stop_days": 22}, f"schedule.interval_stop: {GOES_WITH}"),
    "a long gap at the label's interval": ({"long_gap_days": 21}, ""),
    "a long gap within the label's interval": ({"long_gap_days": 20}, f"schedule.long_gap: {GOES_WITH}"),
}


@pytest.mark.parametrize("what", LIMITS)
def test_house_limits_are_accepted_up_to_where_they_contradict_each_other(what: str) -> None:
    changes, said = LIMITS[what]
    assert refusal(check_limits, monograph(interval_days=21), policy(**changes)) == (said and f"house.toml: {said}")


def vials(*milligrams_and_diluents: tuple[str, str]) -> Monograph:
    """Return the monograph with other vials: mg, and mL of diluent."""
    first = MONOGRAPH.vials[0]
    made = (
        replace(first, strength=Mass(Decimal(mg)), diluent=Volume(Decimal(ml))) for mg, ml in milligrams_and_diluents
    )
    return replace(MONOGRAPH, vials=tuple(made))


WHOLE = "vials: must be whole mg, the smallest strength first, each once"
LABELLED: dict[str, tuple[Monograph, str]] = {
    "as it is": (MONOGRAPH, ""),
    "a ceiling below the highest level": (
        monograph(maximum=DoseLevel(Decimal(3))),
        "dose.maximum: is not the highest of dose.levels",
    ),
    "one vial": (vials(("100", "5")), ""),
    "vials in the wrong order": (vials(("160", "8"), ("100", "5")), WHOLE),
    "a vial twice": (vials(("100", "5"), ("100", "5")), WHOLE),
    "a vial of half a milligram": (vials(("100.5", "5.025")), WHOLE),
    "too much diluent": (
        vials(("100", "5"), ("160", "9")),
        "vials: strength ÷ diluent is not reconstitution.concentration",
    ),
    "another display name": (
        replace(MONOGRAPH, display_name="T-DM1"),
        "monograph.display_name: is not the nonproprietary name with the brand",
    ),
    "a name that no order may bear": (
        replace(MONOGRAPH, nonproprietary_name="x", display_name=f"x ({MONOGRAPH.brand})"),
        "monograph.display_name: is not the nonproprietary name with the brand",
    ),
    "a later infusion as long as the first": (
        monograph(first_infusion_minutes=30, later_infusion_minutes=30),
        "",
    ),
    "a later infusion longer than the first": (
        monograph(first_infusion_minutes=30, later_infusion_minutes=31),
        "infusion.later: is longer than infusion.first",
    ),
    "a fluid without its filter": (
        monograph(filters={}),
        "infusion.filter: must say for each of bag.fluids, and no other, which filter it takes",
    ),
    "the look-alike's bag": (
        monograph(bag_fluids=FLUIDS, filters=dict.fromkeys(FLUIDS)),
        "bag.fluids: names a fluid of bag.look_alike_fluids",
    ),
}


@pytest.mark.parametrize("what", LABELLED)
def test_labelled_figures_are_accepted_up_to_where_they_contradict_each_other(what: str) -> None:
    label, said = LABELLED[what]
    assert refusal(check_monograph, label) == (said and f"house.toml: {said}")


ENTRY = '[a.b]\nvalue = 1\nsource = "pi"\nsection = "1"\nstatus = "read"\n'
PI = '[sources.pi]\ndocument = "US PI"\nedition = "2013"\n'
READ: dict[str, tuple[str, str]] = {
    "no sources": (ENTRY, "sources: must be a table"),
    "a source without an edition": (ENTRY + '[sources.pi]\ndocument = "x"\n', "sources.pi.edition: must be text"),
    "a source of other keys": (ENTRY + PI + "page = 1\n", "sources.pi.page: is not known"),
    "no entry": (PI, "a.b: is missing"),
    "an entry that is no table": (f"[a]\nb = 1\n{PI}", "a.b: must be a table"),
    "another key": (ENTRY + "more = 1\n" + PI, "a.b.more: is not known"),
    "a value of another kind": (ENTRY.replace("= 1\n", "= 0\n", 1) + PI, "a.b: must be a whole number above 0, not 0"),
    "an empty note": (ENTRY + 'note = ""\n' + PI, "a.b.note: must be text"),
    "a section that is no text": (ENTRY.replace('section = "1"', "section = 1") + PI, "a.b.section: must be text"),
    "an unknown status": (ENTRY.replace('"read"', '"seen"') + PI, "a.b: has the status seen, which means nothing"),
}  # fmt: skip


@pytest.mark.parametrize("what", READ)
def test_an_entry_is_refused_by_its_whole_name_and_its_defect(what: str) -> None:
    text, said = READ[what]
    with pytest.raises(FormularyError) as refused:
        entries(text).sourced("a.b", None, values.whole)
    assert str(refused.value) == f"house.toml: {said}"


@pytest.mark.parametrize("note", ["", "why"])
def test_an_entry_is_read_with_its_whole_source(note: str) -> None:
    read = entries(ENTRY + (f'note = "{note}"\n' if note else "") + PI).sourced("a.b", None, values.whole)
    assert (read.value, read.source.document, read.source.edition) == (1, "US PI", "2013")
    assert (read.source.section, read.source.status.value, read.source.note) == ("1", "read", note)


@pytest.mark.parametrize("text", ["123456.78", "0.1234567", "999999999"])
def test_a_number_of_nine_characters_is_read_and_one_of_ten_is_not(text: str) -> None:
    assert values.decimal(Decimal(text)) == Decimal(text)
    with pytest.raises(ValueError, match="must be a number above 0"):
        values.decimal(Decimal(text + ("1" if "." in text else "0")))


def test_the_least_whole_number_is_1() -> None:
    assert values.whole(1) == 1
    with pytest.raises(ValueError, match=r"^must be a whole number above 0, not 0$"):
        values.whole(0)
