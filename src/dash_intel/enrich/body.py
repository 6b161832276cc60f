"""What a report says in its own words: its title and sections without headings, labels and tags."""

from bisect import bisect_right

from dash_intel.model.report import Report


class Body:
    """The runs of text in which a report speaks."""

    def __init__(self, report: Report) -> None:
        contents, sections = report.contents, report.parse.sections
        if sections:
            head = contents.head.spans
            said = [section.body for section in sections if section.key != "tags"]
            said += [span for span in (head.title, head.headline) if span is not None]
            said.sort()
            self._starts, self._ends = [one[0] for one in said], [one[1] for one in said]
        else:
            self._starts, self._ends = [0], [len(report.text)]
        headed = (
            contents.techniques,
            contents.hypotheses,
            contents.assumptions,
            contents.risks,
            contents.recommendations,
            contents.scenarios,
            contents.insights,
        )
        left_out = [item.heading for items in headed for item in items if item.heading]
        left_out += [tag.span for tag in contents.tags]
        left_out.sort()
        self._left_out = left_out
        self._left_out_starts = [span[0] for span in left_out]

    def holds(self, start: int, end: int) -> bool:
        """Tell whether the characters from ``start`` to ``end`` are the report's own words."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or end > self._ends[at]:
            return False
        hole = bisect_right(self._left_out_starts, end - 1) - 1
        return hole < 0 or self._left_out[hole][1] <= start
