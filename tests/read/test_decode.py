import pytest

from dash_intel.read.decode import decode
from dash_intel.read.outcome import UnreadableError
from tests.read.made import rejection_of, text_of

PROSE = "Pilots’ strike – “no end” at Zoë’s café\nsays the harbour’s office, naïvely.\n"
CYRILLIC = "Паромы стоят в порту Ардал.\nКонец забастовки не виден – 3 июня.\n"


@pytest.mark.parametrize("text", [PROSE, CYRILLIC, "日本の港は閉じている。\n" * 3, "a"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_mark_and_utf_8_are_read(text: str, codec: str) -> None:
    assert text_of("a.txt", text.encode(codec)) == text


@pytest.mark.parametrize("mark_codec", [("\ufeff", "utf-16-le"), ("\ufeff", "utf-16-be")])
def test_a_mark_is_dropped_and_tells_the_order_of_bytes(mark_codec: tuple[str, str]) -> None:
    mark, codec = mark_codec
    assert text_of("a.txt", (mark + PROSE).encode(codec)) == PROSE


@pytest.mark.parametrize("text", [PROSE, CYRILLIC, "a", "Ελλάδα και πλοία\n"])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read(text: str, codec: str) -> None:
    assert text_of("a.txt", text.encode(codec)) == text


def test_only_the_first_mark_is_dropped() -> None:
    assert text_of("a.txt", "\ufeff\ufeffa".encode()) == "\ufeffa"


def test_what_is_no_utf_8_is_windows_1252() -> None:
    assert text_of("a.txt", PROSE.encode("cp1252")) == PROSE


def test_one_accent_at_the_end_is_windows_1252() -> None:
    assert text_of("a.txt", "Zoë’s café".encode("cp1252")) == "Zoë’s café"


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "iso-8859-7"])
def test_other_8_bit_encodings_are_rejected(codec: str) -> None:
    text = "Μένουν στο λιμάνι τα πλοία της γραμμής" if codec == "iso-8859-7" else CYRILLIC
    data = text.replace("–", "-").encode(codec)
    assert rejection_of("a.txt", data).code == "unknown_encoding"


@pytest.mark.parametrize("cut", [1, 2])
def test_utf_8_cut_off_within_a_character_is_rejected_not_misread(cut: int) -> None:
    data = f"{PROSE}The pilots’".encode()[:-cut]
    rejection = rejection_of("a.txt", data)
    assert rejection.code == "broken_encoding"
    assert f"breaks at byte {len(data) - 2 + cut:,}" in rejection.reason


def test_utf_8_with_a_damaged_byte_is_rejected_not_misread() -> None:
    data = PROSE.encode().replace(b"office", b"of\xfffice")
    assert rejection_of("a.txt", data).code == "broken_encoding"


def test_utf_16_cut_off_within_a_character_is_rejected() -> None:
    assert rejection_of("a.txt", PROSE.encode("utf-16")[:-1]).code == "broken_encoding"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)),
        b"\0" * 64,
        b"name\0value\0",
        b"\x01\x00\x02\x00\x03\x00\x04\x00",
        b"\x07\x08\x0e\x0f abc",
    ],
)
def test_binary_data_is_rejected(data: bytes) -> None:
    assert rejection_of("a.txt", data).code == "binary"


def test_a_stray_control_character_in_prose_stays() -> None:
    text = f"{PROSE * 2}\x1b"
    assert text_of("a.txt", text.encode()) == text


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_endings_become_newlines(ending: str) -> None:
    assert text_of("a.txt", f"a{ending}{ending}b{ending}".encode()) == "a\n\nb\n"


def test_everything_else_stays_as_it_is() -> None:
    text = "  a\t \u00a0b\u2028c\x0bd\x0c\x85 &amp; <b>\u202f\n\n\n "
    assert text_of("a.txt", text.encode()) == text


def test_the_place_where_utf_8_breaks_is_named() -> None:
    with pytest.raises(UnreadableError, match="breaks at byte 9"):
        decode("’’".encode() + b"ab\xe2\x80")
