"""What reading or a load brought, counted and said in the same words everywhere.

    text            what was read from a file, a member of an archive or a record
    report          a text that a profile recognises
    not recognised  a text that none does
    already loaded  a text that the database has
    the same as another   a text that stands twice in what was checked
    with remarks    a report with a warning, or with text that no rule read
    rejected        a file, member or record that could not be read

Reports, texts not recognised, texts already loaded or there twice and what was rejected add up to
all there was; those with remarks and revisions are among the reports.
"""

from dataclasses import dataclass

from dash_intel.model.load import Load
from dash_intel.view.words import count, listed

REMARKS_ARE = "Remarks are warnings, and text that no rule read."


@dataclass(frozen=True, slots=True)
class Brought:
    """What there was, in counts.

    ``reports`` and ``unrecognised`` are new texts, ``remarked`` and ``revisions`` are reports.
    """

    reports: int = 0
    remarked: int = 0
    revisions: int = 0
    unrecognised: int = 0
    known: int = 0
    rejected: int = 0
    repeated: int = 0

    def parts(self, noun: str = "new report") -> tuple[str, ...]:
        """Return what there was, each kind with its count; of nothing, that there is no report."""
        others = (
            f"{self.unrecognised:,} not recognised" if self.unrecognised else "",
            f"{self.known:,} already loaded" if self.known else "",
            f"{self.repeated:,} the same as another" if self.repeated else "",
            f"{count(self.rejected, 'file')} rejected" if self.rejected else "",
        )
        said = count(self.reports, noun) if self.reports else f"no {noun}"
        return (f"{said}{self._of_them()}", *(part for part in others if part))

    def sentence(self, noun: str = "new report") -> str:
        """Return the parts as a list, without a full stop."""
        return listed(self.parts(noun))

    def counted(self) -> str:
        """Return how many reports more there are now, where revisions make that fewer than came."""
        if not self.revisions:
            return ""
        now = count(self.reports - self.revisions, "report")
        return f"Of a report with revisions only the newest counts: {now} more than before."

    def _of_them(self) -> str:
        revisions = count(self.revisions, "revision") if self.revisions else ""
        remarked = f"{self.remarked:,} with remarks" if self.remarked else ""
        said = ", ".join(part for part in (remarked, revisions) if part)
        return f" ({said})" if said else ""


def brought_by(load: Load) -> Brought:
    """Return what a load brought."""
    return Brought(
        reports=load.added - load.unrecognised,
        remarked=load.warned,
        revisions=load.revised,
        unrecognised=load.unrecognised,
        known=load.known,
        rejected=len(load.rejections),
    )
