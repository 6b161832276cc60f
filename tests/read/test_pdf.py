import io
import logging
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from dash_intel.model.source import SourceText
from dash_intel.read import LIMITS
from tests.read.made import pdf, read, rejection_of, text_of

LINES = ("Ferries stay in Port Ardal – Coast Ledger", "1. BLUF (Bottom Line Up Front)")


def test_lines_come_as_they_stand_page_after_page() -> None:
    data = pdf(LINES, ("Pilots’ café",))
    text = "\n".join((*LINES, "Pilots’ café"))
    assert read("a.pdf", data) == [
        SourceText(text, ("a.pdf",), bytes_hash=sha256(data).hexdigest())
    ]


def test_bytes_before_the_signature_do_no_harm() -> None:
    assert text_of("a.pdf", b"\r\n" + pdf(LINES)).split("\n") == list(LINES)


@pytest.mark.parametrize("data", [pdf(()), pdf((), ()), pdf(("  ",))])
def test_a_pdf_without_text_asks_for_ocr(data: bytes) -> None:
    rejection = rejection_of("scan.pdf", data)
    assert rejection.code == "no_text_layer"
    assert rejection.reason == "It has no text layer: run OCR on it first."


def test_a_pdf_of_unreadable_characters_has_no_text_layer() -> None:
    data = _with_content(b"BT /F1 11 Tf 60 780 Td (\\001\\002\\003\\004) Tj ET")
    assert rejection_of("a.pdf", data).code == "no_text_layer"


def _with_content(content: bytes) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(("abcd",))))
    stream = writer.pages[0]["/Contents"].get_object()
    stream.set_data(content)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("password", ["secret", ""])
def test_a_protected_pdf_is_rejected(password: str) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(LINES)))
    writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert rejection_of("a.pdf", out.getvalue()).code == "encrypted"


def test_a_damaged_pdf_is_rejected() -> None:
    assert rejection_of("a.pdf", b"%PDF-1.7\nnothing more").code == "broken_pdf"


def test_a_pdf_without_its_end_is_read_or_rejected_but_not_cut() -> None:
    data = pdf(*((f"Page {number}",) for number in range(9)))
    whole = text_of("a.pdf", data)
    for size in range(0, len(data), 97):
        (outcome,) = read("a.pdf", data[:size])
        assert not isinstance(outcome, SourceText) or outcome.text == whole


def test_too_many_pages_are_rejected() -> None:
    limits = replace(LIMITS, pdf_pages=2)
    rejection = rejection_of("a.pdf", pdf(LINES, LINES, LINES), limits)
    assert rejection.code == "too_many_pages"


def test_a_pdf_that_takes_too_long_is_rejected() -> None:
    limits = replace(LIMITS, pdf_seconds=0.0)
    assert rejection_of("a.pdf", pdf(LINES), limits).code == "too_slow"


def test_reading_stops_once_the_text_is_too_long() -> None:
    limits = replace(LIMITS, text_characters=50)
    assert rejection_of("a.pdf", pdf(*[LINES] * 5), limits).code == "text_too_long"


def test_ligatures_become_letters() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(("a1b2c",))))
    cmap = b"2 beginbfchar <31> <FB01> <32> <FB03> endbfchar"
    font = writer.pages[0]["/Resources"]["/Font"]["/F1"].get_object()
    stream = writer.pages[0]["/Contents"].get_object().clone(writer, force_duplicate=True)
    stream.set_data(
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange " + cmap + b" endcmap"
    )
    font[NameObject("/ToUnicode")] = stream.indirect_reference
    out = io.BytesIO()
    writer.write(out)
    assert "ﬁ" in PdfReader(io.BytesIO(out.getvalue())).pages[0].extract_text()
    assert text_of("a.pdf", out.getvalue()) == "afibffic"


def test_broken_pdfs_print_nothing() -> None:
    broken = pdf(LINES).replace(b"startxref", b"startxxxx").replace(b"/Length", b"/Lengxx")
    code = (
        f"from dash_intel.read import read_bytes; print(len(list(read_bytes('a.pdf', {broken!r}))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("1\n", "")
    assert not logging.getLogger("pypdf").isEnabledFor(logging.WARNING)
