import pytest

from dash_intel.read.names import is_clutter, printable, suffix


@pytest.mark.parametrize(
    ("name", "extension"),
    [("a.TXT", ".txt"), ("a.b.html", ".html"), ("a", ""), (".txt", ""), ("a.d/b", ""), ("a.", "")],
)
def test_the_suffix_is_what_follows_the_last_dot(name: str, extension: str) -> None:
    assert suffix(name) == extension


@pytest.mark.parametrize("name", [".hidden", "__MACOSX", "Thumbs.db", "DESKTOP.INI", "~$a.docx"])
def test_what_systems_leave_behind_is_clutter(name: str) -> None:
    assert is_clutter(name)


@pytest.mark.parametrize("name", ["a.txt", "~a.txt", "_a", "thumbs.txt"])
def test_other_names_are_not(name: str) -> None:
    assert not is_clutter(name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Zoë’s Bericht\u00a03 – 港口.txt", "Zoë’s Bericht\u00a03 – 港口.txt"),
        ("a\tb\x00c\x7f\x85", "a\ufffdb\ufffdc\ufffd\ufffd"),
        ("a\u2028b\u202ec\u2066d", "a\ufffdb\ufffdc\ufffdd"),
        ("caf\udce9", "caf\ufffd"),
        ("\ud83d", "\ufffd"),
    ],
)
def test_a_printable_name_fits_on_one_line_and_encodes(name: str, shown: str) -> None:
    assert printable(name) == shown
    assert printable(shown) == shown
    assert shown.encode()
