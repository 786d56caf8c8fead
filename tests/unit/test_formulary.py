"""The formulary is loaded whole or refused: a file that is missing, damaged or contradicts itself stops the program."""

import hashlib
from decimal import Decimal
from pathlib import Path

import pytest

from prep_assistant.calculation import Indication
from prep_assistant.formulary import load_formulary
from prep_assistant.quantities import Concentration, DoseLevel, Mass, Volume
from tests.unit.damaged_formulary import (
    DOSES,
    FILES,
    LIMITS,
    MODIFICATIONS,
    MONOGRAPH,
    NAMES,
    PRODUCTS,
    assert_refused,
    copy_formulary,
    damage,
    refuse,
)


def test_the_installed_formulary_holds_the_figures_of_the_label() -> None:
    label = load_formulary().monograph
    assert label.display_name == "ado-trastuzumab emtansine (KADCYLA)"
    assert label.maximum.value == DoseLevel(Decimal("3.6"))
    assert label.levels.value == tuple(DoseLevel(Decimal(level)) for level in ("3.6", "3", "2.4"))
    assert [(it.strength, it.diluent) for it in label.vials] == [
        (Mass(Decimal(100)), Volume(Decimal(5))),
        (Mass(Decimal(160)), Volume(Decimal(8))),
    ]
    assert label.reconstituted.value == Concentration(Decimal(20))
    assert label.density_g_per_ml.value == Decimal("1.026")
    assert label.bag_volume.value == Volume(Decimal(250))
    assert label.bag_fluids.value == ("0.9 % sodium chloride",)
    assert (label.first_infusion_minutes.value, label.later_infusion_minutes.value) == (90, 30)
    assert (label.first_observation_minutes.value, label.later_observation_minutes.value) == (90, 30)
    assert (label.interval_days.value, label.vial_storage_hours.value, label.bag_storage_hours.value) == (21, 24, 24)
    assert {kind: it.value for kind, it in label.course_limits.items()} == {Indication.EBC: 14}


def test_a_copy_of_the_formulary_loads_and_has_the_same_digest(tmp_path: Path) -> None:
    assert load_formulary(folder=copy_formulary(tmp_path)).monograph == load_formulary().monograph


def test_the_digest_is_of_the_names_and_texts_of_all_files_whatever_their_line_ends(tmp_path: Path) -> None:
    folder = copy_formulary(tmp_path)
    sums = {file: hashlib.sha256((folder / file).read_bytes().replace(b"\r\n", b"\n")).hexdigest() for file in FILES}
    listed = "".join(f"{digest}  {file}\n" for file, digest in sorted(sums.items()))
    expected = "sha256:" + hashlib.sha256(listed.encode()).hexdigest()
    assert load_formulary(folder=folder).monograph.digest == expected


@pytest.mark.parametrize("file", FILES)
def test_one_changed_character_in_any_file_changes_the_digest(tmp_path: Path, file: str) -> None:
    path = copy_formulary(tmp_path) / file
    comment = "# one more line\n" if file.endswith(".toml") else "\n"
    path.write_text(path.read_text("utf-8") + comment, "utf-8")
    assert load_formulary(folder=tmp_path).monograph.digest != load_formulary().monograph.digest


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    (copy_formulary(tmp_path) / file).unlink()
    assert_refused(tmp_path, file, "the file", "cannot be read (FileNotFoundError)")


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path, file: str) -> None:
    path = copy_formulary(tmp_path) / file
    path.write_bytes(path.read_bytes() + b"\n# \xff\n")
    assert_refused(tmp_path, file, "the file", "cannot be read (UnicodeDecodeError)")


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    path = copy_formulary(tmp_path) / NAMES
    path.unlink()
    path.mkdir()
    assert_refused(tmp_path, NAMES, "the file", "cannot be read (IsADirectoryError)")


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith(".toml")])
@pytest.mark.parametrize("text", ["{", "value = ", "[dose]\n[dose]\n", "\ufeff", "a = 1\na = 2\n"])
def test_a_file_that_is_not_toml_is_named(tmp_path: Path, file: str, text: str) -> None:
    (copy_formulary(tmp_path) / file).write_text(text + "\n", "utf-8")
    assert_refused(tmp_path, file, "the file", "is not TOML")


@pytest.mark.parametrize(
    ("old", "new", "entry", "defect"),
    [
        ("value = 3.6\n", "value = 3\n", "dose.maximum", "is not the highest of dose.levels"),
        ("[3.6, 3, 2.4]", "[3.8, 3.6, 3]", "dose.maximum", "is not the highest of dose.levels"),
        ("[3.6, 3, 2.4]", "[3.6, 2.4, 3]", "dose.levels", "highest level down"),
        ("[3.6, 3, 2.4]", "[3.6, 3, 3]", "dose.levels", "highest level down"),
        ("diluent = 5\n", "diluent = 6\n", "vials", "strength ÷ diluent is not reconstitution.concentration"),
        ("value = 160\n", "value = 150\n", "vials", "strength ÷ diluent is not reconstitution.concentration"),
        ("value = 20\n", "value = 25\n", "vials", "strength ÷ diluent is not reconstitution.concentration"),
        ("value = 100\n", "value = 170\n", "vials", "smallest strength first"),
        ("value = 100\n", "value = 160\n", "vials", "each once"),
        ("value = 100\n", "value = 99.5\n", "vials", "whole mg"),
    ],
)
def test_entries_that_contradict_each_other_are_refused(
    tmp_path: Path, old: str, new: str, entry: str, defect: str
) -> None:
    assert_refused(damage(tmp_path, MONOGRAPH, old, new), MONOGRAPH, entry, defect)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value = [20, 300]", "value = [50, 100]"),  # stops inside of what is only asked about
        ('value = 14\nunit = "d"', 'value = 28\nunit = "d"'),  # a hard floor above the label's interval
        ('value = 42\nunit = "d"', 'value = 7\nunit = "d"'),  # a long gap shorter than the label's interval
    ],
)
def test_house_limits_that_contradict_each_other_are_refused(tmp_path: Path, old: str, new: str) -> None:
    assert refuse(damage(tmp_path, LIMITS, old, new))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (MONOGRAPH, "value = 20\n", "value = 1e30\n"),  # decimal.InvalidOperation
        (MONOGRAPH, "diluent = 5\n", f"diluent = 5.{'0' * 70}1\n"),  # decimal.Inexact
        (NAMES, "trastuzumab,other", '"tras"tuzumab,other'),  # csv.Error
        (NAMES, "name,", "\ufeffname,"),  # KeyError
        (NAMES, "jurisdictions,", "places,"),  # KeyError
        (NAMES, "jurisdictions,source,", "jurisdictions,origin,"),  # loads
        (NAMES, "herceptin,other,trastuzumab (Herceptin)", "herceptin,other,"),  # loads
        (DOSES, "section,status", "section,certainty"),  # KeyError
        (DOSES, "source,section", "origin,section"),  # KeyError
        (PRODUCTS, ",class", ",kind"),  # KeyError
        (PRODUCTS, "LOOKALIKE", "LOKALIKE"),  # loads
        (MODIFICATIONS, "MBC,platelets", "ABC,platelets"),  # ValueError
        (MODIFICATIONS, "indication,", "disease,"),  # KeyError
    ],
)
def test_any_other_damage_is_refused_by_name_too(tmp_path: Path, file: str, old: str, new: str) -> None:
    assert refuse(damage(tmp_path, file, old, new)).startswith(f"{file}: ")


@pytest.mark.parametrize(
    ("file", "old", "new", "entry"),
    [
        (MONOGRAPH, 'display_name = "ado-trastuzumab emtansine (KADCYLA)"', 'display_name = "T-DM1"', "display_name"),
        (MONOGRAPH, 'value = 30\nunit = "min"', 'value = 120\nunit = "min"', "infusion.later"),
        (MONOGRAPH, '["0.9 % sodium chloride"]', '["0.9 % sodium chloride", "5 % dextrose"]', "bag.fluids"),
        (LIMITS, "value = 1.5\n", "value = 1\n", "weight.implausible_ratio"),
        (NAMES, "ado-trastuzumab,incomplete,,US EU", "ado-trastuzumab,incomplete,,USEU", "ado-trastuzumab"),
        (NAMES, "ado-trastuzumab,incomplete,,US EU", ",incomplete,,US EU", "a row"),
        (MODIFICATIONS, "treat one level lower", "", "MBC platelets"),
    ],
)
def test_what_would_mislead_is_refused(tmp_path: Path, file: str, old: str, new: str, entry: str) -> None:
    refusal = refuse(damage(tmp_path, file, old, new))
    assert refusal.startswith(f"{file}: ")
    assert entry in refusal
