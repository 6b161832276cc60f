"""The type of the app inside a picture, which can use no other font than its own."""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_STATIC = Path(__file__).parents[1] / "ui" / "static"
_LATIN = "latin-wght-normal"
_MORE = {
    "latin-ext-wght-normal": ("\u0100", "\u02ff"),
    "cyrillic-wght-normal": ("\u0400", "\u04ff"),
}
"""Files of letters that few pictures need, and the first and last of these letters."""


def with_type(svg: str) -> str:
    """Return the SVG with the fonts inside it that its letters need."""
    faces = [_face("IBM Plex Sans", _plex(_LATIN))]
    for name, (first, last) in _MORE.items():
        if any(first <= letter <= last for letter in svg):
            faces.append(_face("IBM Plex Sans", _plex(name)))
    faces += [_face("Source Serif", path) for path in _serif()]
    start = svg.index(">", svg.index("<svg")) + 1
    return f"{svg[:start]}<style>{''.join(faces)}</style>{svg[start:]}"


def links() -> str:
    """Return the style of a page of this machine that has all of this type."""
    named = [("IBM Plex Sans", _plex(name)) for name in (_LATIN, *_MORE)]
    named += [("Source Serif", path) for path in _serif()]
    return "".join(_rule(name, path.as_uri()) for name, path in named)


def _plex(name: str) -> Path:
    return _STATIC / f"ibm-plex-sans-{name}.woff2"


@cache
def _face(name: str, path: Path) -> str:
    return _rule(name, f"data:font/woff2;base64,{b64encode(path.read_bytes()).decode()}")


def _rule(name: str, address: str) -> str:
    return f"@font-face{{font-family:'{name}';src:url({address});font-weight:100 900}}"


def _serif() -> Iterator[Path]:
    """Yield the serif that Streamlit brings; where it no longer does, Georgia stands in."""
    shipped = find_spec("streamlit")
    if shipped and shipped.origin:
        media = Path(shipped.origin).parent / "static" / "static" / "media"
        yield from media.glob("SourceSerif*Roman*.woff2")
