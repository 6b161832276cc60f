from dataclasses import replace
from hashlib import sha256

import pytest

from dash_intel.model.source import SourceText
from dash_intel.read import LIMITS
from tests.read.made import HARBOUR, read, rejection_of, text_of


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT", "b.Md"])
def test_text_is_read_as_it_stands(name: str) -> None:
    data = HARBOUR.encode()
    expected = SourceText(HARBOUR, (name,), bytes_hash=sha256(data).hexdigest())
    assert read(name, data) == [expected]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u00a0\u200b".encode()])
def test_a_text_of_nothing_visible_is_empty(data: bytes) -> None:
    rejection = rejection_of("a.txt", data)
    assert (rejection.code, rejection.reason) == ("empty", "It holds no text.")


def test_a_line_of_5_megabytes_is_rejected_with_its_number() -> None:
    rejection = rejection_of("a.txt", b"head\n" + b"a" * 5_000_000)
    assert rejection.code == "line_too_long"
    assert rejection.reason == (
        "Line 2 has 5,000,000 characters, and at most 1,000,000 are read: break it into lines."
    )


def test_100000_headings_are_rejected() -> None:
    assert rejection_of("a.md", b"# Heading\n" * 100_000).code == "too_many_lines"


def test_a_text_of_many_long_lines_is_rejected() -> None:
    assert rejection_of("a.txt", (b"a" * 500_000 + b"\n") * 5).code == "text_too_long"


def test_a_huge_file_is_rejected_before_it_is_decoded() -> None:
    limits = replace(LIMITS, text_bytes=100)
    assert rejection_of("a.txt", b"a" * 101, limits).code == "too_large"


def test_what_is_just_within_the_limits_is_read() -> None:
    limits = replace(LIMITS, line_characters=4, text_lines=3, text_characters=10)
    assert text_of("a.txt", b"abcd\nabcd\n", limits) == "abcd\nabcd\n"
    assert rejection_of("a.txt", b"abcde\n", limits).code == "line_too_long"
    assert rejection_of("a.txt", b"a\nb\nc\n", limits).code == "too_many_lines"
    assert rejection_of("a.txt", b"abcd\nabcd\na", limits).code == "text_too_long"
