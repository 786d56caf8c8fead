"""Which letters are printed, in which face, and which are refused by name."""

import unicodedata

import pytest

from prep_assistant.paper import CannotBePrinted, PaperError
from tests.labels.papers import label_bytes, named, read_label, worksheet_bytes
from tests.orders import plain_order, with_value

PRINTED = {
    "Example": "EXAMPLE",
    "Nguyễn": "NGUYỄN",
    "Παπαδόπουλος": "ΠΑΠΑΔΌΠΟΥΛΟΣ",
    "Щербакова": "ЩЕРБАКОВА",
    "Łukasiewicz": "ŁUKASIEWICZ",
    "O’Brien-O'Neil": "O’BRIEN-O'NEIL",
    'de la "Cruz"': 'DE LA "CRUZ"',
    "back\\slash": "BACK\\SLASH",
    "Weiß": "Weiß",
    "Yıldız": "Yıldız",
    "ΐ": "ΐ",
    "%s {0} (x) <b>": "%S {0} (X) <B>",
}


@pytest.mark.parametrize("name", PRINTED)
def test_a_family_name_is_printed_in_capitals_unless_they_would_lose_something(name: str) -> None:
    assert f"{PRINTED[name]}, Ana" in read_label(named(name, "Ana", plain_order())).text()


@pytest.mark.parametrize("name", ["José", "Ångström", "Ấn", "Ǖ", "Ёлка", "Ώρα"])
def test_a_mark_that_composes_is_printed_with_its_letter(name: str) -> None:
    decomposed = unicodedata.normalize("NFD", name)
    assert decomposed != name
    composed = label_bytes(named("Example", name, plain_order()))
    assert label_bytes(named("Example", decomposed, plain_order())) == composed
    assert f"EXAMPLE, {name}" in read_label(named("Example", name, plain_order())).text()


@pytest.mark.parametrize(
    ("name", "face"),
    [("Example", "AtkinsonHyperlegible-Bold"), ("Nguyễn", "FiraSans-Bold"), ("Щукин", "FiraSans-Bold")],
)
def test_a_run_is_set_whole_in_the_first_face_that_has_all_of_it(name: str, face: str) -> None:
    paper = read_label(named(name, "Ana", plain_order()))
    assert paper.line(", Ana").face == face
    assert paper.line("MRN 00417").face == "AtkinsonHyperlegible-Regular"


def test_two_stacked_accents_get_room_above_them() -> None:
    plain, stacked = (read_label(named(name, "Ana", plain_order())) for name in ("Nguyen", "Nguyễn"))
    (band,) = [shape for shape in stacked.shapes if shape.height < 20 and shape.bottom > 400]
    assert stacked.line(", Ana").top < band.bottom
    assert stacked.line(", Ana").bottom < plain.line(", Ana").bottom


REFUSED = {
    "שרה": "U+05E9 HEBREW LETTER SHIN cannot be printed: it is read from right to left",
    "محمد": "U+0645 ARABIC LETTER MEEM cannot be printed: it is read from right to left",
    "राम": "U+0930 DEVANAGARI LETTER RA cannot be printed: no face has it",
    "สมชาย": "U+0E2A THAI CHARACTER SO SUA cannot be printed: no face has it",
    "王": "U+738B CJK UNIFIED IDEOGRAPH-738B cannot be printed: no face has it",
    "😀": "U+1F600 GRINNING FACE cannot be printed: no face has it",
    "Ana☐": "U+2610 BALLOT BOX cannot be printed: no face has it",
    "Q\u0301": "U+0301 COMBINING ACUTE ACCENT cannot be printed: there is no letter that holds this mark",
    "An\u200ba": "U+200B ZERO WIDTH SPACE cannot be printed: it would not be seen",
    "An\u00ada": "U+00AD SOFT HYPHEN cannot be printed: it would not be seen",
    "An\ue000a": "U+E000 a character without a name cannot be printed: it would not be seen",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_letter_that_cannot_be_set_is_refused_by_its_own_name(name: str) -> None:
    with pytest.raises(CannotBePrinted) as caught:
        label_bytes(named("Example", name, plain_order()))
    message = str(caught.value)
    assert message.startswith(f"patient name: {REFUSED[name]}")
    assert message.endswith("; expected letters of the Latin, Greek or Cyrillic script")
    assert "EXAMPLE" not in message
    assert "\n" not in message
    assert isinstance(caught.value, PaperError)


@pytest.mark.parametrize(
    ("path", "line"),
    [("patient.mrn", "patient identity"), ("order_id", "order"), ("patient.given_name", "patient name")],
)
def test_the_refusal_names_the_line(path: str, line: str) -> None:
    with pytest.raises(CannotBePrinted) as caught:
        label_bytes(with_value(path, "王", plain_order()))
    assert (caught.value.line, caught.value.character) == (line, "王")


def test_a_reason_is_checked_like_any_other_line() -> None:
    stale = plain_order() | {"weight": {"kg": "70", "measured_on": "2026-11-10"}}
    with pytest.raises(CannotBePrinted, match="reasons: U\\+738B"):
        label_bytes(stale, reasons={"weight.stale": "王 said it was right"})
    with pytest.raises(CannotBePrinted, match="Reason: U\\+738B"):
        worksheet_bytes(stale, reasons={"weight.stale": "王 said it was right"})
