"""Records: objects of the exchange format, and any object with a column of text."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dash_intel.model.source import Rejection, SourceText
from dash_intel.read.checks import checked
from dash_intel.read.limits import Limits
from dash_intel.read.names import printable
from dash_intel.read.outcome import Outcome, UnreadableError

TEXT_COLUMNS = ("text", "content", "body", "report")
"""Names of the column that holds the report, in any case; the first that is there counts."""

SCHEMA_VERSION = 1
"""The version of the exchange format that is read."""

_OWN_FIELDS = frozenset({"text", "source", "sources"})


def text_column(names: Iterable[str]) -> str:
    """Return which of ``names`` is the column of text.

    Raises:
        UnreadableError: None is, or two of one name are.
    """
    found = text_columns(names)
    if len(found) > 1:
        raise UnreadableError(
            "no_text_column",
            f"{len(found)} columns or fields are called {found[0].strip().lower()}, in any case: "
            "rename all but the one that holds the reports.",
        )
    if found:
        return found[0]
    raise no_text_column()


def no_text_column() -> UnreadableError:
    """Return why an object or table without a column of text is not read."""
    return UnreadableError(
        "no_text_column",
        f"No column or field is called {', '.join(TEXT_COLUMNS[:-1])} or {TEXT_COLUMNS[-1]}: name "
        "the one that holds the reports so.",
    )


def text_columns(names: Iterable[str]) -> list[str]:
    """Return those of ``names`` that share the first name of a column of text that is there."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_name[name.strip().lower()].append(name)
    return next((by_name[wanted] for wanted in TEXT_COLUMNS if wanted in by_name), [])


def is_exchange(names: Iterable[str]) -> bool:
    """Tell whether an object with these fields is one of the exchange format."""
    return "schema_version" in names


def record(value: object, source: str, limits: Limits) -> Outcome:
    """Return the text of one record."""
    try:
        return _source_text(value, source, limits)
    except UnreadableError as unreadable:
        return unreadable.rejection(source)


def until_broken(outcomes: Iterable[Outcome], source: str, limits: Limits) -> Iterator[Outcome]:
    """Give ``outcomes`` and end with a rejection where too many of them are rejections."""
    broken = 0
    for outcome in outcomes:
        yield outcome
        broken += isinstance(outcome, Rejection)
        if broken >= limits.broken_records:
            yield Rejection(
                source,
                "too_many_broken_records",
                f"{broken:,} of its records could not be read; the rest of it was left out.",
            )
            return


def json_value(text: str, limits: Limits) -> object:
    """Return the value that ``text`` writes as JSON.

    Raises:
        UnreadableError: It is not JSON, or nested too deeply.
    """
    too_deep = UnreadableError(
        "nested_too_deeply",
        f"More than {limits.json_depth} lists and objects of its JSON stand inside each other.",
    )
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableError(
            "broken_json",
            f"It is no JSON: {error.msg} (line {error.lineno:,}, character {error.colno:,}).",
        ) from error
    except ValueError as error:
        raise UnreadableError("broken_json", "It is no JSON: a number is too long.") from error
    except RecursionError as error:
        raise too_deep from error
    if _is_deeper(value, limits.json_depth):
        raise too_deep
    return value


def _source_text(value: object, source: str, limits: Limits) -> SourceText:
    if not isinstance(value, Mapping):
        raise UnreadableError("broken_record", "It is no object with a field of text.")
    if is_exchange(value):
        return _exchanged(value, source, limits)
    return SourceText(_text(value[text_column(value)], limits), (source,))


def _exchanged(value: Mapping[str, object], source: str, limits: Limits) -> SourceText:
    version = value["schema_version"]
    if version != SCHEMA_VERSION or isinstance(version, bool):
        raise UnreadableError(
            "unknown_schema_version",
            f"Its schema_version is not {SCHEMA_VERSION}: export it again with this version.",
        )
    if "text" not in value:
        raise UnreadableError("broken_record", "It has a schema_version and no text.")
    declared = {key: _plain(item) for key, item in value.items() if key not in _OWN_FIELDS}
    return SourceText(_text(value["text"], limits), _sources(value) or (source,), declared=declared)


def _text(value: object, limits: Limits) -> str:
    if value is None:
        raise UnreadableError("empty", "It holds no text.")
    if not isinstance(value, str):
        raise UnreadableError("broken_record", "Its field of text holds no text but another value.")
    return checked(value, limits)


def _sources(value: Mapping[str, object]) -> tuple[str, ...]:
    named = value.get("sources") or value.get("source") or ()
    sources = [named] if isinstance(named, str) else named
    if not isinstance(sources, list | tuple):
        raise UnreadableError("broken_record", "Its sources are no list of texts.")
    texts = tuple(printable(name) for name in sources if isinstance(name, str) and name.strip())
    if len(texts) != len(sources):
        raise UnreadableError("broken_record", "Its sources are no list of texts.")
    return texts


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _is_deeper(value: object, limit: int) -> bool:
    level = [value]
    for _ in range(limit + 1):
        containers = [item for item in level if isinstance(item, dict | list)]
        if not containers:
            return False
        level = [
            item
            for container in containers
            for item in (container.values() if isinstance(container, dict) else container)
        ]
    return True
