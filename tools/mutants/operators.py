"""The mistakes that are tried: mutmut's, and three of ours that it does not make."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import libcst as cst
from mutmut.mutation.mutators import mutation_operators

Operator = Callable[[Any], Iterable[cst.CSTNode]]


def negate_condition(node: cst.If | cst.While | cst.CompIf) -> Iterator[cst.CSTNode]:
    """``if x`` becomes ``if not x``."""
    grouped = node.test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    yield node.with_changes(test=cst.UnaryOperation(cst.Not(), grouped))


def return_nothing(node: cst.Return) -> Iterator[cst.CSTNode]:
    """``return x`` becomes ``return None``."""
    if node.value is not None:
        yield node.with_changes(value=cst.Name("None"))


def drop_element(node: cst.Tuple | cst.List | cst.Set | cst.Dict) -> Iterator[cst.CSTNode]:
    """A display loses one element: a rule its place in the table, a word its place in the list."""
    if len(node.elements) > 1:
        for place in range(len(node.elements)):
            yield node.with_changes(elements=[*node.elements[:place], *node.elements[place + 1 :]])


OPERATORS: tuple[tuple[type, Operator], ...] = (
    *mutation_operators,
    *((kind, negate_condition) for kind in (cst.If, cst.While, cst.CompIf)),
    (cst.Return, return_nothing),
    *((kind, drop_element) for kind in (cst.Tuple, cst.List, cst.Set, cst.Dict)),
)
