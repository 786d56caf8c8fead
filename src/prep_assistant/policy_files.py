"""The policy of this site: one file for everybody at the machine, one of the user."""

from decimal import Decimal
from pathlib import Path

from prep_assistant.formulary import Formularies, PolicyError, PolicyFile
from prep_assistant.language import phrase
from prep_assistant.site_files import FileDamaged, machine_file, read_tables, user_file

_NAME = "policy.toml"


def open_formularies() -> Formularies:
    """The installed formularies under the policy of this site: machine-wide, then the user's.

    Raises:
        PolicyError: a policy file cannot be read or is no TOML.
    """
    places = {"machine": machine_file(_NAME), "user": user_file(_NAME)}
    return Formularies([_read_policy(owner, path) for owner, path in places.items()])


def _read_policy(owner: str, path: Path) -> PolicyFile:
    try:
        return PolicyFile(owner, str(path), read_tables(path, Decimal))
    except FileDamaged as damaged:
        raise PolicyError(str(path), phrase("the file"), damaged.defect) from None
