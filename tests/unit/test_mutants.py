"""The list of mutants that nobody can notice names code that is there, gives reasons, and is short enough."""

import ast
import re

import pytest

from tools.mutants.equivalent import LIST, MOST_PERCENT, PAGE, Equivalent, Verdict, judge, read_equivalents
from tools.mutants.mutation import SOURCES, Name, list_files, list_functions, mutate

EQUIVALENTS = read_equivalents()


@pytest.mark.parametrize("listed", EQUIVALENTS, ids=lambda listed: str(listed.name))
def test_a_listed_mutant_stands_in_code_that_is_there_and_has_a_reason(listed: Equivalent) -> None:
    name = listed.name
    assert name.file in list_files()
    assert name.function in list_functions(name.file)
    source = " ".join((SOURCES / name.file).read_text("utf-8").split())
    assert name.before in source
    assert name.before != name.after
    assert len(listed.reason.split()) >= 4


def test_no_mutant_is_listed_twice() -> None:
    assert len({listed.name for listed in EQUIVALENTS}) == len(EQUIVALENTS)


def test_the_page_shows_every_listed_mutant_and_they_are_at_most_3_percent() -> None:
    page = PAGE.read_text("utf-8")
    total, killed, equivalent = map(
        int, re.findall(r"\| \*\*all\*\* \| \*\*(\d+)\*\* \| \*\*(\d+)\*\* \| \*\*(\d+)\*\*", page)[0]
    )
    assert killed + equivalent == total
    assert equivalent == len(EQUIVALENTS)
    assert 100 * equivalent <= MOST_PERCENT * total
    for listed in EQUIVALENTS:
        assert listed.name.after in page
        assert listed.reason in page


def test_the_list_is_named_where_it_is() -> None:
    assert LIST.exists()


EXAMPLE = '''\
"""Words."""

TABLE = (first, second)


def is_heavy(weight: int, limit: int = 150) -> bool:
    """Whether."""
    if weight > limit and TABLE:
        return True
    return False
'''


DEFINED = "def is_heavy(weight: int, limit: int = 150) -> bool:"


def test_the_mistakes_are_small_compile_and_are_each_made_once() -> None:
    mutants = list(mutate("a.py", EXAMPLE))
    assert len({mutant.source for mutant in mutants}) == len({mutant.name for mutant in mutants}) == len(mutants)
    for mutant in mutants:
        ast.parse(mutant.source)
        assert mutant.source != EXAMPLE


@pytest.mark.parametrize(
    ("function", "before", "after"),
    [
        ("is_heavy", "if weight > limit and TABLE:", "if weight >= limit and TABLE:"),
        ("is_heavy", "if weight > limit and TABLE:", "if weight > limit or TABLE:"),
        ("is_heavy", "if weight > limit and TABLE:", "if not (weight > limit and TABLE):"),
        ("is_heavy", "return True", "return None"),
        ("is_heavy", DEFINED, DEFINED.replace("150", "151")),
        ("the module", "TABLE = (first, second)", "TABLE = (second)"),
        ("the module", "TABLE = (first, second)", "TABLE = None"),
    ],
)  # fmt: skip
def test_a_bound_a_sign_a_condition_a_result_and_an_element_of_a_table_are_mutated(
    function: str, before: str, after: str
) -> None:
    names = {mutant.name for mutant in mutate("a.py", EXAMPLE)}
    wanted = Name("a.py", function, before, after)
    assert wanted in names or Name("a.py", function, before, after.replace("(second)", "(second,)")) in names


def test_words_for_people_who_read_code_are_not_mutated() -> None:
    assert not any(
        "Words" in mutant.name.before or "Whether" in mutant.name.before for mutant in mutate("a.py", EXAMPLE)
    )


ONE, OTHER = Name("a.py", "f", "x", "y"), Name("a.py", "f", "x", "z")


def verdict(killers: dict[Name, str | None], *listed: Name) -> Verdict:
    return judge(killers, [Equivalent(name, "nobody can tell them apart") for name in listed])


def test_a_survivor_that_is_not_listed_is_named() -> None:
    judged = verdict({ONE: None, OTHER: "test"})
    assert not judged.is_clean
    assert f"SURVIVED: {ONE}" in judged.in_words()


def test_a_listed_mutant_that_was_killed_is_named() -> None:
    judged = verdict({ONE: "test", OTHER: "test"}, ONE)
    assert not judged.is_clean
    assert f"LISTED AS EQUIVALENT, BUT KILLED OR GONE: {ONE}" in judged.in_words()


def test_more_than_3_percent_of_equivalent_mutants_are_too_many() -> None:
    killed = {Name("a.py", "f", "x", str(number)): "test" for number in range(97)}
    three = [Name("a.py", "g", "x", str(number)) for number in range(3)]
    assert verdict({**killed, **dict.fromkeys(three)}, *three).is_clean
    four = [*three, Name("a.py", "g", "x", "3")]
    assert not verdict({**killed, **dict.fromkeys(four)}, *four).is_clean
