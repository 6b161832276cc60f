"""What ``.streamlit/config.toml`` has to say of a palette."""

from dataclasses import fields

from dash_intel.design.tokens import Hues, Palette


def theme_options(palette: Palette) -> dict[str, str | list[str] | dict[str, str]]:
    """Return the options of one theme section, as Streamlit names them."""
    options: dict[str, str | list[str] | dict[str, str]] = {
        "primaryColor": palette.accent,
        "backgroundColor": palette.paper,
        "secondaryBackgroundColor": palette.surface,
        "textColor": palette.ink,
        "linkColor": palette.accent,
        "borderColor": palette.border,
        "dataframeBorderColor": palette.table_border,
        "dataframeHeaderBackgroundColor": palette.paper,
        "dataframeHeaderTextColor": palette.muted,
        "codeTextColor": palette.ink,
        "codeBackgroundColor": palette.surface,
        "chartCategoricalColors": list(palette.tags),
        "sidebar": {
            "backgroundColor": palette.sidebar,
            "secondaryBackgroundColor": palette.sidebar_surface,
        },
    }
    for field in fields(Hues):
        hue = getattr(palette.hues, field.name)
        options[f"{field.name}Color"] = hue.mark
        options[f"{field.name}TextColor"] = hue.text
        options[f"{field.name}BackgroundColor"] = hue.tint
    return options
