"""The colours that Streamlit is told are those of the tokens, and stand nowhere else."""

import re
import tomllib
from pathlib import Path

import pytest

from dash_intel.design.theme import theme_options
from dash_intel.design.tokens import DARK, LIGHT, Palette
from dash_intel.settings import PROJECT_ROOT

CONFIG = tomllib.loads((PROJECT_ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
STATIC = PROJECT_ROOT / "src" / "dash_intel" / "ui" / "static"
HEX = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b(?![\w-])")


@pytest.mark.parametrize(("name", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_streamlit_is_told_the_tokens_and_no_other_colour(name: str, palette: Palette) -> None:
    assert CONFIG["theme"][name] == theme_options(palette)


@pytest.mark.parametrize(("name", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_logo_is_drawn_in_the_tokens(name: str, palette: Palette) -> None:
    drawn = set(HEX.findall((STATIC / f"logo-{name}.svg").read_text(encoding="utf-8")))
    assert drawn <= {level.fill for level in palette.risk} | {palette.line, palette.ink}


def test_colours_stand_only_in_design_and_in_the_theme() -> None:
    package = PROJECT_ROOT / "src" / "dash_intel"
    found = [
        path.relative_to(PROJECT_ROOT)
        for folder in (package, PROJECT_ROOT / "pages")
        for path in folder.rglob("*")
        if path.suffix in {".py", ".css", ".js"}
        and package / "design" not in path.parents
        and HEX.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_font_is_served_from_here_with_its_licence() -> None:
    urls = [face["url"] for face in CONFIG["theme"]["fontFaces"]]
    assert [url for url in urls if not (STATIC / Path(url).name).is_file()] == []
    assert "SIL OPEN FONT LICENSE" in (STATIC / "ibm-plex-sans-LICENSE.txt").read_text("utf-8")


def test_app_listens_on_loopback_and_tells_nobody() -> None:
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["runner"]["postScriptGC"] is False
