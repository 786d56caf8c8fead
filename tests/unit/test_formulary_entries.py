"""One entry of a formulary file: what it must hold, and that nothing may stand there that nobody reads."""

import re
from pathlib import Path

import pytest

from tests.unit.damaged_formulary import LABORATORY, LIMITS, MONOGRAPH, assert_refused, damage, edit_entry, refuse

WRONG_KINDS = [
    (MONOGRAPH, "dose.maximum", "value = 3.6", 'value = "3.6"', "must be a number above 0"),
    (MONOGRAPH, "dose.maximum", "value = 3.6", "value = 0", "must be a number above 0"),
    (MONOGRAPH, "dose.maximum", "value = 3.6", "value = -3.6", "must be a number above 0"),
    (MONOGRAPH, "dose.maximum", "value = 3.6", "value = nan", "must be a number above 0"),
    (MONOGRAPH, "dose.maximum", "value = 3.6", "value = inf", "must be a number above 0"),
    (MONOGRAPH, "dose.maximum", "value = 3.6", "value = true", "must be a number above 0"),
    (MONOGRAPH, "dose.maximum", "value = 3.6", "value = [3.6]", "must be a number above 0"),
    (MONOGRAPH, "dose.levels", "value = [3.6, 3, 2.4]", "value = 3.6", "must be a list"),
    (MONOGRAPH, "dose.levels", "value = [3.6, 3, 2.4]", "value = []", "must be a list"),
    (MONOGRAPH, "dose.levels", "value = [3.6, 3, 2.4]", 'value = [3.6, "3"]', "must be a number above 0"),
    (MONOGRAPH, "reconstitution.concentration", "value = 20", "value = 21", "must divide a dose exactly"),
    (MONOGRAPH, "reconstitution.concentration", "value = 20", "value = 3", "must divide a dose exactly"),
    (MONOGRAPH, "reconstitution.diluent", 'value = "Sterile Water for Injection"', "value = 5", "must be text"),
    (MONOGRAPH, "reconstitution.diluent", 'value = "Sterile Water for Injection"', 'value = " "', "must be text"),
    (MONOGRAPH, "bag.fluids", 'value = ["0.9 % sodium chloride"]', "value = [0.9]", "must be text"),
    (MONOGRAPH, "bag.fluids", 'value = ["0.9 % sodium chloride"]', 'value = "saline"', "must be a list"),
    (MONOGRAPH, "infusion.first", "value = 90", "value = 90.0", "must be a whole number above 0"),
    (MONOGRAPH, "infusion.first", "value = 90", "value = 0", "must be a whole number above 0"),
    (MONOGRAPH, "infusion.first", "value = 90", "value = true", "must be a whole number above 0"),
    (MONOGRAPH, "infusion.first", "value = 90", 'value = "90"', "must be a whole number above 0"),
    (MONOGRAPH, "schedule.course", "value = { EBC = 14 }", "value = { ABC = 14 }", "'ABC' is not a valid Indication"),
    (MONOGRAPH, "schedule.course", "value = { EBC = 14 }", "value = { EBC = 0 }", "must be a whole number above 0"),
    (MONOGRAPH, "schedule.course", "value = { EBC = 14 }", "value = {}", "must be a table"),
    (MONOGRAPH, "schedule.course", "value = { EBC = 14 }", "value = 14", "must be a table"),
    (LIMITS, "weight.believed", "value = [20, 300]", "value = [300, 20]", "two numbers, the lower one first"),
    (LIMITS, "weight.believed", "value = [20, 300]", "value = [20, 20]", "two numbers, the lower one first"),
    (LIMITS, "weight.believed", "value = [20, 300]", "value = [20]", "two numbers, the lower one first"),
    (LIMITS, "weight.bmi", "value = [15, 45]", "value = [15, 30, 45]", "two numbers, the lower one first"),
    (LIMITS, "weight.valid", "value = 7", "value = 7.5", "must be a whole number above 0"),
    (LABORATORY, "valid.values", "value = 3", "value = 3.5", "must be a whole number above 0"),
]
WRONG_UNITS = [
    (MONOGRAPH, "dose.maximum", 'unit = "mg/kg"', 'unit = "mg"', "must be in mg/kg, not in mg"),
    (MONOGRAPH, "bag.volume", 'unit = "mL"', 'unit = "L"', "must be in mL, not in L"),
    (MONOGRAPH, "infusion.first", 'unit = "min"', 'unit = "h"', "must be in min, not in h"),
    (LIMITS, "weight.believed", 'unit = "kg"', 'unit = "lb"', "must be in kg, not in lb"),
    (MONOGRAPH, "start.bilirubin", 'unit = "× ULN"', 'unit = "mg/dL"', "must be in × ULN, not in mg/dL"),
]
MISSING_KEYS = [
    (MONOGRAPH, "dose.maximum", "value = 3.6\n", "", "has no value"),
    (MONOGRAPH, "dose.maximum", 'unit = "mg/kg"\n', "", "has no unit"),
    (MONOGRAPH, "dose.maximum", 'source = "us-pi"\n', "", "has no source"),
    (MONOGRAPH, "dose.maximum", 'section = "2.1"\n', "", "has no section"),
    (MONOGRAPH, "dose.maximum", 'status = "read"\n', "", "has no status"),
    (MONOGRAPH, "names", 'source = "fda-2013"\n', "", "has no source"),
    (LIMITS, "history.dates", 'status = "house"\n', "", "has no status"),
]
UNSURE = [
    (MONOGRAPH, "dose.maximum", 'source = "us-pi"', 'source = "memory"', "memory, which [sources] does not list"),
    (MONOGRAPH, "dose.maximum", 'status = "read"', 'status = "sure"', "the status sure, which means nothing"),
    (LIMITS, "dose.graduation", 'status = "house"', 'status = "House"', "the status House, which means nothing"),
]


@pytest.mark.parametrize(("file", "entry", "old", "new", "defect"), WRONG_KINDS + WRONG_UNITS + MISSING_KEYS + UNSURE)
def test_an_entry_that_cannot_be_used_is_refused_by_name(  # noqa: PLR0913, PLR0917 - one column each
    tmp_path: Path, file: str, entry: str, old: str, new: str, defect: str
) -> None:
    assert_refused(edit_entry(tmp_path, file, entry, old, new), file, entry, defect)


@pytest.mark.parametrize(
    ("old", "new", "entry"),
    [
        ('source = "us-pi"', "source = 5", "dose.maximum.source"),
        ('section = "2.1"', 'section = ""', "dose.maximum.section"),
        ('section = "2.1"', "section = 2.1", "dose.maximum.section"),
        ('status = "read"', "status = 1", "dose.maximum.status"),
        ("note =", "note = 5 #", "dose.maximum.note"),
        ("note =", 'note = "" #', "dose.maximum.note"),
    ],
)
def test_the_words_of_an_entry_are_text(tmp_path: Path, old: str, new: str, entry: str) -> None:
    assert_refused(edit_entry(tmp_path, MONOGRAPH, "dose.maximum", old, new), MONOGRAPH, entry, "must be text")


@pytest.mark.parametrize(
    ("file", "old", "new", "entry", "defect"),
    [
        (MONOGRAPH, "[dose.delayed]", "[dose.late]", "dose.delayed", "is missing"),
        (MONOGRAPH, "[reaction.life_threatening]", "[feeling.bad]", "reaction.life_threatening", "is missing"),
        (MONOGRAPH, 'brand = "KADCYLA"\n', "", "monograph.brand", "is missing"),
        (MONOGRAPH, 'brand = "KADCYLA"', 'brand = " "', "monograph.brand", "must be text"),
        (MONOGRAPH, 'revision = "2026-11-22"', "revision = 2026-11-22", "monograph.revision", "must be text"),
        (MONOGRAPH, "[names]", "[name]", "names", "must be a table"),
        (MONOGRAPH, "[monograph]", "[[monograph]]", "monograph.brand", "is missing"),
        (LIMITS, "[schedule.long_gap]", "[schedule.gap]", "schedule.long_gap", "is missing"),
        (LIMITS, "[patient.adult]", "[patient]\nadult = 18\n[x]", "patient.adult", "must be a table"),
        (MONOGRAPH, "[names]", "[nonsense]\nvalue = 1\n[names]", "nonsense.value", "is not known"),
        (MONOGRAPH, "[names]", "[dose.extra]\nvalue = 1\n[names]", "dose.extra", "is not known"),
        (MONOGRAPH, "[monograph]", "extra = 1\n[monograph]", "extra", "is not known"),
        (LIMITS, "[weight.bmi]", "[weight.height]\nvalue = 1\n[weight.bmi]", "weight.height", "is not known"),
        (MONOGRAPH, "value = 3.6\n", "value = 3.6\nvalues = 3.7\n", "dose.maximum.values", "is not known"),
        (MONOGRAPH, "[sources.fda-2013]", "[sources]\nfda-2013 = 5\n[x]", "sources.fda-2013", "must be a table"),
        (MONOGRAPH, 'document = "US PI"\n', "", "sources.us-pi.document", "must be text"),
        (MONOGRAPH, "edition =", "year =", "sources.us-pi.edition", "must be text"),
        (LIMITS, "[sources.house]", "[origins.house]", "dose.graduation", "which [sources] does not list"),
        (MONOGRAPH, "diluent = 5\n", "", "vials[0].diluent", "must be a number above 0, not None"),
        (MONOGRAPH, "diluent = 8\n", 'diluent = "8"\n', "vials[1].diluent", "must be a number above 0"),
        (MONOGRAPH, 'diluent_unit = "mL"\n', "", "vials[0].diluent", "must be in mL, not in None"),
        (MONOGRAPH, 'diluent_unit = "mL"', 'diluent_unit = "L"', "vials[0].diluent", "must be in mL, not in L"),
        (MONOGRAPH, 'diluent_unit = "mL"', 'diluent_unit = "mL"\ncap = "blue"', "vials[0].cap", "is not known"),
        (MONOGRAPH, 'unit = "mg"\n', 'unit = "g"\n', "vials[0]", "must be in mg, not in g"),
    ],
)
def test_an_entry_that_is_missing_misplaced_or_unknown_is_refused_by_name(  # noqa: PLR0913, PLR0917 - one column each
    tmp_path: Path, file: str, old: str, new: str, entry: str, defect: str
) -> None:
    assert_refused(damage(tmp_path, file, old, new), file, entry, defect)


@pytest.mark.parametrize("vials", ["vials = []\n", "vials = 5\n", ""])
def test_a_formulary_without_vials_is_refused(tmp_path: Path, vials: str) -> None:
    path = edit_entry(tmp_path, MONOGRAPH, "monograph", "", "") / MONOGRAPH
    head, *blocks = path.read_text("utf-8").split("\n[[vials]]\n")
    path.write_text(vials + head + "\n" + blocks[-1][blocks[-1].index("\n[") :], "utf-8")
    assert_refused(tmp_path, MONOGRAPH, "vials", "must be one or more tables")


def test_a_vial_that_is_no_table_is_refused(tmp_path: Path) -> None:
    path = edit_entry(tmp_path, MONOGRAPH, "monograph", "", "") / MONOGRAPH
    head, *blocks = path.read_text("utf-8").split("\n[[vials]]\n")
    path.write_text("vials = [100]\n" + head + "\n" + blocks[-1][blocks[-1].index("\n[") :], "utf-8")
    assert_refused(tmp_path, MONOGRAPH, "vials[0]", "must be a table")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[names]", "[nonsense]\n[names]"),
        ("[sources.us-pi]\n", '[sources.us-pi]\nurl = "x"\n'),
        ("[sources.us-pi]\n", '[sources.hearsay]\ndocument = "x"\nedition = "y"\n[sources.us-pi]\n'),
    ],
)
def test_nothing_may_stand_in_a_file_that_nobody_reads(tmp_path: Path, old: str, new: str) -> None:
    entry = new.partition("\n")[0].strip("[]")
    assert re.match(rf"{MONOGRAPH}: {entry}\b.*: is not known", refuse(damage(tmp_path, MONOGRAPH, old, new)))
