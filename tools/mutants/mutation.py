"""The mutants of a module: its source with one small mistake in it, each told by what the mistake changed."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import libcst as cst
from libcst.metadata import ByteSpanPositionProvider, MetadataWrapper

from tools.mutants.operators import OPERATORS

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "prep_assistant"
PACKAGES = ("quantities", "calculation", "formulary")


@dataclass(frozen=True, order=True)
class Name:
    """What tells a mutant from all others, whatever line it stands on; equal changes in one function are numbered."""

    file: str
    function: str
    before: str
    after: str
    number: int = 1

    def __str__(self) -> str:
        again = f" ({self.number})" if self.number > 1 else ""
        return f"{self.file} {self.function}{again}:  {self.before}  →  {self.after}"


@dataclass(frozen=True)
class Mutant:
    """A module with one mistake: its name and the whole source."""

    name: Name
    source: str


def list_files() -> list[str]:
    """The modules that are mutated, as paths within the package."""
    found = [path for package in PACKAGES for path in (SOURCES / package).rglob("*.py")]
    return sorted(path.relative_to(SOURCES).as_posix() for path in found)


def list_mutants(file: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its lines.

    Args:
        file: the module's path within the package.
    """
    return list(mutate(file, (SOURCES / file).read_text("utf-8")))


def mutate(file: str, text: str) -> Iterator[Mutant]:
    """Every mutant of a source that Python can compile, each once."""
    wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
    sites = _Sites(wrapper)
    wrapper.module.visit(sites)
    seen, known = {text}, dict[Name, int]()
    for function, node, other in sites.found:
        source = sites.replace(node, other)
        if source in seen or not _compiles(source):
            continue
        seen.add(source)
        before, after = _difference(text, source)
        name = Name(file, function, before, after)
        known[name] = known.get(name, 0) + 1
        yield Mutant(replace(name, number=known[name]), source)


def _compiles(source: str) -> bool:
    try:
        compile(source, "mutant", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


def _difference(before: str, after: str) -> tuple[str, str]:
    """The lines that differ, each side in one line with single blanks."""
    old, new = before.splitlines(), after.splitlines()
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return " ".join(" ".join(old).split()), " ".join(" ".join(new).split())


class _Sites(cst.CSTVisitor):
    """Finds what can be changed: everything but docstrings, annotations, decorators, type variables and __all__."""

    def __init__(self, wrapper: MetadataWrapper) -> None:
        super().__init__()
        self.found: list[tuple[str, cst.CSTNode, cst.CSTNode]] = []
        self._module = wrapper.module
        self._text = wrapper.module.bytes
        self._spans = wrapper.resolve(ByteSpanPositionProvider)
        self._within: list[str] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if _means_nothing_at_run_time(node):
            return False
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            self._within.append(node.name.value)
        self.found.extend(self._changes(node))
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.FunctionDef | cst.ClassDef):
            self._within.pop()

    def _changes(self, node: cst.CSTNode) -> Iterator[tuple[str, cst.CSTNode, cst.CSTNode]]:
        for kind, operator in OPERATORS:
            if isinstance(node, kind):
                for other in operator(node):
                    yield ".".join(self._within) or "the module", node, other

    def replace(self, node: cst.CSTNode, other: cst.CSTNode) -> str:
        """The source with ``other`` in the place of ``node``: by its span if it has one, which is ten times as fast."""
        span = self._spans.get(node)
        if span is not None:
            start, end = span.start, span.start + span.length
            if self._text[start:end].decode() == self._module.code_for_node(node):
                return (self._text[:start] + self._module.code_for_node(other).encode() + self._text[end:]).decode()
        return cst.ensure_type(self._module.deep_replace(node, other), cst.Module).code


def _means_nothing_at_run_time(node: cst.CSTNode) -> bool:
    match node:
        case cst.Annotation() | cst.Decorator():
            return True
        case cst.SimpleStatementLine(body=[cst.Expr(value=cst.SimpleString())]):
            return True
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value="__all__"))]):
            return True
        case cst.Assign(value=cst.Call(func=cst.Name(value="TypeVar"))):
            return True
        case _:
            return False


def list_functions(file: str) -> set[str]:
    """The names of a module's functions and classes, dotted, and "the module"."""

    def within(body: Iterable[ast.AST], prefix: str) -> Iterator[str]:
        for node in body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                yield f"{prefix}{node.name}"
                yield from within(node.body, f"{prefix}{node.name}.")

    return {"the module", *within(ast.parse((SOURCES / file).read_text("utf-8")).body, "")}
