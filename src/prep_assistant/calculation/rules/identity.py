"""Is it the right medicine in the right bag?"""

from prep_assistant.calculation.case import Case
from prep_assistant.calculation.monograph import Meaning
from prep_assistant.calculation.names import normal_name
from prep_assistant.calculation.plan import Finding
from prep_assistant.calculation.rules.finding import stop
from prep_assistant.language import enumerate_alternatives, phrase

_WAY_ON = "Compare with the original order; ask the prescriber for one that says {wanted}."


def find_other_product(case: Case) -> Finding | None:
    """``identity.other_product``: a look-alike, two products, or a name that is not on the list."""
    names = case.monograph.names
    recognised = case.recognised
    if recognised.meaning is not Meaning.OTHER:
        return None
    if recognised.mixed:
        template = "The product name mixes products: it names {products}. " + _WAY_ON
    elif recognised.products:
        template = "This is an order for {products}, not for {wanted}. " + _WAY_ON
    else:
        template = "The product name is not on the list of accepted names; no look-alike was recognised. " + _WAY_ON
    products = ", ".join(recognised.products)
    if recognised.mixed and len(recognised.products) == 1:
        products = phrase("{product} and {drug}", product=products, drug=case.monograph.display_name)
    return stop("identity.other_product", template, names.source, products=products, wanted=case.monograph.display_name)


def find_incomplete_name(case: Case) -> Finding | None:
    """``identity.incomplete_name``: it means the medicine, but not by its full nonproprietary name."""
    names = case.monograph.names
    if case.recognised.meaning is not Meaning.INCOMPLETE:
        return None
    template = "Not the full nonproprietary name: by such names trastuzumab has been given in its place. " + _WAY_ON
    return stop("identity.incomplete_name", template, names.source, wanted=case.monograph.display_name)


def find_wrong_fluid(case: Case) -> Finding | None:
    """``bag.wrong_fluid``: the bag's fluid is not one of the monograph's."""
    fluid, fluids = case.order.bag_fluid, case.monograph.bag_fluids
    if fluid is None or fluid in fluids.value:
        return None
    words = normal_name(fluid)
    products = sorted({product for word, product in case.monograph.wrong_bag.items() if word in words})
    template = "The bag must be {fluids}. Correct the bag, or ask the prescriber."
    if products:
        template = (
            "The bag must be {fluids}: this one is the bag of {products}. Check bag and drug again from the start."
        )
    values = {"fluids": enumerate_alternatives(fluids.value), "products": ", ".join(products)}
    return stop("bag.wrong_fluid", template, fluids.source, **values)


IDENTITY_RULES = (find_other_product, find_incomplete_name, find_wrong_fluid)
