"""The catalogues of other languages: whole, up to date, and what no language may change is unchanged."""

import re
from collections import Counter

import pytest
from babel.messages.catalog import Catalog

from prep_assistant.formulary import load_formulary
from prep_assistant.language import (
    CATALOGUES,
    enumerate_alternatives,
    enumerate_phrases,
    find_language,
    phrase,
    split_sentences,
    tr,
    use_catalogue,
    use_language,
)
from tests.unit.test_messages import SAID
from tools.catalogues import ROOT, collect, compile_catalogue, read

_PLACEHOLDER = re.compile(r"\{[^}]*\}")
# Numbers as they stand, with what belongs to them.
_NUMBER = re.compile(r"\d[\d.,:/]*\d|\d")
_UNITS = re.compile(r"\b(?:mg/kg|mg/mL|mL/h|mg|mL|kg|kg/m²|min/h|cm)\b")


@pytest.fixture(params=CATALOGUES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return read(request.param)


def _translated(catalogue: Catalog) -> dict[str, str]:
    return {str(message.id): str(message.string or "") for message in catalogue if message.id}


def test_each_catalogue_has_every_text_of_the_program_and_no_other(catalogue: Catalog) -> None:
    texts = collect()
    translated = _translated(catalogue)
    assert sorted(set(texts) - set(translated)) == []
    assert sorted(set(translated) - set(texts)) == []
    assert [text for text, said in translated.items() if not said] == []
    assert [message.id for message in catalogue if message.fuzzy and message.id] == []


def test_each_translation_names_the_same_values(catalogue: Catalog) -> None:
    for text, said in _translated(catalogue).items():
        assert Counter(_PLACEHOLDER.findall(said)) == Counter(_PLACEHOLDER.findall(text)), text


def test_no_translation_changes_a_number_or_a_unit(catalogue: Catalog) -> None:
    for text, said in _translated(catalogue).items():
        for kept in (_NUMBER, _UNITS):
            here, there = (Counter(kept.findall(_PLACEHOLDER.sub("", words))) for words in (text, said))
            assert there == here, text


def test_no_translation_changes_the_name_of_a_medicine(catalogue: Catalog) -> None:
    monograph = load_formulary().monograph
    names = {monograph.display_name, monograph.brand, "trastuzumab", "emtansine", "Herceptin", "Enhertu"}
    for text, said in _translated(catalogue).items():
        for name in names:
            assert said.casefold().count(name.casefold()) == text.casefold().count(name.casefold()), text


def test_each_translation_has_a_mnemonic_where_the_text_has_one(catalogue: Catalog) -> None:
    for text, said in _translated(catalogue).items():
        assert len(re.findall(r"&\w", said)) == len(re.findall(r"&\w", text)), text


@pytest.mark.parametrize("language", CATALOGUES)
def test_the_program_reads_what_the_translators_wrote(language: str) -> None:
    compiled = ROOT / "resources" / "language" / f"{language}.mo"
    assert compiled.read_bytes() == compile_catalogue(read(language))


def test_every_sentence_of_a_finding_is_in_the_catalogues() -> None:
    """A sentence is looked up whole: one that is put together of two is in no catalogue."""
    texts, word = collect().keys(), re.compile(r"[^\W\d_]{2}")
    sentences = {sentence for finding in SAID.values() for sentence in split_sentences(finding.template)}
    assert {it for it in sentences if word.search(_PLACEHOLDER.sub("", it))} - texts == set()


@pytest.fixture
def in_german() -> object:
    use_language("de")
    yield
    use_catalogue(None)


@pytest.mark.usefixtures("in_german")
def test_a_text_is_said_in_the_language_in_use_with_its_values() -> None:
    said = _translated(read("de"))
    assert tr("Nothing to answer.") == said["Nothing to answer."]
    assert tr("{count} findings are answered.", count=3) == said["{count} findings are answered."].format(count=3)


@pytest.mark.usefixtures("in_german")
def test_a_phrase_is_said_with_the_phrases_in_it() -> None:
    said = _translated(read("de"))
    made = phrase("Not entered, so not checked: {missing}.", missing=enumerate_phrases((phrase("platelets"), "ALT")))
    assert made == "Not entered, so not checked: platelets, ALT."
    assert tr(made) == said["Not entered, so not checked: {missing}."].format(missing=f"{said['platelets']}, ALT")


@pytest.mark.usefixtures("in_german")
def test_words_that_somebody_typed_are_never_translated() -> None:
    assert tr("{file} is saved.", file="Order").startswith("Order") or "Order" in tr("{file} is saved.", file="Order")
    assert "Patient" in tr("{file} is saved.", file="Patient")


@pytest.mark.usefixtures("in_german")
def test_each_sentence_of_a_text_is_looked_up_by_itself() -> None:
    said = _translated(read("de"))
    both = tr(" Pounds? Correct the date.")
    assert both == f" {said['Pounds?']} {said['Correct the date.']}"


def test_a_text_that_no_catalogue_has_stays_english() -> None:
    assert tr("This text is in no catalogue.") == "This text is in no catalogue."


def test_alternatives_are_offered_one_or_the_other() -> None:
    assert enumerate_alternatives(["A", "B", "C"]) == "A or B or C"
    assert enumerate_alternatives([]) == ""


@pytest.mark.parametrize(
    ("wanted", "preferred", "found"),
    [
        ("fr", ["de-DE"], "fr"),
        ("en", ["de-DE"], "en"),
        ("system", ["de-AT", "en-GB"], "de"),
        ("system", ["it-IT", "fr_CH"], "fr"),
        ("system", ["it-IT"], "en"),
        ("system", [], "en"),
    ],
)
def test_the_setting_comes_before_the_system(wanted: str, preferred: list[str], found: str) -> None:
    assert find_language(wanted, preferred) == found
