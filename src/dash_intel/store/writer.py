"""Adding reports, rejections and differences to the tables of a build in the making."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from itertools import count

from dash_intel.errors import StoreError
from dash_intel.model.load import Difference, Load
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.store.duck import Connection
from dash_intel.store.groups import update_groups
from dash_intel.store.index import IndexWriter, entry
from dash_intel.store.kin import Warned, settled
from dash_intel.store.layout import Cells, Plain, row_of
from dash_intel.store.packed import Packed, packed
from dash_intel.store.schema import commit, statements
from dash_intel.store.tables import COLUMNS, SOURCE, arrow, reader, source_row
from dash_intel.store.tally import Arrival, Tally

_REJECTION = row_of(Rejection)
_DIFFERENCE = row_of(Difference)
_POSITION_IN_LOAD = (*Plain("load_number", int).columns, *Plain("position", int).columns)
_ALL_COLUMNS = COLUMNS | {
    "rejection": (*_POSITION_IN_LOAD, *_REJECTION.columns),
    "difference": (*_POSITION_IN_LOAD, *_DIFFERENCE.columns),
}


class Writer:
    """Adds one load to a database that is nobody else's; ``finish`` makes it whole."""

    def __init__(self, connection: Connection, index: IndexWriter) -> None:
        self._connection = connection
        self._index = index
        self._tally = Tally()
        connection.execute("BEGIN")
        self._load_number = self._after("SELECT max(load_number) FROM load")
        self._report_keys = count(self._after("SELECT max(report_key) FROM report"))

    def add(self, arrivals: Sequence[Arrival]) -> None:
        """Add what arrives, in its order; a text that is there already adds its sources."""
        outcomes = [packed(one) if isinstance(one, Report) else one for one in arrivals]
        keys = self._keys([found.report_id for found in outcomes if isinstance(found, Packed)])
        fresh: list[tuple[int, Packed]] = []
        places: list[tuple[int, Packed]] = []
        batch: dict[str, list[Cells]] = defaultdict(list)
        for outcome in outcomes:
            if isinstance(outcome, Packed):
                key = keys.get(outcome.report_id)
                if key is None:
                    key = keys[outcome.report_id] = next(self._report_keys)
                    fresh.append((key, outcome))
                else:
                    self._tally.add(outcome, known=True)
                places.append((key, outcome))
            else:
                table, cells = self._finding(outcome)
                batch[table].append(cells)
                self._tally.add(outcome)
        for _, report in self._keep((key, report, self._load_number) for key, report in fresh):
            self._tally.add(report)
        batch[SOURCE] = self._new_sources(places)
        self._insert(batch)

    def keep(self, kept: Iterable[tuple[int, Report, int]]) -> None:
        """Add new reports, without their sources, under these keys and loads, in this order."""
        self._keep((key, packed(report), load_number) for key, report, load_number in kept)

    def _keep(self, kept: Iterable[tuple[int, Packed, int]]) -> tuple[tuple[int, Packed], ...]:
        arrived = list(kept)
        loads = {key: load_number for key, _, load_number in arrived}
        found = settled(self._connection, [(key, report) for key, report, _ in arrived])
        batch: dict[str, list[Cells]] = defaultdict(list)
        for key, report in found.reports:
            for table, cells in report.rows(key, loads[key]):
                batch[table] += cells
        self._insert(batch)
        for key, report in found.reports:
            self._index.add(entry(key, report))
        self._warn(found.warned)
        return found.reports

    def finish(self, origins: tuple[str, ...]) -> Load:
        """Note the load, check the whole database and commit; ``StoreError`` where it is broken."""
        load = self._tally.load(self._load_number, origins)
        self._connection.execute(
            "INSERT INTO load VALUES ($number, $loaded_at, $origins, $added, $known, "
            "$unrecognised, $warned, $revised, $program_version)",
            {
                "number": load.number,
                "loaded_at": load.loaded_at.replace(tzinfo=None),
                "origins": list(load.origins),
                "added": load.added,
                "known": load.known,
                "unrecognised": load.unrecognised,
                "warned": load.warned,
                "revised": load.revised,
                "program_version": version("dash-intel"),
            },
        )
        self.commit()
        return load

    def commit(self) -> None:
        """Note which revisions are the newest, group them, check the whole database and commit."""
        self._connection.execute(statements("revisions.sql"))
        self._finish_index()
        update_groups(self._connection)
        broken = self._connection.execute(statements("checks.sql")).fetchall()
        if broken:
            found = ", ".join(f"{rule}: {number}" for rule, number in broken)
            raise StoreError(f"The new build is not sound ({found}): nothing was published.")
        commit(self._connection)

    def _finish_index(self) -> None:
        """Write the index, whose memory the groups need, without revisions that are superseded."""
        superseded = self._connection.execute(
            "SELECT report_key FROM report WHERE superseded_in >= $load_number",
            {"load_number": self._load_number},
        )
        for (key,) in superseded.fetchall():
            self._index.remove(key)
        self._index.finish()

    def _after(self, sql: str) -> int:
        found = self._connection.execute(sql).fetchone()
        return (found[0] or 0) + 1 if found else 1

    def _keys(self, report_ids: Sequence[str]) -> dict[str, int]:
        found = self._connection.execute(
            "SELECT report_id, report_key FROM report WHERE report_id IN (SELECT unnest($ids))",
            {"ids": list(dict.fromkeys(report_ids))},
        )
        return dict(found.fetchall())

    def _finding(self, finding: Rejection | Difference) -> tuple[str, Cells]:
        if isinstance(finding, Rejection):
            position = len(self._tally.rejections)
            return "rejection", (self._load_number, position, *_REJECTION.cells(finding))
        position = len(self._tally.differences)
        return "difference", (self._load_number, position, *_DIFFERENCE.cells(finding))

    def _new_sources(self, places: Sequence[tuple[int, Packed]]) -> list[Cells]:
        found = self._connection.execute(
            "SELECT report_key, source FROM source WHERE report_key IN (SELECT unnest($keys))",
            {"keys": sorted({key for key, _ in places})},
        )
        there: dict[int, list[str]] = defaultdict(list)
        for key, source in found.fetchall():
            there[key].append(source)
        fresh: list[Cells] = []
        for key, report in places:
            for source in report.sources:
                if source not in there[key]:
                    position = len(there[key])
                    fresh.append(
                        source_row(report.bytes_hash, key, position, source, self._load_number)
                    )
                    there[key].append(source)
        return fresh

    def _warn(self, warned: Sequence[Warned]) -> None:
        if not warned:
            return
        self._connection.executemany(
            "INSERT INTO warning SELECT $key, count(*), $code, $message, NULL, NULL "
            "FROM warning WHERE report_key = $key",
            [
                {"key": one.key, "code": one.problem.code, "message": one.problem.message}
                for one in warned
            ],
        )

    def _insert(self, batch: Mapping[str, Sequence[Cells]]) -> None:
        for table, cells in batch.items():
            if not cells:
                continue
            self._connection.register("batch", reader(arrow(_ALL_COLUMNS[table], cells)))
            self._connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM batch")  # noqa: S608 - our own table
            self._connection.unregister("batch")
