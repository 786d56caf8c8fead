"""What is typed into every field of the window, and what must be found nowhere afterwards.

Each of the typed texts is usable in some field: a name, a number with its own digits, a day, a time. In any other field
it is refused, and a refused text must be found nowhere either.
"""

from tests.diagnostics.children import CANARIES as OF_PATIENT

NUMBER, WHOLE, DAY, TIME, SENTENCE = (
    "83.7193",
    "719",
    "1961-07-13",
    "17:39:53",
    "Quetzalcoatlus says her sister Zenobia",
)
TYPED = (SENTENCE, NUMBER, DAY, TIME, WHOLE)
# Where what is typed may stand, within the user's folders: the draft, its owner's alone.
MAY_HOLD = ("data/prep-assistant/drafts",)
# "719" alone may stand in any file; it is typed for what it does.
CANARIES = (*OF_PATIENT, NUMBER, "Zenobia", "17:39:53")
