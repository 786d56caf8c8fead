"""The tables of names and doses: each row whole, sourced, and of one meaning."""

from pathlib import Path

import pytest

from prep_assistant.calculation import Jurisdiction, Names, Source, Status
from prep_assistant.formulary import FormularyError, load_formulary
from prep_assistant.formulary.products import read_labelled_doses, read_names
from tests.unit.damaged_formulary import DOSES, MONOGRAPH, NAMES, PRODUCTS, assert_refused, damage, refuse

SOURCE = Source("US PI", "2013", "names", Status.READ)
NAME_HEAD = "name,meaning,product,jurisdictions,source,status\n"
OURS = "ado-trastuzumab emtansine,accepted,,US EU,FDA,read\n"
PRODUCT_HEAD = "brand,name,class\n"
OTHERS = PRODUCT_HEAD + "Adcetris,brentuximab vedotin,OTHER\n"


def names_of(lines: str, products: str = OTHERS, jurisdiction: Jurisdiction = Jurisdiction.US) -> Names:
    """Return the names of a table with these lines, beside a table of products."""
    return read_names(NAME_HEAD + lines, products, jurisdiction, "KADCYLA", SOURCE)


@pytest.mark.parametrize("file", [NAMES, DOSES, PRODUCTS])
@pytest.mark.parametrize(("old", "new"), [(",", ",,"), (",", "")])
def test_a_row_that_is_too_long_or_too_short_is_refused_by_its_line(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    path = damage(tmp_path, file, "\n", "\n") / file
    lines = path.read_text("utf-8").splitlines()
    lines[2] = lines[2].replace(old, new, 1)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    assert_refused(tmp_path, file, "line 3", "has too many or too few columns")


@pytest.mark.parametrize(
    ("file", "old", "new", "entry", "defect"),
    [
        (NAMES, "IMSN alert 2014-05-08", "", "line 6", "has no source"),
        (DOSES, "Herzuma billing note", "", "line 2", "has no source"),
        (NAMES, "2013-05-06,read", "2013-05-06,sure", "line 2", "has the status sure, which means nothing"),
        (DOSES, "maintenance,read", "maintenance,", "line 2", "has the status , which means nothing"),
        (NAMES, "emtansine,accepted", "emtansine,welcome", "ado-trastuzumab emtansine", "has the meaning welcome"),
        (NAMES, "kadcyla,incomplete", "tdm1,incomplete", "tdm1", "unknown or a second one"),
        (NAMES, "kadcyla,incomplete", "T\u2011DM1,incomplete", "T\u2011DM1", "unknown or a second one"),
        (NAMES, "emtansine,accepted,,US EU", "emtansine,accepted,,EU", "US", "has no accepted name"),
        (NAMES, "\nemtansine,incomplete", "\nogivri,incomplete", "ogivri", "unknown or a second one"),
        (DOSES, "trastuzumab,2,mg/kg", "trastuzumab,2,mg/lb", "trastuzumab", "in mg/lb, not in mg/kg or mg"),
        (DOSES, "trastuzumab,2,mg/kg", "trastuzumab,two,mg/kg", "trastuzumab", "expected a decimal number above 0"),
        (DOSES, "trastuzumab,2,mg/kg", "trastuzumab,0,mg/kg", "trastuzumab", "expected a decimal number above 0"),
        (DOSES, "trastuzumab,2,mg/kg", "trastuzumab,2e0,mg/kg", "trastuzumab", "expected a decimal number above 0"),
        (DOSES, "weekly,US EU", "weekly,USEU", "trastuzumab", "jurisdictions that are known"),
        (DOSES, "\ntrastuzumab,2", "\n,2", "a row", "must have a product"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_by_name(  # noqa: PLR0913, PLR0917 - one column each
    tmp_path: Path, file: str, old: str, new: str, entry: str, defect: str
) -> None:
    named = NAMES if file == MONOGRAPH else file
    assert_refused(damage(tmp_path, file, old, new), named, entry, defect)


def test_a_table_of_names_without_rows_is_refused(tmp_path: Path) -> None:
    (damage(tmp_path, NAMES, "name,", "name,") / NAMES).write_text(NAME_HEAD, "utf-8")
    assert_refused(tmp_path, NAMES, "the table", "has no rows")


@pytest.mark.parametrize(
    ("brand", "name"), [("Kadcyla", "another antibody"), ("Newbrand", "ado-trastuzumab emtansine"), ("T-DM1", "x")]
)
def test_the_medicines_own_name_is_never_a_look_alikes(brand: str, name: str) -> None:
    ours = OURS + "kadcyla,incomplete,,US,FDA,read\nt-dm1,incomplete,,US,FDA,read\n"
    with pytest.raises(FormularyError, match="is the medicine's name and a look-alike's"):
        names_of(ours, f"{PRODUCT_HEAD}{brand},{name},LOOKALIKE\n")


def test_names_of_the_products_table_are_look_alikes_unless_they_are_the_medicine() -> None:
    table = PRODUCT_HEAD + (
        "Herceptin,trastuzumab,LOOKALIKE\nHerceptin Hylecta (vial),trastuzumab x SC,LOOKALIKE\n"
        "Adcetris,brentuximab vedotin,OTHER\nKadcyla,ado-trastuzumab emtansine,TARGET\n"
    )
    names = names_of(OURS, table)
    assert names.other == {
        "herceptin": "trastuzumab (Herceptin)",
        "trastuzumab (herceptin)": "trastuzumab (Herceptin)",
        "trastuzumab": "trastuzumab",
        "herceptin hylecta": "trastuzumab x (Herceptin Hylecta)",
        "trastuzumab x (herceptin hylecta)": "trastuzumab x (Herceptin Hylecta)",
        "trastuzumab x": "trastuzumab x (Herceptin Hylecta)",
        "adcetris": "brentuximab vedotin (Adcetris)",
        "brentuximab vedotin (adcetris)": "brentuximab vedotin (Adcetris)",
        "brentuximab vedotin": "brentuximab vedotin (Adcetris)",
    }
    assert (names.brand, names.source) == ("kadcyla", SOURCE)
    assert names.accepted == frozenset({"ado-trastuzumab emtansine"})


def test_a_name_counts_only_in_its_jurisdictions() -> None:
    lines = OURS + "trastuzumab emtansine,accepted,,EU,EU,read\ntrastuzumab emtansine,incomplete,,US,x,read\n"
    american, european = names_of(lines), names_of(lines, jurisdiction=Jurisdiction.EU)
    assert "trastuzumab emtansine" in american.incomplete
    assert "trastuzumab emtansine" not in american.accepted
    assert "trastuzumab emtansine" in european.accepted
    assert european.incomplete == frozenset()


def test_a_labelled_dose_knows_its_product_regimen_and_source() -> None:
    (dose,) = read_labelled_doses(
        "product,dose,unit,regimen,jurisdictions,source,section,status\nx,4.4,mg/kg,weekly,US,label,2,recalled\n",
        Jurisdiction.US,
    )
    assert (dose.product, str(dose.dose.value), dose.dose.unit, dose.regimen) == ("x", "4.4", "mg/kg", "weekly")
    assert (str(dose.source), dose.source.status) == ("label 2", Status.RECALLED)


def test_the_installed_tables_hold_the_labelled_doses_of_the_contract() -> None:
    doses = load_formulary().monograph.look_alike_doses
    by_weight = sorted(str(dose.dose.value) for dose in doses if dose.dose.unit == "mg/kg")
    assert by_weight == sorted(["2", "4", "6", "8", "3.2", "4.4", "5.4", "6.4"])
    assert [str(dose.dose.value) for dose in doses if dose.dose.unit == "mg"] == ["600"]


@pytest.mark.parametrize("file", [DOSES, PRODUCTS])
def test_a_table_without_rows_is_refused(tmp_path: Path, file: str) -> None:
    path = damage(tmp_path, file, "\n", "\n") / file
    path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    assert refuse(tmp_path).startswith(f"{file}: ")
