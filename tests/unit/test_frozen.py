"""A record is what a frozen dataclass with slots is; each law is asked of both."""

import copy
import dataclasses
import pickle
from collections.abc import Mapping
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from prep_assistant.frozen import field, frozen, replace

T = TypeVar("T")


@frozen
class Dose(Generic[T]):
    unit: ClassVar[str] = "mg"

    value: T
    said_by: str = field(repr=False)
    count: int = 1
    notes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError(f"came {self.count} {self.unit}")

    @property
    def total(self) -> int:
        return self.count * 2


@dataclasses.dataclass(frozen=True, slots=True)
class Twin(Generic[T]):
    unit: ClassVar[str] = "mg"

    value: T
    said_by: str = dataclasses.field(repr=False)
    count: int = 1
    notes: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError(f"came {self.count} {self.unit}")

    @property
    def total(self) -> int:
        return self.count * 2


KINDS = pytest.mark.parametrize("kind", [Dose, Twin])


@KINDS
def test_it_is_made_by_place_or_by_name_and_what_is_not_given_stands_there(kind: Any) -> None:
    made = kind("a", "b", notes={"c": "d"})
    assert (made.value, made.said_by, made.count, made.notes) == ("a", "b", 1, {"c": "d"})
    assert (kind.unit, made.unit, made.total) == ("mg", "mg", 2)


@KINDS
def test_a_default_that_is_made_anew_is_not_shared(kind: Any) -> None:
    one, other = kind("a", "b"), kind("a", "b")
    assert one.notes == other.notes == {}
    assert one.notes is not other.notes


@KINDS
@pytest.mark.parametrize(
    ("given", "named", "word"),
    [((), {}, "value"), (("a",), {}, "said_by"), (("a", "b", 1, {}, 2), {}, "positional"), (("a", "b"), {"x": 1}, "x")],
)
def test_a_field_too_few_or_too_many_is_a_type_error_that_names_the_record(
    kind: Any, given: tuple[object, ...], named: dict[str, object], word: str
) -> None:
    with pytest.raises(TypeError, match=rf"{kind.__name__}\.__init__\(\).*{word}"):
        kind(*given, **named)


@KINDS
def test_what_is_checked_after_it_is_made_is_checked(kind: Any) -> None:
    with pytest.raises(ValueError, match="came 0 mg"):
        kind("a", "b", 0)


@pytest.mark.parametrize("name", ["value", "total", "unknown"])
def test_it_never_changes(name: str) -> None:
    made = Dose("a", "b")
    with pytest.raises(AttributeError):
        setattr(made, name, "z")
    with pytest.raises(AttributeError):
        delattr(made, name)
    assert made == Dose("a", "b")


@KINDS
def test_it_is_as_small_as_its_fields(kind: Any) -> None:
    assert not hasattr(kind("a", "b"), "__dict__")
    assert kind.__slots__ == kind.__match_args__ == ("value", "said_by", "count", "notes")


def test_two_are_equal_when_their_kind_and_every_field_is() -> None:
    made = Dose("a", "b", 2, {"c": "d"})
    assert made == Dose("a", "b", 2, {"c": "d"})
    others: list[object] = [Dose("z", "b", 2, {"c": "d"}), Dose("a", "z", 2, {"c": "d"}), Dose("a", "b", 1, {"c": "d"})]
    others += [Dose("a", "b", 2), Twin("a", "b", 2, {"c": "d"}), ("a", "b", 2, {"c": "d"})]
    assert all(made != other for other in others)


def test_equal_ones_have_one_hash_and_what_cannot_be_hashed_says_so() -> None:
    assert len({Dose("a", "b", notes=frozenset()), Dose("a", "b", notes=frozenset())}) == 1  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="unhashable"):
        hash(Dose("a", "b"))


def test_it_shows_its_fields_but_for_those_that_nobody_is_to_see() -> None:
    shown = repr(Dose("a", "b"))
    assert shown == "Dose(value='a', count=1, notes={})" == repr(Twin("a", "b")).replace("Twin", "Dose")


@KINDS
def test_it_is_taken_apart_by_place(kind: Any) -> None:
    match kind("a", "b", 3):
        case Dose(value, said_by, count) | Twin(value, said_by, count):
            assert (value, said_by, count) == ("a", "b", 3)
        case _:
            pytest.fail("it was not taken apart")


@pytest.mark.parametrize("change", [replace, dataclasses.replace])
def test_another_one_is_made_with_some_fields_changed_and_checked(change: Any) -> None:
    made = Dose("a", "b", 2)
    assert change(made, value="z", notes={"c": "d"}) == Dose("z", "b", 2, {"c": "d"})
    assert made == Dose("a", "b", 2)
    with pytest.raises(TypeError, match="unknown"):
        change(made, unknown=1)
    with pytest.raises(ValueError, match="came 0 mg"):
        change(made, count=0)


@KINDS
@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, lambda made: pickle.loads(pickle.dumps(made))])  # noqa: S301 - our own
def test_a_copy_is_equal(kind: Any, duplicate: Any) -> None:
    made = kind("a", "b", 2, {"c": "d"})
    assert duplicate(made) == made


def test_the_functions_for_dataclasses_know_it() -> None:
    made = Dose(Dose("a", "b"), "c", 2)
    assert dataclasses.is_dataclass(Dose)
    assert dataclasses.is_dataclass(made)
    assert dataclasses.asdict(made) == {
        "value": {"value": "a", "said_by": "b", "count": 1, "notes": {}},
        "said_by": "c",
        "count": 2,
        "notes": {},
    }
    assert [(it.name, it.default, it.default_factory, it.repr) for it in dataclasses.fields(Dose)] == [
        (it.name, it.default, it.default_factory, it.repr) for it in dataclasses.fields(Twin)
    ]


def test_what_a_class_defines_itself_stands() -> None:
    @frozen
    class Unique:
        name: str

        __eq__ = object.__eq__
        __hash__ = object.__hash__

        def __repr__(self) -> str:
            return "the only one"

    assert Unique("a") != Unique("a")
    assert repr(Unique("a")) == "the only one"


def test_a_kind_of_it_without_fields_of_its_own_is_another_kind() -> None:
    class Reduced(Dose[str]):
        __slots__ = ()

    assert Reduced("a", "b") == Reduced("a", "b")
    assert Reduced("a", "b") != Dose("a", "b")
    assert replace(Reduced("a", "b"), said_by="z") == Reduced("a", "z")
    assert repr(Reduced("a", "b")).endswith("Reduced(value='a', count=1, notes={})")


def test_all_records_without_a_field_are_one() -> None:
    @frozen
    class YesNo:
        """Nothing to say."""

    assert YesNo() == YesNo()
    assert hash(YesNo()) == hash(YesNo())
    assert repr(YesNo()).endswith("YesNo()")


def test_a_field_without_a_default_behind_one_with_is_refused() -> None:
    with pytest.raises(TypeError, match="Dose: a field without a default stands behind"):

        @frozen
        class Dose:
            count: int = 1
            unit: str  # type: ignore[misc]


def test_records_of_one_shape_keep_their_own_names_and_defaults() -> None:
    @frozen
    class One:
        first: int
        second: int = 2

    @frozen
    class Other:
        third: int
        fourth: int = 4

    assert repr(One(first=1)).endswith("One(first=1, second=2)")
    assert repr(Other(third=3)).endswith("Other(third=3, fourth=4)")
    with pytest.raises(TypeError, match=r"Other\.__init__\(\).*first"):
        Other(first=1)  # type: ignore[call-arg]
