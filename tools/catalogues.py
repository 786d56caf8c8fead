"""Brings the catalogues of resources/language up to date with the code: ``make catalogues``.

New texts come in without a translation, and texts that are gone go. What a catalogue lacks stays English on the screen,
and a test fails until it is there.
"""

import ast
import csv
import re
import sys
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from prep_assistant.language import CATALOGUES, split_sentences

ROOT = Path(__file__).resolve().parents[1]
_SOURCE = ROOT / "src" / "prep_assistant"
_FOLDER = ROOT / "resources" / "language"
_MARKS = {"phrase", "tr"}
# Here texts stand in tables and templates without a mark: whatever is prose is meant for people.
_TABLES = (
    "calculation/rules/[!_]*.py",
    "ui/viewmodels/entries.py",
    "ui/views/footer.py",
    "ui/views/form_plan.py",
)
# The groups of a monograph that the figures of a plan come from.
_SHOWN_ON_F1 = ("dose", "vials", "reconstitution", "bag", "infusion", "schedule")
_PLACEHOLDER = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[^\W\d_]{2}")


def collect() -> dict[str, str]:
    """Every sentence that can be shown, with the file it first stands in."""
    found: dict[str, str] = {}
    for place, text in sorted(_texts()):
        for sentence in split_sentences(text):
            if _WORD.search(_PLACEHOLDER.sub("", sentence)):
                found.setdefault(sentence, place)
    return found


def update(catalogue: Catalog, texts: dict[str, str]) -> Catalog:
    """A catalogue with these texts and no others, in the order of the texts; translations stay."""
    fresh = Catalog(catalogue.locale, project="prep-assistant", header_comment="", charset="utf-8")
    for text, place in texts.items():
        old = catalogue.get(text)
        fresh.add(text, old.string if old else "", locations=[(place, 0)])
    return fresh


def compile_catalogue(catalogue: Catalog) -> bytes:
    """The form that the program reads."""
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def read(language: str) -> Catalog:
    """A language's catalogue; an empty one where no file is."""
    file = _FOLDER / f"{language}.po"
    if not file.exists():
        return Catalog(language)
    with file.open("rb") as source:
        return read_po(source, language)


def main() -> int:
    """Writes both forms of every catalogue; 1 while a text has no translation."""
    texts, missing = collect(), 0
    for language in CATALOGUES:
        catalogue = update(read(language), texts)
        with (_FOLDER / f"{language}.po").open("wb") as target:
            write_po(target, catalogue, width=120, omit_header=False, include_lineno=False)
        (_FOLDER / f"{language}.mo").write_bytes(compile_catalogue(catalogue))
        wanting = [message.id for message in catalogue if message.id and not message.string]
        missing += len(wanting)
        print(f"{language}: {len(texts)} texts, {len(wanting)} without a translation")
    return 1 if missing else 0


def _texts() -> Iterator[tuple[str, str]]:
    tables = {path for pattern in _TABLES for path in _SOURCE.glob(pattern)}
    for path in _SOURCE.rglob("*.py"):
        place, tree = str(path.relative_to(_SOURCE)), ast.parse(path.read_text(encoding="utf-8"))
        yield from ((place, text) for text in _marked(tree))
        if path in tables:
            yield from ((place, text) for text in _prose(tree))
    yield from _of_resources()


def _marked(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS:
            yield from _constants(node.args[0])


def _constants(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _prose(tree: ast.AST) -> Iterator[str]:
    """Texts of more than one word, and single ones that begin with a capital; neither names nor explanations."""
    explanations = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        for text in _constants(node) if id(node) not in explanations else ():
            word = text.replace("&", "")
            if (" " in word.strip() or word[:1].isupper()) and "+" not in word:
                yield text


def _of_resources() -> Iterator[tuple[str, str]]:
    findings = ROOT / "resources" / "reasons" / "findings.toml"
    for entry in tomllib.loads(findings.read_text(encoding="utf-8")).values():
        for text in (entry["title"], *entry.get("reasons", {}).values()):
            yield findings.name, text
    checks = ROOT / "resources" / "paper" / "first-dose.toml"
    for check in tomllib.loads(checks.read_text(encoding="utf-8"))["checks"]:
        yield from ((checks.name, check[key]) for key in ("title", "text"))
    for rows in (ROOT / "resources" / "formulary").glob("dose-modifications-*.csv"):
        lines = (line for line in rows.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
        for row in csv.DictReader(lines):
            yield from ((rows.name, row[column]) for column in ("until", "then"))
    for monograph in (ROOT / "resources" / "formulary").glob("kadcyla-*.toml"):
        yield from ((monograph.name, text) for text in _of_figures(tomllib.loads(monograph.read_text("utf-8"))))
    limits = ROOT / "resources" / "formulary" / "house-limits.toml"
    house = tomllib.loads(limits.read_text("utf-8"))
    yield from ((limits.name, text) for text in (*_notes(house["dose"]["graduation"]), *_notes(house["use_by"])))
    doses = ROOT / "resources" / "products" / "labelled_doses.csv"
    yield from ((doses.name, row["regimen"]) for row in csv.DictReader(doses.read_text("utf-8").splitlines()))


def _of_figures(monograph: dict[str, Any]) -> Iterator[str]:
    """What the figures of a plan can say: their notes, and the filters."""
    yield from (text for group in _SHOWN_ON_F1 for text in _notes(monograph[group]))
    yield from filter(None, monograph["infusion"]["filter"]["value"].values())


def _notes(entry: object) -> Iterator[str]:
    """The notes of an entry and of all that are in it."""
    if isinstance(entry, dict):
        yield from (text for name, text in entry.items() if name == "note")
    if isinstance(entry, dict | list):
        yield from (text for part in (entry.values() if isinstance(entry, dict) else entry) for text in _notes(part))


if __name__ == "__main__":
    sys.exit(main())
