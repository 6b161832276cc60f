"""``dash-intel places``: a line in, a line out."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def _line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_each_line_is_answered_in_order(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_bytes(
        _line(id="b", title="Iran talks", text="Iranian and Omani envoys met in Muscat.")
        + _line(id=7, title="", text="Nothing.")
    )
    done = run("places", file)
    assert (done.status, done.err) == (0, "")
    assert [json.loads(line) for line in done.out.splitlines()] == [
        {
            "id": "b",
            "places": [
                {"iso3": "IRN", "role": "primary", "mentions": 2},
                {"iso3": "OMN", "role": "primary", "mentions": 2},
            ],
        },
        {"id": 7, "places": []},
    ]


def test_bad_lines_are_named_and_the_rest_is_read(run: Run) -> None:
    bad = [b"{\n", b"\xff\xfe\n", b"[1]\n", _line(id="x"), _line(id=True, text="")]
    done = run("places", "-", stdin=b"".join([*bad, b"\n", _line(id="y", text="Mali")]))
    assert done.status == 2
    assert [line.split(":")[:2] for line in done.err.splitlines()] == [
        ["standard input", str(number)] for number in range(1, 6)
    ]
    assert json.loads(done.out)["id"] == "y"


def test_deep_json_is_a_bad_line(run: Run) -> None:
    done = run("places", "-", stdin=b"[" * 200_000 + b"\n" + _line(id="y", text="Mali"))
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert json.loads(done.out)["id"] == "y"


def test_output_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    done = run("places", "-", "-o", target, stdin=_line(id="é", text="Curaçao"))
    assert (done.status, done.out) == (0, "")
    assert json.loads(target.read_text(encoding="utf-8")) == {
        "id": "é",
        "places": [{"iso3": "CUW", "role": "primary", "mentions": 1}],
    }


def test_a_missing_file_is_one_line(run: Run, tmp_path: Path) -> None:
    done = run("places", tmp_path / "none.jsonl")
    assert (done.status, done.out) == (3, "")
    assert done.err == (
        f"dash-intel: {tmp_path / 'none.jsonl'} cannot be read: No such file or directory.\n"
    )


def test_lone_surrogates_come_back_as_they_were(run: Run) -> None:
    done = run("places", "-", stdin=b'{"id": "\\ud800", "text": "\\ud800 Mali"}\n')
    assert json.loads(done.out)["id"] == "\ud800"
