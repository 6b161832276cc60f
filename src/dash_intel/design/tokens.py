"""Every colour, named by what it means, for light and for dark.

The contrasts and distances that hold between them are kept by ``tests/design``. ``.streamlit``
repeats some of these values, because Streamlit reads its theme from there; a test compares them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a ramp: the fill of a cell and the text that is written on it."""

    fill: str
    text: str


@dataclass(frozen=True, slots=True)
class Hue:
    """One colour of chips and badges: the mark, the text, and the tint the text stands on."""

    mark: str
    text: str
    tint: str


@dataclass(frozen=True, slots=True)
class Hues:
    """The hues of chips. ``green`` is a blue-teal, which red-green blindness tells from red."""

    red: Hue
    orange: Hue
    yellow: Hue
    green: Hue
    blue: Hue
    violet: Hue
    gray: Hue


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours of one theme.

    ``risk`` runs from very low to very high, ``diverging`` from worse to better, ``tags`` from the
    most important on. ``hair`` and ``border`` are decoration; ``line`` outlines hollow marks.
    """

    paper: str
    surface: str
    ink: str
    muted: str
    line: str
    hair: str
    border: str
    accent: str
    worse: str
    better: str
    no_reports: str
    table_border: str
    sidebar: str
    sidebar_surface: str
    risk: tuple[Level, Level, Level, Level, Level]
    diverging: tuple[str, str, str, str, str, str, str]
    tags: tuple[str, str, str, str, str, str, str, str]
    hues: Hues


LIGHT = Palette(
    paper="#FFFFFF",
    surface="#F3F5F4",
    ink="#10151A",
    muted="#56616B",
    line="#87929C",
    hair="#E6EAEC",
    border="#D9DEE1",
    accent="#0E5A6B",
    worse="#A3350F",
    better="#0A6078",
    no_reports="#EEF1F2",
    table_border="#EEF1F2",
    sidebar="#F7F8F7",
    sidebar_surface="#FFFFFF",
    risk=(
        Level("#FBE7C4", "#10151A"),
        Level("#F3BC72", "#10151A"),
        Level("#E0813F", "#10151A"),
        Level("#B8432F", "#FFFFFF"),
        Level("#6B1A2B", "#FFFFFF"),
    ),
    diverging=("#8E1B14", "#C4553F", "#EBB5A3", "#ECEFF1", "#A9CFDB", "#3F8DA6", "#0A5670"),
    tags=(
        "#1154DD",
        "#008B6A",
        "#A28B21",
        "#7B1A72",
        "#E860A3",
        "#335E15",
        "#2395FF",
        "#555155",
    ),
    hues=Hues(
        red=Hue("#B03A12", "#A3350F", "#FBEDE7"),
        orange=Hue("#B4601A", "#8A4712", "#FBF0E4"),
        yellow=Hue("#8A6A00", "#6E5500", "#FAF3D9"),
        green=Hue("#0A6C86", "#0A6078", "#E3F1F5"),
        blue=Hue("#1E5AA8", "#1E5AA8", "#E8F0FA"),
        violet=Hue("#6B3FA0", "#5F378F", "#F1ECF8"),
        gray=Hue("#56616B", "#56616B", "#EEF1F2"),
    ),
)
"""The theme on white; exports and print always use it."""

DARK = Palette(
    paper="#14181D",
    surface="#1E242A",
    ink="#E6EAED",
    muted="#9AA6B1",
    line="#6B7681",
    hair="#2A3138",
    border="#323A42",
    accent="#6CC3D2",
    worse="#F8A186",
    better="#7DD6E6",
    no_reports="#3C4852",
    table_border="#22282F",
    sidebar="#181D22",
    sidebar_surface="#232A31",
    risk=(
        Level("#30282B", "#F4EDE8"),
        Level("#743C34", "#FFFFFF"),
        Level("#AA482A", "#FFFFFF"),
        Level("#F07C42", "#14181D"),
        Level("#FFD394", "#14181D"),
    ),
    diverging=("#FF9C86", "#C96A55", "#71413A", "#2A3138", "#2A5663", "#4296AB", "#7ED6EA"),
    tags=(
        "#3A83E8",
        "#50CFB8",
        "#FFD988",
        "#C2A9FF",
        "#DA848F",
        "#74AE3A",
        "#C7E8FF",
        "#8D8EAB",
    ),
    hues=Hues(
        red=Hue("#F58F6F", "#F8A186", "#3B231A"),
        orange=Hue("#EBA664", "#F0B57C", "#35281A"),
        yellow=Hue("#E3C558", "#E8CF73", "#322C16"),
        green=Hue("#62CDE0", "#7DD6E6", "#142F38"),
        blue=Hue("#85B4F2", "#97C0F5", "#1B2A3E"),
        violet=Hue("#C0A2EE", "#CBB2F2", "#2C2340"),
        gray=Hue("#9AA6B1", "#9AA6B1", "#252C33"),
    ),
)
"""The theme on near-black."""

TLP: Mapping[str, Level] = MappingProxyType(
    {
        "tlp_red": Level("#000000", "#FF2B2B"),
        "tlp_amber": Level("#000000", "#FFC000"),
        "tlp_green": Level("#000000", "#33FF00"),
        "tlp_clear": Level("#000000", "#FFFFFF"),
    }
)
"""Markings in the colours that FIRST prescribes for TLP 2.0, in both themes."""
