"""Copies of the formulary with one thing wrong in them."""

import shutil
from pathlib import Path

import pytest

from prep_assistant.calculation import Jurisdiction
from prep_assistant.formulary import FormularyError, load_formulary

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
MONOGRAPH = "formulary/kadcyla-us.toml"
LIMITS = "formulary/house-limits.toml"
LABORATORY = "formulary/laboratory.toml"
MODIFICATIONS = "formulary/dose-modifications-us.csv"
NAMES = "products/names.csv"
DOSES = "products/labelled_doses.csv"
PRODUCTS = "products/her2_products_us.csv"
FILES = [MONOGRAPH, LIMITS, LABORATORY, MODIFICATIONS, NAMES, DOSES, PRODUCTS]
EU_MONOGRAPH = "formulary/kadcyla-eu.toml"
EU_MODIFICATIONS = "formulary/dose-modifications-eu.csv"
EU_PRODUCTS = "products/her2_products_eu.csv"
EU_FILES = [EU_MONOGRAPH, LIMITS, LABORATORY, EU_MODIFICATIONS, NAMES, DOSES, EU_PRODUCTS]


def copy_formulary(folder: Path) -> Path:
    """Return a sound copy of all that is loaded, for either jurisdiction."""
    for file in dict.fromkeys(FILES + EU_FILES):
        target = folder / file
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(RESOURCES / file, target)
    return folder


def damage(folder: Path, file: str, old: str, new: str) -> Path:
    """Return a copy in which the first `old` of one file is `new`; an `old` that is not there fails the test."""
    path = copy_formulary(folder) / file
    text = path.read_text("utf-8")
    assert old in text, f"{file} holds no {old!r}"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return folder


def edit_entry(folder: Path, file: str, entry: str, old: str, new: str) -> Path:
    """Return a copy in which `old` of one entry, such as `dose.maximum`, is `new`."""
    path = copy_formulary(folder) / file
    before, head, rest = path.read_text("utf-8").partition(f"[{entry}]\n")
    assert head, f"{file} holds no [{entry}]"
    body, next_entry, after = rest.partition("\n[")
    assert old in body, f"[{entry}] holds no {old!r}"
    path.write_text(before + head + body.replace(old, new, 1) + next_entry + after, "utf-8")
    return folder


def refuse(folder: Path, jurisdiction: Jurisdiction = Jurisdiction.US) -> str:
    """Return the one line with which this copy is refused; a copy that loads fails the test."""
    with pytest.raises(FormularyError) as refusal:
        load_formulary(jurisdiction, folder)
    assert len(str(refusal.value).splitlines()) == 1
    return str(refusal.value)


def assert_refused(
    folder: Path, file: str, entry: str, defect: str, jurisdiction: Jurisdiction = Jurisdiction.US
) -> None:
    """Assert that the refusal names the file, then the entry, then the defect."""
    said = refuse(folder, jurisdiction)
    named, _, what = said.removeprefix(f"{file}: ").partition(": ")
    assert said.startswith(f"{file}: "), said
    assert named == entry, said
    assert defect in what, said
