"""Where the time goes: step by step for each profile, and within parsing by what is read."""

import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from types import FrameType

from dash_intel.enrich import enrich_all
from dash_intel.model.report import Report
from dash_intel.model.source import SourceText
from dash_intel.parse import parse
from dash_intel.pipeline.inputs import TEXTS_TOGETHER
from dash_intel.read import find, read_file
from dash_intel.store import packed, publish
from dash_intel.synth import PROFILES, Slot, slots, text

REPORTS = 300
REPEATS = 5
LOOK_SECONDS = 0.001

STAGES = {
    ("document.py", "lines"): "lines",
    ("profile.py", "recognised"): "profile and headings",
    ("head.py", "read_head"): "head",
    ("report_sections.py", "_with_bluf"): "BLUF and confidence",
    ("techniques.py", "read_techniques"): "techniques",
    ("competing.py", "read_hypotheses"): "hypotheses",
    ("competing.py", "read_assumptions"): "assumptions",
    ("risks.py", "read_risks"): "risks",
    ("outlook.py", "read_outlook"): "recommendations and scenarios",
    ("entities.py", "read_entities"): "entities",
    ("tags.py", "read_tags"): "tags",
    ("insights.py", "read_insights"): "insights of briefs",
    ("notes.py", "unread"): "what was not read",
    ("language.py", "language"): "language",
    ("ids.py", "identified"): "ids",
    ("ids.py", "content_hash"): "ids",
}
"""Functions and the stage that they and all below them count for; the lowest one decides."""


@dataclass(frozen=True)
class Steps:
    """Milliseconds of processor a report of one profile, by step."""

    profile: str
    read: float
    parse: float
    enrich: float
    pack: float
    write: float

    @property
    def total(self) -> float:
        """All steps together."""
        return self.read + self.parse + self.enrich + self.pack + self.write


def steps(seed: int) -> list[Steps]:
    """Return what each step takes for each profile: the median of some rounds."""
    return [_steps(profile, seed) for profile in PROFILES]


def parse_stages(seed: int) -> list[tuple[str, float]]:
    """Return the stages of parsing and their shares of it, 0 to 1, the greatest first."""
    sources = [SourceText(text(slot, seed), ("text",)) for slot in slots(2_000, seed)]
    seen: Counter[str] = Counter()
    with _looking(seen):
        for source in sources:
            parse(source)
    return [(stage, count / seen.total()) for stage, count in seen.most_common()]


def _steps(profile: str, seed: int) -> Steps:
    chosen = list(islice((slot for slot in slots(10**9, seed) if _is(slot, profile)), REPORTS))
    with TemporaryDirectory(prefix="dash-intel-bench-") as name:
        folder = Path(name)
        for slot in chosen:
            (folder / f"{slot.number}.txt").write_text(text(slot, seed), encoding="utf-8")
        files = list(find([folder]))
        sources = [source for file in files for source in read_file(file)]
        parsed = [parse(source) for source in sources]
        reports = _enriched(parsed)
        rows = [packed(report) for report in reports]
        rounds = iter(range(REPEATS))
        return Steps(
            profile,
            read=_milliseconds(lambda: [list(read_file(file)) for file in files]),
            parse=_milliseconds(lambda: [parse(source) for source in sources]),
            enrich=_milliseconds(lambda: _enriched(parsed)),
            pack=_milliseconds(lambda: [packed(report) for report in reports]),
            write=_milliseconds(lambda: publish(folder / f"{next(rounds)}", rows, ("bench",))),
        )


def _enriched(parsed: Sequence[Report]) -> list[Report]:
    """Read the words of reports as a load does, some at a time."""
    starts = range(0, len(parsed), TEXTS_TOGETHER)
    return [
        report for start in starts for report in enrich_all(parsed[start : start + TEXTS_TOGETHER])
    ]


def _is(slot: Slot, profile: str) -> bool:
    return slot.profile == profile


def _milliseconds(task: Callable[[], object]) -> float:
    taken = []
    for _ in range(REPEATS):
        start = time.process_time()
        task()
        taken.append(time.process_time() - start)
    return median(taken) * 1_000 / REPORTS


@contextmanager
def _looking(seen: Counter[str]) -> Iterator[None]:
    """Count, each millisecond of processor time, which stage is at work."""

    def look(_: int, frame: FrameType | None) -> None:
        while frame is not None:
            code = frame.f_code
            stage = STAGES.get((Path(code.co_filename).name, code.co_name))
            if stage is not None:
                seen[stage] += 1
                return
            frame = frame.f_back
        seen["the rest"] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, LOOK_SECONDS, LOOK_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
