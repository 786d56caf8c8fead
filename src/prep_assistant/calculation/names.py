"""Whether the product on an order is the medicine, by a white list: nothing passes by resembling.

Source: contract.md, ``identity.*``; design.md, "The promise" 3: public code systems file this medicine under
trastuzumab, so neither an ingredient nor a part of a name is ever matched to let an order through.
"""

import re
import string

from prep_assistant.calculation.monograph import Meaning, Names
from prep_assistant.frozen import frozen

# Hyphens and dashes as word processors make them; letters of ASCII only, so that no other sign passes for one of them.
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_SAME_HYPHENS = str.maketrans(_HYPHENS, "-" * len(_HYPHENS))
_SAME = str.maketrans(string.ascii_uppercase + _HYPHENS, string.ascii_lowercase + "-" * len(_HYPHENS))


@frozen
class Recognised:
    """What a product name means, and which products' names stand in it (for the message only)."""

    meaning: Meaning
    products: tuple[str, ...] = ()
    mixed: bool = False


def read_product_name(product: str, names: Names) -> Recognised:
    """What ``product`` means.

    Args:
        product: the name as written on the order.
        names: the monograph's white list and the names of the look-alikes.
    """
    text = normal_name(product)
    bare = _without_brand(text, names.brand)
    if bare in names.accepted:
        return Recognised(Meaning.ACCEPTED)
    if text in names.incomplete or bare in names.incomplete:
        return Recognised(Meaning.INCOMPLETE)
    others, means_ours = _products_named_in(text, names)
    return Recognised(Meaning.OTHER, others, mixed=bool(others) and (means_ours or len(others) > 1))


def plain_name(product: str) -> str:
    """A name as written, with one kind of hyphen and single blanks, for faces that lack the others."""
    return " ".join(product.translate(_SAME_HYPHENS).split())


def normal_name(product: str) -> str:
    """A name in lower case, with one kind of hyphen and single blanks; nothing else of it is changed."""
    return " ".join(product.translate(_SAME).split())


def _without_brand(text: str, brand: str) -> str:
    """The name beside the brand, in the forms that are accepted: before, behind, in parentheses, or around it."""
    for before in (f"{brand} ", f"({brand}) "):
        if text.startswith(before):
            rest = text.removeprefix(before)
            return rest[1:-1] if before[0] != "(" and rest.startswith("(") and rest.endswith(")") else rest
    for behind in (f" {brand}", f" ({brand})"):
        if text.endswith(behind):
            return text.removesuffix(behind)
    return text


def _products_named_in(text: str, names: Names) -> tuple[tuple[str, ...], bool]:
    """Which look-alikes are named, and whether the medicine itself is, longest names first and each place only once."""
    ours = names.accepted | names.incomplete
    found: list[str] = []
    means_ours = False
    for name in sorted(ours | set(names.other), key=len, reverse=True):
        rest = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", "\0", text)
        if rest != text:
            text = rest
            if name in ours:
                means_ours = True
            else:
                found.append(names.other[name])
    return tuple(dict.fromkeys(found)), means_ours
