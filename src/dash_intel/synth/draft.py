"""A report before it is laid out."""

from dataclasses import dataclass, replace

from dash_intel.synth.chance import Chance
from dash_intel.synth.words import sentences

SAMPLE_LINE = "Sample report: invented for demonstration"
"""The line that every synthetic report carries."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and the lines below it; ``is_open`` where its last line may grow."""

    heading: str
    lines: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """Head and passages in the compact layout, where bullets begin with ``- `` or ``• ``."""

    head: tuple[str, ...]
    passages: tuple[Passage, ...]

    def edited(self, chance: Chance, edits: int) -> "Draft":
        """Return this draft with ``edits`` sentences added to its open passages."""
        changed = list(self.passages)
        grows = [at for at, passage in enumerate(changed) if passage.is_open]
        for update in chance.several(sentences("updates"), edits):
            at = chance.one_of(grows)
            *before, last = changed[at].lines
            changed[at] = replace(changed[at], lines=(*before, f"{last} {update}"))
        return replace(self, passages=tuple(changed))

    def laid_out(self, *, spaced: bool) -> str:
        """Return the text: compact, or with blank lines between all and indented bullets."""
        lines = list(self.head)
        for passage in self.passages:
            lines.append(passage.heading)
            lines += passage.lines
        if not spaced:
            return "\n".join(lines) + "\n"
        shown = (f"  • {line[2:]}" if line.startswith(("- ", "• ")) else line for line in lines)
        return "\n\n".join(shown) + "\n"
