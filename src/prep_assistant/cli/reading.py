"""What several commands begin with: an order, and its plan under the label that holds for it."""

from prep_assistant import policy_files
from prep_assistant.calculation import Jurisdiction, Order, Plan, UnusableOrder, plan
from prep_assistant.cli.ending import Refusal
from prep_assistant.documents import read_order
from prep_assistant.documents.files import read_order_file
from prep_assistant.formulary import Formularies, Formulary, FormularyError


def open_formularies() -> Formularies:
    """The installed formularies with the policy of this site.

    Raises:
        Refusal: the policy is damaged.
    """
    try:
        return policy_files.open_formularies()
    except FormularyError as error:
        raise Refusal(str(error)) from error


def open_formulary(jurisdiction: Jurisdiction) -> Formulary:
    """The installed formulary of one jurisdiction with the policy of this site.

    Raises:
        Refusal: one of them is damaged.
    """
    try:
        return policy_files.open_formularies().get(jurisdiction)
    except FormularyError as error:
        raise Refusal(str(error)) from error


def plan_order(order: Order, formularies: Formularies) -> Plan:
    """The plan of an order; its jurisdiction picks the formulary, which is read with the first order that wants it.

    Raises:
        Refusal: that formulary is damaged.
    """
    try:
        formulary = formularies.get(order.jurisdiction)
    except FormularyError as error:
        raise Refusal(str(error)) from error
    return plan(order, formulary.monograph, formulary.policy)


def plan_file(name: str, formularies: Formularies) -> tuple[Order, Plan]:
    """The order in a file ("-" is standard input), and its plan.

    Raises:
        Refusal: the order is unusable, or its formulary damaged.
        OSError: the file cannot be read.
    """
    try:
        order = read_order(read_order_file(name))
    except UnusableOrder as error:
        raise Refusal(str(error)) from error
    return order, plan_order(order, formularies)
