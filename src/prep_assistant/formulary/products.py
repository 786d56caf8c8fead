"""The names and labelled doses of products, from the tables in ``resources/products``."""

from collections.abc import Iterator

from prep_assistant.calculation import Jurisdiction, LookAlikeDose, Names, Source, Status, normal_name
from prep_assistant.formulary import values
from prep_assistant.formulary.errors import FormularyError
from prep_assistant.formulary.tables import Row, read_rows
from prep_assistant.quantities import DoseLevel, Mass

_MEANINGS = ("accepted", "incomplete", "other")
_NAMES, _LABELLED_DOSES = "products/names.csv", "products/labelled_doses.csv"
_JURISDICTIONS = {member.value for member in Jurisdiction}
_CLASSES = ("TARGET", "LOOKALIKE", "OTHER")
_NAME_COLUMNS = "name meaning product jurisdictions source status"
_DOSE_COLUMNS = "product dose unit regimen jurisdictions source section status"
_CODE_COLUMNS = "ndc10_hyphenated ndc11 ndc12_after_2033 gtin14 upc12 strength strength_source rxcui_2020"
_DOSE_KINDS: dict[str, type[DoseLevel] | type[Mass]] = {"mg/kg": DoseLevel, "mg": Mass}


def products_file(jurisdiction: Jurisdiction) -> str:
    """Where the products on one jurisdiction's market stand."""
    return f"products/her2_products_{jurisdiction.lower()}.csv"


def read_names(names: str, products: str, jurisdiction: Jurisdiction, brand: str, source: Source) -> Names:
    """What product names mean under one jurisdiction.

    Args:
        names: the text of names.csv.
        products: the text of that jurisdiction's products, whose look-alikes are recognised by brand and name.
        jurisdiction: whose label holds.
        brand: the medicine's brand, as the monograph writes it.
        source: where the rule comes from that the full name is wanted.

    Raises:
        FormularyError: a row without a source, an unknown meaning, a name with two meanings.
    """
    meant: dict[str, set[str]] = {meaning: set() for meaning in _MEANINGS}
    other: dict[str, str] = dict(_look_alike_names(products_file(jurisdiction), products))
    for row in _rows_of(jurisdiction, "name", _NAMES, names, _NAME_COLUMNS):
        name, meaning = normal_name(row["name"]), row["meaning"]
        if meaning not in meant or any(name in already for already in meant.values()):
            raise FormularyError(_NAMES, row["name"], f"has the meaning {meaning}, unknown or a second one")
        meant[meaning].add(name)
        if (meaning == "other") is not bool(row["product"]):
            raise FormularyError(_NAMES, row["name"], "must name a product if it is another, else none")
        if meaning == "other":
            other[name] = row["product"]
            other[normal_name(row["product"])] = row["product"]
    if not meant["accepted"]:
        raise FormularyError(_NAMES, jurisdiction, "has no accepted name")
    ours = meant["accepted"] | meant["incomplete"]
    for name in ours & other.keys():
        raise FormularyError(_NAMES, name, "is the medicine's name and a look-alike's")
    return Names(normal_name(brand), frozenset(meant["accepted"]), frozenset(meant["incomplete"]), other, source)


def read_labelled_doses(text: str, jurisdiction: Jurisdiction) -> tuple[LookAlikeDose, ...]:
    """The labelled doses of look-alikes, by weight (mg/kg) or fixed (mg), under one jurisdiction.

    Raises:
        FormularyError: another unit, no number, no source, no jurisdiction that is known.
    """
    rows = _rows_of(jurisdiction, "product", _LABELLED_DOSES, text, _DOSE_COLUMNS)
    return tuple(_labelled_dose(row) for row in rows)


def _rows_of(jurisdiction: Jurisdiction, subject: str, file: str, text: str, columns: str) -> Iterator[Row]:
    """The rows that hold under one jurisdiction; ``subject`` is the column that names what a row is about."""
    for row in read_rows(file, text, columns):
        held = set(row["jurisdictions"].split())
        if not row[subject] or not held <= _JURISDICTIONS:
            raise FormularyError(
                file, row[subject] or "a row", f"must have a {subject}, and jurisdictions that are known"
            )
        if jurisdiction in held:
            yield row


def _labelled_dose(row: Row) -> LookAlikeDose:
    file, product = _LABELLED_DOSES, row["product"]
    if row["unit"] not in _DOSE_KINDS:
        raise FormularyError(file, product, f"has a dose in {row['unit']}, not in mg/kg or mg")
    try:
        dose = _DOSE_KINDS[row["unit"]](values.decimal_text(row["dose"]))
    except ValueError as error:
        raise FormularyError(file, product, str(error)) from error
    source = Source(row["source"], "", row["section"], Status(row["status"]))
    return LookAlikeDose(product, row["regimen"], dose, source)


def _look_alike_names(file: str, text: str) -> Iterator[tuple[str, str]]:
    for row in read_rows(file, text, "brand name class", beside=_CODE_COLUMNS):
        if row["class"] not in _CLASSES:
            raise FormularyError(file, row["brand"], f"has the class {row['class']}, unknown")
        if row["class"] != _CLASSES[0]:
            brand = row["brand"].partition(" (")[0]
            name = row["name"].removesuffix(" SC")
            product = f"{name} ({brand})"
            yield normal_name(product), product
            yield normal_name(brand), product
            yield normal_name(name), "trastuzumab" if name == "trastuzumab" else product
