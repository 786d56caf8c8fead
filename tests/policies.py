"""Policies as a site writes them, over the built-in formulary."""

import tomllib
from decimal import Decimal

from prep_assistant.formulary import Formulary, PolicyFile, apply_policy, load_formulary

BUILT_IN = load_formulary()
# Least and most of each whole number, as docs/site-policy.md tells a pharmacist.
WHOLES = {
    "weight.valid": (1, 21),
    "weight.change": (5, 10),
    "interval.stop": (14, 21),
    "interval.long_gap": (28, 63),
    "laboratory.valid": (1, 7),
    "laboratory.lvef_valid": (1, 120),
    "use_by.cap": (4, 24),
}


def policy_file(text: str, owner: str = "machine") -> PolicyFile:
    """Return a policy file with this text, as it is read."""
    return PolicyFile(owner, f"/{owner}/policy.toml", tomllib.loads(text, parse_float=Decimal))


def one_value(key: str, value: str) -> str:
    """Return the text of a policy file that sets one value, such as `dose.graduation` to `0.5`."""
    section, _, name = key.partition(".")
    return f"[{section}]\n{name} = {value}\n"


def with_policy(text: str) -> Formulary:
    """Return the formulary of a site whose machine-wide policy has this text."""
    return apply_policy(BUILT_IN, [policy_file(text)])


def with_value(key: str, value: str) -> Formulary:
    """Return the formulary of a site that sets this one value."""
    return with_policy(one_value(key, value))
