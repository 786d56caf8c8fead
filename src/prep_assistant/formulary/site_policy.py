"""A site's policy over the built-in one: machine-wide, then the user's; every value within its bounds, or none."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from prep_assistant.calculation import Source, Status
from prep_assistant.formulary.bounds import Movable
from prep_assistant.formulary.errors import PolicyError
from prep_assistant.formulary.loading import Formulary
from prep_assistant.formulary.movable import write
from prep_assistant.formulary.places import LIMITS, get_value, put_value
from prep_assistant.formulary.site import Moved
from prep_assistant.frozen import frozen, replace
from prep_assistant.language import Phrase, phrase
from prep_assistant.quantities import Refused, name_kind, visible

BUILT_IN = "built in"
_LONGEST_KEY = 60


@frozen
class PolicyFile:
    """One policy.toml: whose it is ("machine" or "user"), its path, and what stands in it, numbers as decimals."""

    owner: str
    path: str
    tables: Mapping[str, object]


@frozen
class PolicyEntry:
    """One value in force, as a policy file writes it, with unit, bounds in words, and origin."""

    key: str
    value: str
    unit: str
    bounds: str
    origin: str


def apply_policy(formulary: Formulary, files: Sequence[PolicyFile]) -> Formulary:
    """The formulary with what the files set; a later file goes over an earlier one, key by key.

    The digest follows the limits that were moved: two sites that calculate alike have the same one, wherever their
    files lie and however they are written.

    Args:
        formulary: with its built-in policy.
        files: machine-wide, then the user's.

    Raises:
        PolicyError: an unknown key, a value of another kind or outside of its bounds. Nothing of any file is used then.
    """
    set_by: dict[str, tuple[object, PolicyFile]] = {}
    for file in files:
        set_by |= {key: (value, file) for key, value in _read(file, formulary)}
    if "site.telephone" in set_by and "site.name" not in set_by:
        path = set_by["site.telephone"][1].path
        raise PolicyError(path, "site.telephone", phrase("came without site.name; expected both, or the name alone"))
    after = formulary
    for key, (value, file) in set_by.items():
        after = put_value(after, key, value, _source(formulary, key, file))
    origins = {key: f"{file.owner}: {file.path}" for key, (_, file) in set_by.items()}
    moved = tuple(_list_moved(formulary, after))
    monograph = replace(after.monograph, digest=_digest(formulary.monograph.digest, moved))
    return replace(after, monograph=monograph, site=replace(after.site, moved=moved), origins=origins)


def list_policy(formulary: Formulary) -> list[PolicyEntry]:
    """Every value in force, in the order in which a policy file is written."""
    return [
        PolicyEntry(
            key=key,
            value=write(get_value(formulary, key)),
            unit=movable.unit,
            bounds=movable.kind.bounds,
            origin=formulary.origins.get(key, BUILT_IN),
        )
        for key, movable in formulary.bounds.items()
    ]


def _read(file: PolicyFile, formulary: Formulary) -> Iterator[tuple[str, object]]:
    for key, value in _flattened(file):
        if key not in formulary.bounds:
            known = ", ".join(formulary.bounds)
            raise PolicyError(
                file.path, key, phrase("is not known; a site may set {known}, and nothing else", known=known)
            )
        movable = formulary.bounds[key]
        try:
            yield key, movable.kind.parse(value)
        except Refused as refused:
            raise PolicyError(file.path, key, _say_refused(name_kind(value), refused.expected, movable)) from None


def _say_refused(came: str, expected: str, movable: Movable) -> Phrase:
    said = phrase("came {came}; expected {expected}", came=came, expected=expected)
    if movable.unit:
        said = phrase("{said} {unit}", said=said, unit=movable.unit)
    return phrase("{said} ({why})", said=said, why=movable.why) if movable.why else said


def _flattened(file: PolicyFile) -> Iterator[tuple[str, object]]:
    for section, entries in file.tables.items():
        if not isinstance(entries, dict):
            raise PolicyError(
                file.path, visible(section, _LONGEST_KEY), phrase("is not known; expected tables, as [dose]")
            )
        for key, value in entries.items():
            yield visible(f"{section}.{key}", _LONGEST_KEY), value


def _source(formulary: Formulary, key: str, file: PolicyFile) -> Source:
    section = formulary.bounds[key].section
    note = f"{key} in {file.path}; built in: {write(get_value(formulary, key))}"
    return Source("Site policy:", f"policy.toml of this {file.owner}", section, Status.HOUSE, note)


def _list_moved(before: Formulary, after: Formulary) -> Iterator[Moved]:
    for key in LIMITS:
        built_in, now = get_value(before, key), get_value(after, key)
        if now != built_in:
            yield Moved(key, before.bounds[key].unit, write(built_in), write(now))


def _digest(formulary: str, moved: Sequence[Moved]) -> str:
    if not moved:
        return formulary
    lines = [formulary, *sorted(f"{it.key} = {it.now}" for it in moved)]
    return "sha256:" + hashlib.sha256("\n".join(lines).encode()).hexdigest()
