"""What the medicine is called on the screen, what it is mistaken for, and the list its name is picked from."""

from prep_assistant.calculation import Monograph
from prep_assistant.frozen import frozen
from prep_assistant.language import tr


@frozen
class IdentityState:
    """The identity strip, and the choices of product and bag fluid: the look-alikes stand in both lists."""

    name: str
    emphasised: str
    not_these: str
    products: tuple[str, ...]
    bag_fluids: tuple[str, ...]


def make_identity(monograph: Monograph) -> IdentityState:
    """The identity of a monograph's medicine; the list's order tells nobody which one is right."""
    look_alikes = sorted(set(monograph.names.other.values()), key=str.casefold)
    products = sorted({monograph.display_name, *look_alikes}, key=str.casefold)
    words = monograph.nonproprietary_name.split(" ")
    emphasised = " ".join([*words[:-1], words[-1].upper()])
    return IdentityState(
        name=monograph.display_name,
        emphasised=f"{emphasised} ({monograph.brand})",
        not_these=_say_not_these(monograph),
        products=tuple(products),
        bag_fluids=(*monograph.bag_fluids.value, *sorted(monograph.wrong_bag)),
    )


def _say_not_these(monograph: Monograph) -> str:
    """Such as "NOT trastuzumab (Herceptin and biosimilars), NOT Enhertu (dextrose bag!)", from the product tables."""
    antibody = monograph.nonproprietary_name.split(" ")[0].rpartition("-")[2]
    products = monograph.names.other.values()
    brand = next(_brand(product) for product in products if product.startswith(f"{antibody} ("))
    words: dict[str, str] = {}
    for word, product in monograph.wrong_bag.items():
        words.setdefault(product, word)
    wrong = [tr("NOT {name} ({fluid} bag!)", name=_brand(product), fluid=word) for product, word in words.items()]
    return ", ".join([tr("NOT {name} ({brand} and biosimilars)", name=antibody, brand=brand), *wrong])


def _brand(product: str) -> str:
    return product.partition("(")[2].rstrip(")")
