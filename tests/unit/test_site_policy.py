"""What a site's policy may say: every value within its bounds, a later file over an earlier one, and nothing else."""

import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

from prep_assistant.formulary import FormularyError, PolicyError, apply_policy, list_policy, load_formulary
from tests.policies import BUILT_IN, WHOLES, one_value, policy_file, with_policy, with_value
from tests.unit.damaged_formulary import LIMITS, RESOURCES, assert_refused, edit_entry

PAGE = Path(__file__).resolve().parents[2] / "docs" / "site-policy.md"
ALWAYS = '"platelets_per_mm3", "alt_x_uln", "ast_x_uln", "bilirubin_x_uln"'
MORE = "lvef_percent, symptomatic_heart_failure, neuropathy_grade, ild_or_pneumonitis, nodular_regenerative_hyperplasia"
LAWFUL = [
    *((key, str(value)) for key, ends in WHOLES.items() for value in (*ends, ends[0] + 1, ends[1] - 1)),
    *(("dose.graduation", value) for value in ("0.1", "0.2", "0.5", "1", "1.0", "0.50")),
    ("laboratory.required", f"[{ALWAYS}]"),
    ("laboratory.required", f'["lvef_percent", {ALWAYS}]'),
    *(("use_by.counts_from", value) for value in ('"dilution"', '"reconstitution"')),
    *(("label.size", f'"{value}"') for value in ("100x150", "102x76", "a4", "letter")),
    *(("entry.decimal_mark", value) for value in ('"point"', '"comma"')),
    ("site.name", '"St. Example \\"West\\" \\\\ Aseptic Unit"'),
    ("site.name", f'"{"n" * 60}"'),
]
NUMBER, TEXT = "came a number; expected ", "came text; expected "
UNLAWFUL = [
    *((key, str(ends[0] - 1), f"{NUMBER}a whole number from {ends[0]} to {ends[1]}") for key, ends in WHOLES.items()),
    *((key, str(ends[1] + 1), f"{NUMBER}a whole number from {ends[0]} to {ends[1]}") for key, ends in WHOLES.items()),
    *((key, f"{ends[1]}.0", "came a number with a point; expected a whole number") for key, ends in WHOLES.items()),
    ("weight.valid", '"7"', f"{TEXT}a whole number"),
    ("weight.valid", "true", "came true or false; expected a whole number"),
    ("weight.valid", "-7", f"{NUMBER}a whole number"),
    ("weight.valid", "[7]", "came a list; expected a whole number"),
    ("dose.graduation", "0.3", "came a number with a point; expected one of 0.1, 0.2, 0.5, 1 mL"),
    ("dose.graduation", "0", f"{NUMBER}one of 0.1"),
    ("dose.graduation", "2", f"{NUMBER}one of 0.1"),
    ("dose.graduation", "nan", "came a number with a point; expected one of 0.1"),
    ("dose.graduation", '"0.1"', f"{TEXT}one of 0.1"),
    ("dose.graduation", "true", "came true or false; expected one of 0.1"),
    ("laboratory.required", '["alt_x_uln", "ast_x_uln", "bilirubin_x_uln"]', "came a list; expected a list of words"),
    ("laboratory.required", f'[{ALWAYS}, "alt_x_uln"]', "each once"),
    ("laboratory.required", f'[{ALWAYS}, "lvef_percent", "lvef_percent"]', "each once"),
    ("laboratory.required", f'[{ALWAYS}, "potassium"]', "at least platelets_per_mm3"),
    ("laboratory.required", f"[{ALWAYS}, 5]", "at least platelets_per_mm3"),
    ("laboratory.required", '"alt_x_uln"', f"{TEXT}a list of words"),
    ("use_by.counts_from", '"puncture"', f'{TEXT}one of "dilution", "reconstitution"'),
    ("use_by.counts_from", "1", f"{NUMBER}one of"),
    ("label.size", '"a5"', f'{TEXT}one of "100x150"'),
    ("entry.decimal_mark", '","', f'{TEXT}one of "point", "comma"'),
    ("site.name", '""', f"{TEXT}text of 1 to 60 characters"),
    ("site.name", f'"{"n" * 61}"', f"{TEXT}text of 1 to 60 characters"),
    ("site.name", '" St. Example"', "text without blanks at its ends"),
    ("site.name", '"a\\nb"', "text without control"),
    ("site.telephone", f'"{"1" * 31}"', f"{TEXT}text of 1 to 30 characters"),
    ("site.telephone", '"+49 6221 56"', "came without site.name"),
    ("dose.maximum", "4", "is not known; a site may set dose.graduation, weight.valid,"),
    ("dose.maximum", "3", "is not known; a site may set"),
    ("patient.name", '"Example"', "is not known"),
    ("use_by.cap.hours", "12", "came a table; expected a whole number"),
]


def read_page() -> dict[str, tuple[str, str, str]]:
    """Return unit, what is built in, and bounds of every value, as the pharmacist's page tells them."""
    lines = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]
    rows = [[cell.strip() for cell in line.split("|")[1:5]] for line in lines]
    return {key.strip("`"): (unit, built_in, bounds) for key, unit, built_in, bounds in rows}


def refuse(text: str, owner: str = "machine") -> PolicyError:
    with pytest.raises(PolicyError) as refused:
        apply_policy(BUILT_IN, [policy_file(text, owner)])
    assert len(str(refused.value).splitlines()) == 1
    return refused.value


@pytest.mark.parametrize(("key", "value"), LAWFUL)
def test_a_value_within_its_bounds_holds_and_its_file_is_told(key: str, value: str) -> None:
    shown = {entry.key: entry for entry in list_policy(with_value(key, value))}[key]
    again = {entry.key: entry for entry in list_policy(with_value(key, shown.value))}[key]
    assert shown == again
    assert shown.origin == "machine: /machine/policy.toml"


@pytest.mark.parametrize(("key", "value", "defect"), UNLAWFUL)
@pytest.mark.parametrize("owner", ["machine", "user"])
def test_a_value_beyond_its_bounds_is_refused_with_file_entry_and_defect(
    key: str, value: str, defect: str, owner: str
) -> None:
    section, _, name = key.partition(".")
    refused = refuse(f"[{section}]\n{name} = {value}\n", owner)
    assert (refused.file, refused.entry) == (f"/{owner}/policy.toml", key.removesuffix(".hours"))
    assert defect in refused.defect
    assert str(refused) == f"{refused.file}: {refused.entry}: {refused.defect}"


LATE = "About every 3 months, and a month for an appointment that is late"
TABLES = "is not known; expected tables, as [dose]"
REFUSED = {
    "a number beyond its bounds": (
        "[laboratory]\nlvef_valid = 121\n",
        f"laboratory.lvef_valid: {NUMBER}a whole number from 1 to 120 d ({LATE})",
    ),
    "a word, which has no unit": (
        '[use_by]\ncounts_from = "puncture"\n',
        f'use_by.counts_from: {TEXT}one of "dilution", "reconstitution"',
    ),
    "a telephone of nobody": (
        '[site]\ntelephone = "1234"\n',
        "site.telephone: came without site.name; expected both, or the name alone",
    ),
    "a limit that no site may set": (
        "[dose]\nmaximum = 3\n",
        f"dose.maximum: is not known; a site may set {', '.join(read_page())}, and nothing else",
    ),
    "a value outside of a table": ("graduation = 0.2\n", f"graduation: {TABLES}"),
    "a value named as a table is": ("dose = 0.2\n", f"dose: {TABLES}"),
    "a list of tables": ("[[dose]]\ngraduation = 0.2\n", f"dose: {TABLES}"),
    "a key as long as is repeated": (f"{'k' * 60} = 1\n", f"{'k' * 60}: {TABLES}"),
    "a key that is longer": (f"{'k' * 61} = 1\n", f"{'k' * 60}…: {TABLES}"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_policy_is_refused_in_full_words(what: str) -> None:
    text, said = REFUSED[what]
    assert str(refuse(text)) == f"/machine/policy.toml: {said}"


def test_a_refusal_repeats_no_value_and_shows_an_odd_key_as_it_is() -> None:
    said = str(refuse('[site]\nname = "Quetzalcoatlus\\u0000"\n')) + str(refuse('["a\\nb"]\nc = 1\n'))
    assert "Quetzalcoatlus" not in said
    assert "a\\u000ab.c" in said


def test_a_policy_with_one_bad_value_is_refused_whole() -> None:
    assert refuse("[dose]\ngraduation = 0.2\n[weight]\nvalid = 22\n").entry == "weight.valid"


def test_the_users_file_goes_over_the_machines_key_by_key() -> None:
    machine = policy_file("[dose]\ngraduation = 0.5\n[weight]\nvalid = 3\n")
    user = policy_file("[dose]\ngraduation = 0.2\n[interval]\nstop = 18\n", "user")
    both = {entry.key: (entry.value, entry.origin) for entry in list_policy(apply_policy(BUILT_IN, [machine, user]))}
    assert both["dose.graduation"] == ("0.2", "user: /user/policy.toml")
    assert both["weight.valid"] == ("3", "machine: /machine/policy.toml")
    assert both["interval.stop"] == ("18", "user: /user/policy.toml")
    assert both["weight.change"] == ("10", "built in")


def test_the_users_telephone_goes_with_the_machines_name() -> None:
    files = [policy_file('[site]\nname = "West"\n'), policy_file('[site]\ntelephone = "1234"\n', "user")]
    site = apply_policy(BUILT_IN, files).site
    assert (site.name, site.telephone) == ("West", "1234")


def test_files_that_are_not_there_leave_the_formulary_as_it_is() -> None:
    assert apply_policy(BUILT_IN, [policy_file(""), policy_file("", "user")]) == BUILT_IN
    assert {entry.origin for entry in list_policy(BUILT_IN)} == {"built in"}


# Of every value that is no whole number: unit, what is built in, and bounds.
TOLD = {
    "dose.graduation": ("mL", "0.1", "one of 0.1, 0.2, 0.5, 1"),
    "laboratory.required": (
        "",
        f"[{ALWAYS}]",
        f"at least {ALWAYS}; besides any of {MORE}".replace('"', ""),
    ),
    "use_by.counts_from": ("", '"dilution"', "one of dilution, reconstitution"),
    "label.size": ("", '"100x150"', "one of 100x150, 102x76, a4, letter"),
    "entry.decimal_mark": ("", '"point"', "one of point, comma"),
    "site.name": ("", '""', "1 to 60 characters"),
    "site.telephone": ("", '""', "1 to 30 characters"),
}


def test_every_value_tells_its_unit_what_is_built_in_and_its_bounds() -> None:
    told = {entry.key: (entry.unit, entry.value, entry.bounds) for entry in list_policy(BUILT_IN)}
    units = {"weight.change": "%", "use_by.cap": "h"}
    assert {key: told.pop(key)[::2] for key in WHOLES} == {
        key: (units.get(key, "d"), f"{least} to {most}") for key, (least, most) in WHOLES.items()
    }
    assert told == TOLD


def test_the_reason_for_a_bound_is_the_note_beside_it() -> None:
    whys = [movable.why for movable in BUILT_IN.bounds.values()]
    noted = tomllib.loads((RESOURCES / LIMITS).read_text("utf-8"))["bounds"].values()
    assert [why for why in whys if why] == [entry["note"] for entry in noted]
    assert {why for why in whys if not why} == {""}


def test_the_digest_follows_the_limits_and_neither_the_file_nor_its_form() -> None:
    digests = [
        formulary.monograph.digest
        for formulary in (
            BUILT_IN,
            with_value("dose.graduation", "0.5"),
            with_value("dose.graduation", "0.2"),
            with_value("laboratory.valid", "2"),
            with_value("use_by.counts_from", '"reconstitution"'),
        )
    ]
    assert len(set(digests)) == len(digests)
    user = apply_policy(BUILT_IN, [policy_file("# ours\n[dose]\ngraduation = 0.50\n", "user")])
    assert user.monograph.digest == digests[1]


def test_the_digest_is_made_of_the_formularys_and_of_the_limits_that_were_moved_sorted() -> None:
    site = with_policy("[use_by]\ncap = 12\n[laboratory]\nvalid = 2\n")
    lines = f"{BUILT_IN.monograph.digest}\nlaboratory.valid = 2\nuse_by.cap = 12"
    assert site.monograph.digest == f"sha256:{sha256(lines.encode()).hexdigest()}"


def test_what_is_set_as_it_is_built_in_moves_nothing() -> None:
    same = with_policy("[dose]\ngraduation = 0.1\n[use_by]\ncap = 24\n")
    assert same.monograph.digest == BUILT_IN.monograph.digest
    assert same.site.moved == ()


def test_name_size_and_decimal_mark_leave_the_digest_alone() -> None:
    site = with_policy('[site]\nname = "West"\n[label]\nsize = "a4"\n[entry]\ndecimal_mark = "comma"\n')
    assert site.monograph == BUILT_IN.monograph


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("use_by.cap", "12", "use_by.cap 12 h (built in: 24 h)"),
        ("use_by.counts_from", '"reconstitution"', 'use_by.counts_from "reconstitution" (built in: "dilution")'),
    ],
)
def test_a_moved_limit_says_what_it_was(key: str, value: str, said: str) -> None:
    assert [str(moved) for moved in with_value(key, value).site.moved] == [said]


@pytest.mark.parametrize(
    ("entry", "old", "new", "named", "defect"),
    [
        ("bounds.use_by", "[4, 24]", "[4, 25]", "bounds.use_by", "reaches beyond the label's 24 h"),
        ("bounds.interval_stop", "[14, 21]", "[14, 22]", "bounds.interval_stop", "reaches beyond the label's 21 d"),
        ("bounds.long_gap", "[28, 63]", "[20, 63]", "bounds.long_gap", "reaches beyond the label's 21 d"),
        ("bounds.weight_valid", "[1, 21]", "[8, 21]", "weight.valid", "lies outside of its own bounds"),
        ("bounds.weight_valid", "[1, 21]", "[1, 6]", "weight.valid", "lies outside of its own bounds"),
        ("bounds.weight_change", "[5, 10]", "[5, 9]", "weight.change", "lies outside of its own bounds"),
        ("weight.change", "value = 10", "value = 7.5", "weight.change", "lies outside of its own bounds"),
        ("bounds.values_valid", "[1, 7]", "[4, 7]", "laboratory.valid", "lies outside of its own bounds"),
        ("bounds.lvef_valid", "[1, 120]", "[1, 99]", "laboratory.lvef_valid", "lies outside of its own bounds"),
        ("bounds.graduation", "[0.1, 0.2, 0.5, 1]", "[0.2, 0.5]", "dose.graduation", "lies outside of its own bounds"),
        ("bounds.label_size", '"100x150", ', "", "label.size", "lies outside of its own bounds"),
        ("laboratory.required", "alt_x_uln", "alt_x_unl", "laboratory.required", "lies outside of its own bounds"),
        ("bounds.weight_valid", "[1, 21]", "[1, 21.5]", "bounds.weight_valid", "must be two whole numbers"),
        ("bounds.graduation", "[0.1, 0.2, 0.5, 1]", "0.1", "bounds.graduation", "must be a list"),
        ("use_by.counts_from", '"dilution"', '"puncture"', "use_by.counts_from", "is not a valid CountsFrom"),
    ],
)
def test_bounds_that_reach_beyond_the_label_or_leave_out_what_is_built_in_are_refused(  # noqa: PLR0913, PLR0917
    tmp_path: Path, entry: str, old: str, new: str, named: str, defect: str
) -> None:
    assert_refused(edit_entry(tmp_path, LIMITS, entry, old, new), LIMITS, named, defect)


def test_bounds_that_end_at_the_labels_number_are_taken(tmp_path: Path) -> None:
    folder = edit_entry(tmp_path, LIMITS, "bounds.long_gap", "[28, 63]", "[21, 63]")
    assert load_formulary(folder=folder).bounds["interval.long_gap"].kind.bounds == "21 to 63"


def test_a_refused_policy_is_a_defect_of_the_formulary_for_whoever_starts() -> None:
    assert issubclass(PolicyError, FormularyError)
    assert isinstance(refuse(one_value("weight.valid", "0")), FormularyError)


def test_the_pharmacists_page_names_every_value_with_its_unit_what_is_built_in_and_its_bounds() -> None:
    told, entries = read_page(), {entry.key: entry for entry in list_policy(BUILT_IN)}
    assert list(told) == list(entries)
    assert {key: told[key] for key in WHOLES} == {
        key: (entries[key].unit, entries[key].value, entries[key].bounds) for key in WHOLES
    }
