"""The few rules of style that the theme cannot say; colours follow the theme by themselves."""

from dataclasses import fields

from dash_intel.design.marks import mark_colours, mixed
from dash_intel.design.tokens import DARK, LIGHT, TLP, Hues

CHOSEN = 0.2
"""Share of the accent in the ground of what is chosen."""


def properties() -> str:
    """Return CSS custom properties of all tokens that style needs, for light and dark at once."""
    found = {
        name: (getattr(LIGHT, name), getattr(DARK, name))
        for name in (
            "paper",
            "surface",
            "ink",
            "muted",
            "line",
            "hair",
            "border",
            "accent",
            "worse",
            "better",
        )
    }
    found["chosen"] = (
        mixed(LIGHT.paper, LIGHT.accent, CHOSEN),
        mixed(DARK.paper, DARK.accent, CHOSEN),
    )
    for hue in fields(Hues):
        light, dark = getattr(LIGHT.hues, hue.name), getattr(DARK.hues, hue.name)
        found[f"{hue.name}-text"] = (light.text, dark.text)
        found[f"{hue.name}-tint"] = (light.tint, dark.tint)
    for mark, level in TLP.items():
        found[f"{mark}-text"] = (level.text, level.text)
        found[f"{mark}-tint"] = (level.fill, level.fill)
    dark_marks = mark_colours(DARK)
    for kind, light in mark_colours(LIGHT).items():
        found[f"{kind}-line"] = (light.line, dark_marks[kind].line)
        found[f"{kind}-tint"] = (light.tint, dark_marks[kind].tint)
    return "".join(
        f"--di-{name}:light-dark({light},{dark});" for name, (light, dark) in found.items()
    )


PAGE_STYLE = f"""
.stApp, [class*="st-key-dialog"] {{{properties()}}}
.st-key-dialog-dark {{color-scheme:dark}}
.st-key-page {{max-width:86rem; margin:0 auto}}
.st-key-page h2 {{padding-top:.6rem}}
[class*="st-key-quote"] {{border-left:2px solid var(--di-line); padding-left:.75rem}}
[class*="st-key-quote"] [data-testid="stText"] * {{
  font-family:'Source Serif',Georgia,serif; font-size:1.02rem; line-height:1.5}}
[class*="st-key-said"] p {{
  font-family:'Source Serif',Georgia,serif; font-size:1.02rem; line-height:1.5}}
.st-key-page blockquote {{
  font-family:'Source Serif',Georgia,serif; font-size:1.02rem; line-height:1.5; color:inherit;
  opacity:1; border-left:2px solid var(--di-line); padding:0 0 0 .75rem; margin:0}}
.st-key-page p:has(img) span {{white-space:nowrap}}
.st-key-page p img {{vertical-align:-2px; margin:0 .15rem 0 0}}
[class*="st-key-lead"] {{border-top:2px solid var(--di-ink); padding-top:.6rem}}
[class*="st-key-rule"] {{border-top:1px solid var(--di-hair); padding-top:.9rem}}
[class*="st-key-row"] {{border-top:1px solid var(--di-hair); padding-top:.5rem}}
[class*="st-key-k-"] {{border-left:1px solid var(--di-hair); padding-left:.9rem}}
[class*="st-key-best"] {{border-top:3px solid var(--di-better) !important}}
[class*="st-key-likely"] {{border-top:3px solid var(--di-muted) !important}}
[class*="st-key-worst"] {{border-top:3px solid var(--di-worse) !important}}
[class*="st-key-link"] a {{padding:0; background:none}}
[class*="st-key-link"] a p {{font-size:1.05rem; line-height:1.35; text-wrap:wrap}}
[class*="st-key-link-plain"] a p {{
  font-size:.95rem; font-weight:400; color:var(--di-accent); text-decoration:underline}}
[class*="st-key-link-plain"] button {{min-height:0; padding:0}}
[class*="st-key-link-plain"] button p {{
  font-size:.95rem; line-height:1.35; text-decoration:underline}}
[class*="st-key-link-open"] a p {{
  font-size:.875rem; font-weight:400; color:var(--di-accent); white-space:nowrap}}
[class*="st-key-link-plain-figure"] {{min-height:1.45rem; justify-content:center}}
[class*="st-key-link"] a:hover p {{color:var(--di-accent); text-decoration:underline}}
.st-key-page [data-testid="stBaseButton-primary"] p,
[class*="st-key-dialog"] [data-testid^="stBaseButton-primary"] p {{color:var(--di-paper)}}
[class*="st-key-foot"] {{position:sticky; left:0}}
[class*="st-key-sideways"] {{display:none !important}}
@media (max-width:768px) {{
  [class*="st-key-foot"] {{max-width:calc(100vw - 2rem)}}
  [class*="st-key-chart-"] [data-testid="stGrid"] {{padding-top:.25rem !important}}
  [class*="st-key-sideways"] {{display:flex !important}}}}
[class*="st-key-crumbs"] button {{min-height:0; padding:.1rem .55rem}}
[class*="st-key-ways"] button {{min-height:0; padding:.15rem 0}}
[data-testid="stMultiSelect"] [data-tag] {{background:var(--di-chosen)}}
[data-testid="stMultiSelect"] [data-tag] * {{color:var(--di-ink)}}
[class*="st-key-row"] [data-testid="stBaseButton-tertiary"] {{min-height:0; padding:0}}
[class*="st-key-row"] [data-testid="stBaseButton-tertiary"] p {{font-size:1rem}}
[class*="st-key-row"] > [class*="st-key-facet"] {{flex-shrink:1; min-width:0}}
[class*="st-key-facet"] [data-testid="stBaseButton-tertiary"] {{max-width:100%}}
[class*="st-key-facet"] [data-testid="stBaseButton-tertiary"] p {{
  white-space:normal; text-align:left}}
[data-testid="stBaseButton-tertiary"] p {{color:var(--di-accent); text-align:left}}
"""
"""Rules of the pages, for one ``st.html`` a run."""
