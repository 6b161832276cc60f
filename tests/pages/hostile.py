"""A report whose every word tries to be more than a word."""

from datetime import date

from dash_intel.model.items import (
    Assumption,
    BriefSection,
    Entity,
    Hypothesis,
    Insight,
    Recommendation,
    Risk,
    Scenario,
    Statement,
    Tag,
    Technique,
)
from dash_intel.model.problem import Problem
from dash_intel.model.report import Contents, Head, HeadSpans, ParseReport, Report
from dash_intel.model.span import Span
from tests.reports import report

ATTACK = (
    "<img src=x onerror=alert(1)> <script>alert(2)</script> **b** _i_ `c` # h $x^2$ $$y$$ "
    ":red[r] :material/home: :smile: [l](https://evil.example) ![p](https://evil.example/p.png) "
    "https://evil.example www.evil.example a@evil.example -> -- {{x}} %s &lt;b&gt; </style>"
)
"""Markup, script, formula, directive, icon, emoji, links and pictures, on one line."""

WHOLE = Span(0, len(ATTACK))


def hostile(**changes: object) -> Report:
    """Return a report that says ``ATTACK`` wherever a report can say anything."""
    said = Statement(ATTACK, WHOLE)
    spans = HeadSpans(title=WHOLE, headline=WHOLE, publisher=WHOLE, bluf=WHOLE)
    head = Head(ATTACK, ATTACK, ATTACK, date(2025, 6, 3), None, ATTACK, None, spans)
    contents = Contents(
        head=head,
        techniques=(Technique(ATTACK, ATTACK, "none", ATTACK, ATTACK, WHOLE),),
        hypotheses=(Hypothesis(ATTACK, ATTACK, True, WHOLE),),
        assessment=said,
        assumptions=(Assumption("assumption", ATTACK, WHOLE),),
        risks=(Risk("risk-1", ATTACK, ATTACK, WHOLE),),
        recommendations=(Recommendation("advice-1", ATTACK, None, WHOLE),),
        scenarios=(
            Scenario("future-1", "unlabelled", ATTACK, ATTACK, "outlook", WHOLE, None, ATTACK),
        ),
        insights=(Insight(ATTACK, ATTACK, None, ATTACK, ATTACK, ATTACK, WHOLE),),
        brief_sections=(BriefSection(ATTACK, ATTACK, ATTACK),),
        entities=(Entity(ATTACK, None, ATTACK, "listed", WHOLE),),
        declared_gaps=(said,),
        tags=(Tag(ATTACK, ATTACK, WHOLE),),
    )
    parse = ParseReport(unread=(WHOLE,), warnings=(Problem("odd", ATTACK, WHOLE),))
    fields: dict[str, object] = {"contents": contents, "parse": parse, "source": ATTACK}
    return report(ATTACK, **(fields | changes))  # type: ignore[arg-type]
