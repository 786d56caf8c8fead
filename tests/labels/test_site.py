"""The site's name and telephone on label and worksheet: printed where the policy says them, else blanks for ink."""

import pytest

from prep_assistant.calculation import plan
from prep_assistant.formulary import NO_SITE, Formulary, Site
from prep_assistant.paper import CannotBePrinted, draw_label, draw_worksheet
from tests.labels.papers import LABEL_NAMES, Paper, planned, read_label, read_paper
from tests.orders import plain_order
from tests.policies import with_policy

LONGEST = Site(name="W" * 60, telephone="0" * 30)


def worksheet_under(formulary: Formulary) -> bytes:
    order, _ = planned(plain_order())
    return draw_worksheet(order, plan(order, formulary.monograph, formulary.policy), site=formulary.site)


def label_of(site: Site, size: str = "100x150") -> Paper:
    return read_paper(draw_label(*planned(plain_order()), site=site, size=size))


@pytest.mark.parametrize("size", LABEL_NAMES)
def test_the_name_stands_with_its_telephone_in_place_of_the_blanks(size: str) -> None:
    text = label_of(Site(name="St. Example, Aseptic Unit", telephone="+49 6221 56-0"), size).text()
    assert "St. Example, Aseptic Unit · telephone +49 6221 56-0" in text
    assert "\nSite\n" not in f"\n{text}\n"


def test_a_name_alone_stands_alone() -> None:
    text = label_of(Site(name="St. Example, Aseptic Unit")).text()
    assert "St. Example, Aseptic Unit" in text
    assert "telephone" not in text


@pytest.mark.parametrize("size", LABEL_NAMES)
def test_without_a_policy_there_are_blanks_for_ink(size: str) -> None:
    lines = label_of(NO_SITE, size).text().split("\n")
    assert {"Site", "telephone"} <= set(lines)
    assert lines == read_label(plain_order(), size).text().split("\n")


@pytest.mark.parametrize("size", LABEL_NAMES)
def test_the_longest_name_that_can_be_set_fits_every_size(size: str) -> None:
    text = label_of(LONGEST, size).text().replace("\n", "").replace("\u00a0", "").replace(" ", "")
    assert "W" * 60 in text
    assert "0" * 30 in text


def test_a_name_that_no_face_can_print_is_refused_when_paper_is_wanted() -> None:
    with pytest.raises(CannotBePrinted):
        label_of(Site(name="薬剤部"))


def test_the_longest_name_stands_on_every_page_of_the_worksheet() -> None:
    site = with_policy(f'[site]\nname = "{"W" * 60}"\ntelephone = "{"0" * 30}"\n')
    paper = read_paper(worksheet_under(site))
    assert paper.text().count("W" * 60) == len(paper.pages)


def test_a_worksheet_of_a_site_that_moved_nothing_says_nothing_of_a_policy() -> None:
    text = read_paper(worksheet_under(with_policy(""))).text()
    assert "olicy" not in text


def test_a_cap_that_counts_from_the_first_vial_is_told_on_the_worksheet() -> None:
    site = with_policy('[use_by]\ncounts_from = "reconstitution"\n')
    text = read_paper(worksheet_under(site)).text().replace("\n", " ")
    assert "The use-by of the bag counts from the reconstitution of the first vial, here as it is planned" in text
