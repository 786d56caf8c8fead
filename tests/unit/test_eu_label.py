"""The EU monograph: what it says, where from, and that nothing of the US label gets into it."""

import csv
from dataclasses import fields, is_dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from prep_assistant.calculation import Indication, Jurisdiction, Monograph, Source, Status, Toxicity
from prep_assistant.formulary import load_formulary
from prep_assistant.quantities import Concentration, DoseLevel, Mass, Volume
from tests.unit.damaged_formulary import (
    EU_FILES,
    EU_MODIFICATIONS,
    EU_MONOGRAPH,
    EU_PRODUCTS,
    MODIFICATIONS,
    RESOURCES,
    assert_refused,
    copy_formulary,
    damage,
    edit_entry,
)

EU = Jurisdiction.EU
LABEL = load_formulary(EU).monograph
OF_THE_RULE = ("indication", "reaction", "from", "above", "to", "below", "unit", "fall_from", "fall_below")
OF_THE_ACT = ("action", "until", "then", "status")


def list_sources(value: object) -> list[Source]:
    """Return every source within a monograph, however deep."""
    if isinstance(value, Source):
        return [value]
    if is_dataclass(value):
        return [source for it in fields(value) for source in list_sources(getattr(value, it.name))]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
    return [source for it in inner for source in list_sources(it)]


def read_modifications(file: str) -> list[dict[str, str]]:
    return list(csv.DictReader((RESOURCES / file).read_text("utf-8").splitlines()))


def test_the_installed_monograph_holds_the_figures_of_the_summary() -> None:
    assert (LABEL.id, LABEL.jurisdiction) == ("kadcyla-eu", EU)
    assert LABEL.display_name == "trastuzumab emtansine (Kadcyla)"
    assert LABEL.maximum.value == DoseLevel(Decimal("3.6"))
    assert LABEL.levels.value == tuple(DoseLevel(Decimal(level)) for level in ("3.6", "3", "2.4"))
    assert [(it.strength, it.diluent) for it in LABEL.vials] == [
        (Mass(Decimal(100)), Volume(Decimal(5))),
        (Mass(Decimal(160)), Volume(Decimal(8))),
    ]
    assert LABEL.reconstituted.value == Concentration(Decimal(20))
    assert LABEL.bag_volume.value == Volume(Decimal(250))
    assert LABEL.bag_fluids.value == ("0.9 % sodium chloride", "0.45 % sodium chloride")
    assert LABEL.filters.value == {
        "0.9 % sodium chloride": "0.2 or 0.22 micron in-line PES filter",
        "0.45 % sodium chloride": None,
    }
    assert (LABEL.first_infusion_minutes.value, LABEL.later_infusion_minutes.value) == (90, 30)
    assert (LABEL.first_observation_minutes.value, LABEL.later_observation_minutes.value) == (90, 30)
    assert (LABEL.interval_days.value, LABEL.vial_storage_hours.value, LABEL.bag_storage_hours.value) == (21, 24, 24)
    assert {kind: it.value for kind, it in LABEL.course_limits.items()} == {Indication.EBC: 14}


def test_every_entry_cites_a_section_of_the_summary_or_says_that_it_is_the_houses() -> None:
    labelled = [it for it in list_sources(LABEL) if it not in [dose.source for dose in LABEL.look_alike_doses]]
    assert len(labelled) > 60
    assert {it.document for it in labelled} == {"SmPC", "House figure:", "House limit:"}
    assert {it.section.partition(".")[0] for it in labelled if it.document == "SmPC"} == {"4", "6"}
    assert {it.document for it in labelled if it.status is Status.HOUSE} == {"House figure:", "House limit:"}


@pytest.mark.parametrize(
    ("monograph", "other"), [(LABEL, ("US PI", "FDA", "KADCYLA", "ado-")), (load_formulary().monograph, ("SmPC",))]
)
def test_no_source_of_one_label_speaks_of_the_other(monograph: Monograph, other: tuple[str, ...]) -> None:
    said = " ".join(f"{it.document} {it.edition} {it.section} {it.note}" for it in list_sources(monograph))
    assert [word for word in other if word in said] == []


def test_the_modification_numbers_are_those_of_the_us_label_row_by_row() -> None:
    keys = OF_THE_RULE + OF_THE_ACT
    ours, theirs = (
        [[row[key] for key in keys] for row in read_modifications(file)] for file in (EU_MODIFICATIONS, MODIFICATIONS)
    )
    assert ours == theirs


def test_the_rows_that_were_not_read_are_those_of_the_lvef_in_early_disease() -> None:
    rows = LABEL.laboratory_rules.rows
    recalled = {of for of in rows for row in rows[of] if row.source.status is Status.RECALLED}
    assert recalled == {(Indication.EBC, Toxicity.LVEF)}


def test_no_look_alike_is_called_by_its_name_in_the_united_states() -> None:
    products = {*LABEL.names.other.values(), *(dose.product for dose in LABEL.look_alike_doses)}
    assert [it for it in products if it.endswith("-nxki (Enhertu)") or "hyaluronidase" in it or "mab-" in it] == []
    assert {"trastuzumab (Ogivri)", "trastuzumab deruxtecan (Enhertu)", "trastuzumab (Zercepac)"} <= products


@pytest.mark.parametrize("file", EU_FILES)
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    (copy_formulary(tmp_path) / file).unlink()
    assert_refused(tmp_path, file, "the file", "cannot be read (FileNotFoundError)", EU)


@pytest.mark.parametrize(
    ("file", "old", "new", "entry", "defect"),
    [
        (EU_MONOGRAPH, "value = 3.6\n", "value = 3\n", "dose.maximum", "is not the highest of dose.levels"),
        (EU_MONOGRAPH, "diluent = 5\n", "diluent = 6\n", "vials", "strength ÷ diluent is not reconstitution"),
        (EU_MONOGRAPH, '(Kadcyla)"', '(KADCYLA)"', "monograph.display_name", "is not the nonproprietary name"),
        (EU_MONOGRAPH, "[sources.smpc]", "[sources.pi]", "vials[0]", "smpc, which [sources] does not list"),
        (EU_MODIFICATIONS, "MBC,alt,,,5,,", "MBC,alt,,,4,,", "MBC alt", "a gap or an overlap at 4 and 5"),
        (EU_MODIFICATIONS, "SmPC,4.2,read,\n", ",4.2,read,\n", "line 2", "has no source"),
        (EU_PRODUCTS, "LOOKALIKE", "LOKALIKE", "Herceptin", "has the class LOKALIKE, unknown"),
    ],
)
def test_a_defect_is_refused_by_file_and_entry(  # noqa: PLR0913, PLR0917 - one column each
    tmp_path: Path, file: str, old: str, new: str, entry: str, defect: str
) -> None:
    assert_refused(damage(tmp_path, file, old, new), file, entry, defect, EU)


HALF, WHOLE = '"0.45 % sodium chloride" = false', '"0.9 % sodium chloride" = "0.2 or 0.22 micron in-line PES filter"'


@pytest.mark.parametrize(
    ("old", "new", "defect"),
    [
        (f", {HALF}", "", "must say for each of bag.fluids, and no other, which filter it takes"),
        (HALF, '"0.45% sodium chloride" = false', "must say for each of bag.fluids, and no other"),
        (HALF, f'{HALF}, "5 % glucose" = false', "must say for each of bag.fluids, and no other"),
        (HALF, '"0.45 % sodium chloride" = true', "must be text, not True"),
        (HALF, '"0.45 % sodium chloride" = ""', "must be text, not ''"),
        (HALF, '"0.45 % sodium chloride" = 0', "must be text, not 0"),
        (f"{{ {WHOLE}, {HALF} }}", '"none"', "must be a table of one or more"),
    ],
)
def test_which_filter_a_fluid_takes_is_never_left_open(tmp_path: Path, old: str, new: str, defect: str) -> None:
    folder = edit_entry(tmp_path, EU_MONOGRAPH, "infusion.filter", old, new)
    assert_refused(folder, EU_MONOGRAPH, "infusion.filter", defect, EU)
