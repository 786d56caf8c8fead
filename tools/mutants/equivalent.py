"""The mutants that no test can kill, because the program does the same with them; and the page that says so."""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.mutants.mutation import ROOT, Name

LIST = Path(__file__).with_name("equivalent.toml")
PAGE = ROOT / "docs" / "mutants.md"
MOST_PERCENT = 3


@dataclass(frozen=True)
class Equivalent:
    """A mutant with the reason why it changes nothing that anybody could notice."""

    name: Name
    reason: str


@dataclass(frozen=True)
class Verdict:
    """All mutants by what became of them."""

    tried: Mapping[str, int]
    survivors: Sequence[Name]
    equivalents: Sequence[Equivalent]
    killed_all_the_same: Sequence[Name]

    @property
    def is_clean(self) -> bool:
        """Whether every mutant was killed or is listed, and few enough are."""
        return not (self.survivors or self.killed_all_the_same) and self.percent <= MOST_PERCENT

    @property
    def total(self) -> int:
        """How many mutants were tried."""
        return sum(self.tried.values())

    @property
    def percent(self) -> float:
        """The share of equivalent ones, of 100."""
        return 100 * len(self.equivalents) / max(self.total, 1)

    def in_words(self) -> str:
        """What whoever started the hunt reads."""
        lines = [f"SURVIVED: {name}" for name in self.survivors]
        lines += [f"LISTED AS EQUIVALENT, BUT KILLED OR GONE: {name}" for name in self.killed_all_the_same]
        killed = self.total - len(self.survivors) - len(self.equivalents)
        lines.append(
            f"{self.total} mutants: {killed} killed, {len(self.survivors)} survived, "
            f"{len(self.equivalents)} equivalent ({self.percent:.1f} %)."
        )
        return "\n".join(lines)


def read_equivalents() -> list[Equivalent]:
    """The list, in its order."""
    entries = tomllib.loads(LIST.read_text("utf-8")).get("mutant", [])
    return [
        Equivalent(
            Name(entry["file"], entry["function"], entry["before"], entry["after"], entry.get("number", 1)),
            entry["reason"],
        )
        for entry in entries
    ]


def judge(killers: Mapping[Name, str | None], equivalents: Sequence[Equivalent]) -> Verdict:
    """What became of the mutants, given which test killed each (``None``: none did)."""
    files = {name.file for name in killers}
    listed = [it for it in equivalents if it.name.file in files]
    reasons = {it.name for it in listed}
    alive = {name for name, killer in killers.items() if killer is None}
    return Verdict(
        tried=Counter(name.file for name in killers),
        survivors=sorted(alive - reasons),
        equivalents=[it for it in listed if it.name in alive],
        killed_all_the_same=sorted(reasons - alive),
    )


def write_page(verdict: Verdict) -> None:
    """Writes docs/mutants.md: the figures, and every equivalent mutant with its reason."""
    PAGE.write_text(_HEAD + _figures(verdict) + _LISTED + "".join(map(_row, verdict.equivalents)), "utf-8")


def _figures(verdict: Verdict) -> str:
    listed = Counter(it.name.file for it in verdict.equivalents)
    rows = [
        f"| {file} | {tried} | {tried - listed[file]} | {listed[file] or ''} |\n"
        for file, tried in sorted(verdict.tried.items())
    ]
    killed = verdict.total - len(verdict.equivalents)
    summary = (
        f"| **all** | **{verdict.total}** | **{killed}** | **{len(verdict.equivalents)}** ({verdict.percent:.1f} %) |\n"
    )
    return "".join(rows) + summary


def _row(it: Equivalent) -> str:
    name = it.name
    return f"\n**{name.file}**, `{name.function}`\n\n```diff\n- {name.before}\n+ {name.after}\n```\n\n{it.reason}\n"


_HEAD = """\
# Mutants

Made by `make mutants`; do not edit. Each mutant is the program with one small mistake in what calculates: a sign
turned, a bound moved, an argument lost, a word changed, a rule dropped from its table. The tests have to notice every
one. What they cannot notice, because nothing that anybody could see depends on it, stands below with the reason; more
than 3 % of that would be too much. The mistakes are mutmut's and three of ours (a condition negated, a result lost, an
element dropped).

| module | mutants | killed | equivalent |
| --- | --- | --- | --- |
"""
_LISTED = """
## Equivalent mutants
"""
