"""Writing synthetic reports into a folder."""

import json
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import islice
from pathlib import Path

from dash_intel.errors import OutputError
from dash_intel.synth.plan import Slot, slots
from dash_intel.synth.text import text

REPORTS_A_SHARD = 1_000
"""Files of one folder, or lines of one file."""

Told = Callable[[int], None]
"""Is told now and then how many reports are written."""


class Form(StrEnum):
    """What reports are written as."""

    TXT = "txt"
    JSONL = "jsonl"


def write(count: int, directory: Path, seed: int, form: Form, progress: Told) -> None:
    """Write the first ``count`` reports of ``seed`` into ``directory``, which is new or empty.

    Text files stand in folders of a thousand, JSON Lines in files of a thousand lines, each the
    source and text of one report. Raises ``OutputError``.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        if next(directory.iterdir(), None) is not None:
            raise OutputError(f"{directory} is not empty: name a new folder.")
        planned = slots(count, seed)
        done = 0
        for shard in iter(lambda: list(islice(planned, REPORTS_A_SHARD)), []):
            write_shard = _write_files if form is Form.TXT else _write_lines
            for _ in write_shard(shard, directory, seed):
                done += 1
                if done % 100 == 0 or done == count:
                    progress(done)
    except OSError as error:
        raise OutputError(f"{directory} cannot be written: {error.strerror or error}.") from error


def name(slot: Slot) -> str:
    """Return the path of a report's file below the folder: shard and number."""
    return f"{slot.number // REPORTS_A_SHARD:04}/{slot.number:07}.txt"


def _write_files(shard: list[Slot], directory: Path, seed: int) -> Iterator[None]:
    (directory / name(shard[0])).parent.mkdir()
    for slot in shard:
        with open(f"{directory}/{name(slot)}", "xb", buffering=0) as file:  # noqa: PTH123 - twice as fast
            file.write(text(slot, seed).encode())
        yield


def _write_lines(shard: list[Slot], directory: Path, seed: int) -> Iterator[None]:
    path = directory / f"reports-{shard[0].number // REPORTS_A_SHARD:04}.jsonl"
    with path.open("x", encoding="utf-8", newline="\n") as file:
        for slot in shard:
            record = {"source": name(slot), "text": text(slot, seed)}
            file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
            yield
