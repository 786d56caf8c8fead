"""What Help says: whole, offline, in the field's words, without a figure that could drift and without a patient."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from prep_assistant.language import CATALOGUES, use_language
from prep_assistant.ui.viewmodels.help_pages import LICENCES, WRITTEN, read_page, read_picture
from tests.orders import plain_order
from tests.ui.help_reader import open_help, read
from tests.ui.page import PRODUCT, Page, settle

FOLDER = Path(str(files("prep_assistant.resources"))) / "help"
_TIMES = "minutes|days|hours|weeks|years|Minuten|Tage|Stunden|Wochen|Jahre|jours|heures|semaines|ans"
# Every page in every language that has it.
PAGES = [("en", name) for name in WRITTEN]
PAGES += [(path.parent.name, path.stem) for path in sorted(FOLDER.glob("*/*.md"))]
LINK, PICTURE = r"(?<!!)\[[^\]]+\]\(([^)]+)\)", r"!\[([^\]]*)\]\(([^)]+)\)"


def test_the_contents_hold_every_page_that_lies_in_the_folder() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == sorted({*WRITTEN, LICENCES})


def test_a_folder_of_a_language_holds_translations_of_pages_and_nothing_else() -> None:
    assert {language for language, _ in PAGES} <= {"en", *CATALOGUES}
    assert {name for _, name in PAGES} == set(WRITTEN)
    assert {path.suffix for path in FOLDER.glob("*/*")} <= {".md"}


@pytest.mark.parametrize(("language", "name"), [*PAGES, ("en", LICENCES)])
def test_every_link_leads_to_a_page_that_is_there(language: str, name: str) -> None:
    led = re.findall(LINK, read_page(name, language))
    assert [link for link in led if not (FOLDER / link).is_file()] == []


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_a_translated_page_leads_where_the_english_one_does(language: str, name: str) -> None:
    here, there = ((re.findall(LINK, page), _pictures(page)) for page in (read_page(name, language), read_page(name)))
    assert (sorted(here[0]), here[1]) == (sorted(there[0]), there[1])


def _pictures(page: str) -> list[str]:
    return [Path(file).name for _, file in re.findall(PICTURE, page)]


def test_a_page_that_nobody_translated_is_shown_in_english() -> None:
    assert (
        read_page(WRITTEN[0], "xx") == read_page(WRITTEN[0], "en") == (FOLDER / f"{WRITTEN[0]}.md").read_text("utf-8")
    )


def test_help_is_shown_in_the_language_in_use() -> None:
    for language, name in [page for page in PAGES if page[0] != "en"]:
        use_language(language)
        try:
            assert read_page(name) == (FOLDER / language / f"{name}.md").read_text("utf-8")
        finally:
            use_language("en")


def test_the_pages_lead_to_one_another() -> None:
    assert len({link for name in WRITTEN for link in re.findall(LINK, read_page(name))}) > 5


def test_every_picture_is_there_says_what_it_is_and_none_lies_about() -> None:
    used = [place for language, name in PAGES for place in re.findall(PICTURE, read_page(name, language))]
    assert all(words for words, _ in used)
    assert sorted({Path(file).name for _, file in used}) == sorted(path.name for path in FOLDER.glob("*.png"))
    for _, file in used:
        assert not QImage.fromData(read_picture(Path(file).name)).isNull()


def test_the_pictures_add_little_to_the_program() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.png")) < 150_000


@pytest.mark.parametrize("name", [*WRITTEN, "keys", "about"])
def test_every_page_names_the_medicine_whole(page: Page, name: str) -> None:
    assert PRODUCT in read(open_help(page, name))


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_every_page_that_is_written_names_the_medicine_whole(language: str, name: str) -> None:
    assert PRODUCT in read_page(name, language).replace("\n", " ")


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_no_page_calls_the_medicine_by_a_part_of_its_name(language: str, name: str) -> None:
    rest = read_page(name, language).replace(PRODUCT, "").replace("trastuzumab emtansine (Kadcyla)", "")
    assert re.findall(r"(?i)t-?dm1|emtansine|kadcyla", rest) == []


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_no_page_names_a_patient(language: str, name: str) -> None:
    patient = plain_order()["patient"]
    words = [str(value) for value in patient.values()]
    assert [word for word in words if re.search(rf"\b{re.escape(word)}\b", read_page(name, language))] == []


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_no_page_states_a_figure_of_the_formulary(language: str, name: str) -> None:
    """A number with a unit of medicine would drift from the formulary that is in use."""
    figures = re.findall(rf"\d[\d.,]*\s*(?:mg|mL|kg|%|min|°C|{_TIMES})", read_page(name, language))
    assert figures == []


def shown_cards(page: Page) -> str:
    settle()
    return "\n".join(card.accessibleName() for card in page.cards())


@pytest.mark.parametrize(
    ("entry", "text", "card"),
    [
        ("dose_mg_per_kg", "6", "STOP: This is the dose of another medicine"),
        ("weight_kg", "154", "Pounds?"),
        ("weight_kg", "700", "Decimal point?"),
        ("dose_mg_per_kg", "3", "TO ANSWER: The dose is reduced, for good"),
    ],
)
def test_a_trainer_can_show_a_slip_and_take_it_back(page: Page, entry: str, text: str, card: str) -> None:
    """What the page "Demonstrate the mix-up" promises of entries that are typed."""
    page.open(plain_order())
    page.type(entry, text)
    assert card in shown_cards(page)
    page.click("undo")
    assert page.stands() == "ready"


@pytest.mark.parametrize(
    ("entry", "text", "card"),
    [
        ("product", "trastuzumab (Herceptin)", "STOP: This is an order for another medicine"),
        ("bag_fluid", "dextrose", "STOP: This is the wrong bag"),
    ],
)
def test_a_trainer_can_choose_a_look_alike_and_take_it_back(page: Page, entry: str, text: str, card: str) -> None:
    """What the page "Demonstrate the mix-up" promises of lists."""
    page.open(plain_order())
    page.choose(entry, text)
    assert card in shown_cards(page)
    while page.stands() != "ready":
        page.click("undo")


@pytest.mark.parametrize(
    ("days_ago", "card"), [("2026-11-06", "TO ANSWER: "), ("2026-11-15", "STOP: ")], ids=["early", "very early"]
)
def test_a_trainer_can_show_a_dose_that_comes_too_early(page: Page, days_ago: str, card: str) -> None:
    given = plain_order()["prior_doses"][0] | {"given_on": days_ago}
    page.open(plain_order() | {"prior_doses": [given]})
    assert card in shown_cards(page)


def test_a_trainer_can_show_what_an_unknown_history_and_a_brand_alone_do(page: Page) -> None:
    page.open(plain_order() | {"product": "Kadcyla"})
    assert "STOP: The medicine's name is not complete" in shown_cards(page)
    page.open(plain_order())
    page.click("history_unknown")
    assert "STOP: The earlier doses are not known" in shown_cards(page)
