import struct
from dataclasses import replace

import pytest

from dash_intel.read import LIMITS
from tests.read.made import HARBOUR, rejection_of, zipped


def test_too_many_members_are_rejected() -> None:
    limits = replace(LIMITS, archive_members=2)
    archive = zipped(*((f"{n}.txt", "a") for n in range(3)))
    assert rejection_of("x.zip", archive, limits).code == "too_many_members"


@pytest.mark.parametrize("zip_64", [False, True])
def test_a_huge_directory_is_rejected_before_it_is_read(zip_64: bool) -> None:
    limits = replace(LIMITS, archive_members=2)
    directory = 1_000_000
    data = b"PK\x03\x04" + b"x" * directory
    if zip_64:
        places = (44, 45, 45, 0, 0, 9, 9, directory, 4)
        data += struct.pack("<4sQHHLLQQQQ", b"PK\x06\x06", *places)
        data += struct.pack("<4sLQL", b"PK\x06\x07", 0, directory + 4, 1)
        directory = 0xFFFFFFFF
    data += struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 9, 9, directory, 4, 0)
    assert rejection_of("x.zip", data, limits).code == "too_many_members"


@pytest.mark.parametrize("size", [4, 30, 60, 90])
def test_an_archive_that_was_cut_off_is_rejected(size: int) -> None:
    archive = zipped(("a.txt", HARBOUR))
    assert rejection_of("x.zip", archive[:size]).code == "broken_archive"
