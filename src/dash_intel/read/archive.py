"""ZIP archives, read member by member and never unpacked to disk."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from dash_intel.read.checks import whole
from dash_intel.read.kinds import ZIP, kind
from dash_intel.read.limits import Limits
from dash_intel.read.names import is_clutter, printable, suffix
from dash_intel.read.outcome import Outcome, UnreadableError
from dash_intel.read.zips import ZIP_ERRORS, opened

ReadStream = Callable[[IO[bytes], str, str, Limits], Iterator[Outcome]]
"""Reads one stream: takes it, its name, its source and limits."""

_STREAMED = frozenset({".jsonl", ".csv"})
_ENCRYPTED, _UTF_8_NAME = 0x1, 0x800
_UNSAFE_NAME = re.compile(r"\A/|\A[A-Za-z]:|[\\\0]")


def read(
    stream: IO[bytes], source: str, limits: Limits, read_stream: ReadStream
) -> Iterator[Outcome]:
    """Give what the members of an archive hold; ``a.zip!b.txt`` is member ``b.txt``.

    A member that is unsafe or broken is rejected and the others are read; an archive that is a
    bomb as a whole is rejected as a whole. Clutter is left out without a word.
    """
    unpacker = _Unpacker(limits, read_stream)
    yield from unpacker.outcomes(stream, source, depth=1)


class _Unpacker:
    """Reads an archive and those inside it, and counts what they unpack to in all."""

    def __init__(self, limits: Limits, read_stream: ReadStream) -> None:
        self._limits = limits
        self._read_stream = read_stream
        self._bytes_left = limits.archive_bytes

    def outcomes(self, stream: IO[bytes], source: str, depth: int) -> Iterator[Outcome]:
        """Give what the members of the archive in ``stream`` hold."""
        try:
            with opened(stream, self._limits) as archive:
                members = [member for member in archive.infolist() if _is_wanted(member)]
                self._spend(members, stream.seek(0, os.SEEK_END))
                for member in members:
                    member_source = f"{source}!{printable(_name(member))}"
                    yield from self._member(archive, member, member_source, depth)
        except UnreadableError as unreadable:
            yield unreadable.rejection(source)

    def _spend(self, members: list[ZipInfo], archive_bytes: int) -> None:
        """Count declared sizes, which no member can unpack beyond."""
        if not members:
            raise UnreadableError("empty", "It holds no file.")
        unpacked = sum(member.file_size for member in members)
        if unpacked > self._bytes_left:
            raise UnreadableError(
                "archive_bomb",
                f"It unpacks to more than {self._limits.archive_bytes:,} bytes: split it.",
            )
        if sum(member.compress_size for member in members) > archive_bytes:
            raise UnreadableError(
                "archive_bomb",
                "Its members share their bytes, as those of a bomb do: pack it anew.",
            )
        self._bytes_left -= unpacked

    def _member(
        self, archive: ZipFile, member: ZipInfo, source: str, depth: int
    ) -> Iterator[Outcome]:
        name = _name(member)
        try:
            _refuse_unsafe(member, self._limits)
            with archive.open(member) as unpacked:
                if suffix(name) in _STREAMED:
                    yield from self._read_stream(unpacked, name, source, self._limits)
                    return
                held = BytesIO(whole(unpacked, self._limits.document_bytes))
        except UnreadableError as unreadable:
            yield unreadable.rejection(source)
        except ZIP_ERRORS:
            yield _damaged().rejection(source)
        else:
            yield from self._held(held, name, source, depth)

    def _held(self, held: IO[bytes], name: str, source: str, depth: int) -> Iterator[Outcome]:
        try:
            is_archive = suffix(name) in {ZIP, ""} and kind(held, self._limits) == ZIP
            if is_archive:
                self._refuse_deeper(depth)
        except UnreadableError as unreadable:
            yield unreadable.rejection(source)
            return
        if is_archive:
            yield from self.outcomes(held, source, depth + 1)
        else:
            yield from self._read_stream(held, name, source, self._limits)

    def _refuse_deeper(self, depth: int) -> None:
        if depth >= self._limits.archive_depth:
            raise UnreadableError(
                "archive_too_deep",
                f"More than {self._limits.archive_depth} archives are inside each other: unpack "
                "this one first.",
            )


def _damaged() -> UnreadableError:
    return UnreadableError("broken_archive", "This member of the archive is damaged: pack it anew.")


def _is_wanted(member: ZipInfo) -> bool:
    name = _name(member)
    if _is_unsafe(name):
        return True
    return not member.is_dir() and not any(map(is_clutter, name.split("/")))


def _is_unsafe(name: str) -> bool:
    return bool(_UNSAFE_NAME.search(name)) or ".." in name.split("/")


def _name(member: ZipInfo) -> str:
    """Return the member's name; names without the mark of UTF-8 are often UTF-8 all the same."""
    name = member.orig_filename
    if member.flag_bits & _UTF_8_NAME:
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _refuse_unsafe(member: ZipInfo, limits: Limits) -> None:
    if _is_unsafe(_name(member)):
        raise UnreadableError(
            "unsafe_name", "The name of this member leads out of the archive: pack it anew."
        )
    if stat.S_IFMT(member.external_attr >> 16) not in {0, stat.S_IFREG}:
        raise UnreadableError(
            "not_a_file", "This member is a link or a device: pack the file that is meant."
        )
    if member.flag_bits & _ENCRYPTED:
        raise UnreadableError(
            "encrypted", "This member is protected by a password: pack it without one."
        )
    if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise UnreadableError(
            "unsupported_compression",
            "This member is packed by a method that is not read: pack it by the common one "
            "(deflate).",
        )
    is_large = member.file_size > limits.archive_ratio_from
    if is_large and member.file_size > limits.archive_ratio * member.compress_size:
        raise UnreadableError(
            "archive_bomb",
            f"This member unpacks to more than {limits.archive_ratio} times its size, as bombs do.",
        )
