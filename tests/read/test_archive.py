import io
import stat
import struct
import zipfile
from dataclasses import replace
from hashlib import sha256

import pytest

from dash_intel.model.source import SourceText
from dash_intel.read import LIMITS
from tests.read.made import HARBOUR, in_short, pdf, read, rejection_of, word, zipped


def test_members_are_read_in_their_order_and_named_behind_the_archive() -> None:
    archive = zipped(
        ("b.txt", "bee"),
        ("folder/a.md", "ay"),
        ("folder/", ""),
        ("page.html", "<p>page"),
        ("r.jsonl", '{"text": "one"}\n\n{"text": "three"}'),
        ("t.csv", "text\nrow\n"),
        ("d.docx", word("word")),
        ("p.pdf", pdf(("pdf",))),
    )
    assert in_short(read("x.zip", archive)) == [
        ("x.zip!b.txt", "bee"),
        ("x.zip!folder/a.md", "ay"),
        ("x.zip!page.html", "page"),
        ("x.zip!r.jsonl!1", "one"),
        ("x.zip!r.jsonl!3", "three"),
        ("x.zip!t.csv!1", "row"),
        ("x.zip!d.docx", "word"),
        ("x.zip!p.pdf", "pdf"),
    ]


def test_a_member_is_hashed_as_it_was_packed() -> None:
    expected = SourceText(
        HARBOUR, ("x.zip!a.txt",), bytes_hash=sha256(HARBOUR.encode()).hexdigest()
    )
    assert read("x.zip", zipped(("a.txt", HARBOUR))) == [expected]


def test_clutter_is_left_out_without_a_word() -> None:
    names = ("__MACOSX/._a.txt", "x/.DS_Store", ".git/config.txt", "Thumbs.db", "~$a.docx")
    archive = zipped(*((name, "clutter") for name in names), ("a.txt", "a"))
    assert in_short(read("x.zip", archive)) == [("x.zip!a.txt", "a")]


@pytest.mark.parametrize(
    "name",
    [
        *("../a.txt", "a/../../b.txt", "a/..", "/etc/a.txt", "//host/a.txt", "C:/a.txt", "c:a.txt"),
        *("a\\b.txt", "..\\a.txt", "\\\\host\\a.txt"),
    ],
)
def test_an_unsafe_name_is_rejected_and_the_others_are_read(name: str) -> None:
    archive = zipped((name, "evil"), ("good.txt", "good"))
    assert in_short(read("x.zip", archive)) == [
        (f"x.zip!{name}", "unsafe_name"),
        ("x.zip!good.txt", "good"),
    ]


def test_a_nul_in_a_name_does_not_hide_its_ending() -> None:
    archive = zipped(("a.exe_.txt", "evil"), ("good.txt", "good")).replace(b"a.exe_", b"a.exe\0")
    assert in_short(read("x.zip", archive)) == [
        ("x.zip!a.exe\ufffd.txt", "unsafe_name"),
        ("x.zip!good.txt", "good"),
    ]


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFBLK])
def test_links_and_devices_are_rejected(kind: int) -> None:
    member = zipfile.ZipInfo("link.txt")
    member.create_system = 3
    member.external_attr = (kind | 0o777) << 16
    archive = zipped((member, "/etc/passwd"), ("good.txt", "good"))
    assert in_short(read("x.zip", archive)) == [
        ("x.zip!link.txt", "not_a_file"),
        ("x.zip!good.txt", "good"),
    ]


def test_a_protected_member_is_rejected_and_the_others_are_read() -> None:
    archive = bytearray(zipped(("a.txt", "secret"), ("b.txt", "open")))
    archive[6] |= 1
    archive[archive.index(b"PK\x01\x02") + 8] |= 1
    assert in_short(read("x.zip", bytes(archive))) == [
        ("x.zip!a.txt", "encrypted"),
        ("x.zip!b.txt", "open"),
    ]


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_rare_compression_is_rejected_and_the_others_are_read(method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "rare", compress_type=method)
        archive.writestr("b.txt", "stored")
    assert in_short(read("x.zip", out.getvalue())) == [
        ("x.zip!a.txt", "unsupported_compression"),
        ("x.zip!b.txt", "stored"),
    ]


def test_a_member_that_unpacks_a_thousandfold_is_a_bomb_and_the_others_are_read() -> None:
    archive = zipped(("bomb.txt", b"0" * 5_000_000), ("good.txt", "good"))
    assert in_short(read("x.zip", archive)) == [
        ("x.zip!bomb.txt", "archive_bomb"),
        ("x.zip!good.txt", "good"),
    ]


def test_small_members_may_pack_well() -> None:
    text = "a line\n" * 10_000
    assert in_short(read("x.zip", zipped(("a.txt", text)))) == [("x.zip!a.txt", text)]


def test_an_archive_that_unpacks_to_too_much_is_rejected_as_a_whole() -> None:
    limits = replace(LIMITS, archive_bytes=1_000)
    archive = zipped(*((f"{n}.txt", "a" * 400) for n in range(3)))
    assert rejection_of("x.zip", archive, limits).code == "archive_bomb"


def test_what_archives_inside_unpack_to_counts_as_well() -> None:
    limits = replace(LIMITS, archive_bytes=1_300)
    inner = zipped(("a.txt", "a" * 600))
    archive = zipped(("1.zip", inner), ("2.zip", inner), ("c.txt", "c"))
    assert in_short(read("x.zip", archive, limits)) == [
        ("x.zip!1.zip!a.txt", "a" * 600),
        ("x.zip!2.zip", "archive_bomb"),
        ("x.zip!c.txt", "c"),
    ]


def test_members_that_share_their_bytes_are_a_bomb() -> None:
    archive = zipped(("a.txt", bytes(range(32, 127)) * 20), ("b.txt", "b"))
    start = archive.index(b"PK\x01\x02")
    end = archive.index(b"PK\x05\x06")
    first = archive[start : archive.index(b"PK\x01\x02", start + 1)]
    directory = first * 50
    tail = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 50, 50, len(directory), start, 0)
    assert end > start
    assert rejection_of("x.zip", archive[:start] + directory + tail).code == "archive_bomb"


def declaring(size: int) -> bytes:
    archive = zipped(("a.txt", HARBOUR), ("good.txt", "good"))
    return archive.replace(struct.pack("<L", len(HARBOUR.encode())), struct.pack("<L", size))


def test_a_member_that_declares_less_than_it_holds_is_rejected_not_cut() -> None:
    assert in_short(read("x.zip", declaring(3))) == [
        ("x.zip!a.txt", "broken_archive"),
        ("x.zip!good.txt", "good"),
    ]


def test_a_member_that_declares_more_than_it_holds_is_read() -> None:
    assert in_short(read("x.zip", declaring(5_000))) == [
        ("x.zip!a.txt", HARBOUR),
        ("x.zip!good.txt", "good"),
    ]


def test_a_table_that_breaks_off_gives_its_records_and_a_rejection() -> None:
    lines = b"".join(b'{"text": "%d"}\n' % number for number in range(20_000))
    archive = bytearray(zipped(("r.jsonl", lines), ("good.txt", "good")))
    archive[archive.index(b"PK\x03\x04", 4) - 200] ^= 0xFF
    outcomes = in_short(read("x.zip", bytes(archive)))
    assert outcomes[0] == ("x.zip!r.jsonl!1", "0")
    assert ("x.zip!r.jsonl", "broken_archive") in outcomes
    assert outcomes[-1] == ("x.zip!good.txt", "good")


def test_archives_inside_archives_are_read_to_a_depth() -> None:
    archive = zipped(("a.txt", "deep"))
    for name in ("c.zip", "b.zip"):
        archive = zipped((name, archive), (f"{name}.txt", name))
    assert in_short(read("a.zip", archive)) == [
        ("a.zip!b.zip!c.zip!a.txt", "deep"),
        ("a.zip!b.zip!c.zip.txt", "c.zip"),
        ("a.zip!b.zip.txt", "b.zip"),
    ]
    assert in_short(read("a.zip", zipped(("x.zip", archive), ("z.txt", "z")))) == [
        ("a.zip!x.zip!b.zip!c.zip", "archive_too_deep"),
        ("a.zip!x.zip!b.zip!c.zip.txt", "c.zip"),
        ("a.zip!x.zip!b.zip.txt", "b.zip"),
        ("a.zip!z.txt", "z"),
    ]


def test_archives_without_an_ending_count_to_the_depth_as_well() -> None:
    archive = zipped(("a", "a"))
    for _ in range(LIMITS.archive_depth):
        archive = zipped(("inner", archive))
    assert [code for _, code in in_short(read("x.zip", archive))] == ["archive_too_deep"]
    assert in_short(read("x.zip", zipped(("inner", zipped(("a", "a")))))) == [
        ("x.zip!inner!a", "a")
    ]


def test_a_member_of_another_kind_than_its_name_is_rejected() -> None:
    archive = zipped(
        ("a.txt", pdf(("x",))), ("b.zip", word("x")), ("c.zip", "text"), ("d.exe", "x")
    )
    assert in_short(read("x.zip", archive)) == [
        ("x.zip!a.txt", "wrong_extension"),
        ("x.zip!b.zip", "wrong_extension"),
        ("x.zip!c.zip", "wrong_extension"),
        ("x.zip!d.exe", "unsupported_format"),
    ]


def test_a_member_too_large_to_hold_is_rejected() -> None:
    limits = replace(LIMITS, document_bytes=10)
    archive = zipped(("a.txt", "a" * 11), ("b.txt", "b"))
    assert in_short(read("x.zip", archive, limits)) == [
        ("x.zip!a.txt", "too_large"),
        ("x.zip!b.txt", "b"),
    ]


def test_names_in_utf_8_are_read_with_and_without_the_mark() -> None:
    archive = zipped(("Hafen-ü.txt", "a"))
    assert in_short(read("x.zip", archive)) == [("x.zip!Hafen-ü.txt", "a")]
    unmarked = bytearray(archive)
    unmarked[7] &= ~0x08
    unmarked[archive.index(b"PK\x01\x02") + 9] &= ~0x08
    assert in_short(read("x.zip", bytes(unmarked))) == [("x.zip!Hafen-ü.txt", "a")]


@pytest.mark.parametrize("archive", [zipped(), zipped(("a/", "")), zipped((".DS_Store", "x"))])
def test_an_archive_without_files_is_empty(archive: bytes) -> None:
    assert rejection_of("x.zip", archive).code == "empty"
