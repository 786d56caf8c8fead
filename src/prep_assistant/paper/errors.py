"""What cannot go onto paper, in words that name the line and never the patient."""

import unicodedata

from prep_assistant.language import phrase


class PaperError(Exception):
    """Something that is not printed. ``words`` are one line: what it is about, what came, what to do."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class PlanStopped(PaperError):
    """Paper was asked of a plan that is stopped: no number leaves it."""

    def __init__(self) -> None:
        super().__init__(phrase("the plan is stopped: it has no label and no worksheet; resolve its findings first"))


class ContentDoesNotFit(PaperError):
    """A line has no room on the chosen size. Nothing is cut and nothing is printed smaller."""

    def __init__(self, line: str, size: str) -> None:
        super().__init__(phrase('{line}: has no room on the size "{size}"; choose a larger size', line=line, size=size))
        self.line = line


class CannotBePrinted(PaperError):
    """A letter that the faces lack, or of a script whose letters change shape or direction beside each other."""

    def __init__(self, line: str, character: str, why: str) -> None:
        name = unicodedata.name(character, "a character without a name")
        super().__init__(
            phrase(
                "{line}: {character} cannot be printed: {why}; expected letters of the Latin, Greek or Cyrillic script",
                line=line,
                character=f"U+{ord(character):04X} {name}",
                why=why,
            )
        )
        self.line = line
        self.character = character
