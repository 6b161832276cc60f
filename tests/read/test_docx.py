import io
import re
import zipfile
from dataclasses import replace
from hashlib import sha256

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from dash_intel.model.source import SourceText
from dash_intel.read import LIMITS
from tests.read.made import read, rejection_of, saved, text_of, word, zipped


def with_body(xml: str) -> bytes:
    document = docx.Document()
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = parse_xml(f"<w:body {nsdecls('w')} {space}>{xml}</w:body>")
    document.element.replace(document.element.body, body)
    return saved(document)


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def lines_of(xml: str) -> list[str]:
    return text_of("a.docx", with_body(xml)).split("\n")


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {member: archive.read(member) for member in archive.namelist()}
    return zipped(*{**members, name: content}.items())


def test_paragraphs_headings_lists_and_tables_come_in_their_order() -> None:
    document = docx.Document()
    document.add_heading("Ferries stay", 0)
    document.add_heading("1. BLUF", 1)
    document.add_paragraph("Closed.")
    document.add_paragraph("")
    document.add_paragraph("One", style="List Bullet")
    document.add_paragraph("• Two", style="List Bullet")
    document.add_paragraph("Three", style="List Number")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, "abcd", strict=True):
        cell.text = text
    document.add_paragraph("End")
    data = saved(document)
    text = "Ferries stay\n1. BLUF\nClosed.\n\n- One\n• Two\n- Three\na\tb\nc\td\nEnd"
    expected = SourceText(text, ("a.docx",), bytes_hash=sha256(data).hexdigest())
    assert read("a.docx", data) == [expected]


def test_numbering_of_a_paragraph_makes_it_an_item_and_zero_does_not() -> None:
    number = '<w:pPr>{}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr></w:pPr>'
    style = '<w:pStyle w:val="{}"/>'
    xml = "".join(
        f"<w:p>{number.format(style.format(name) if name else '', numbering)}{run('x')}</w:p>"
        for name, numbering in (("", 1), ("", 0), ("ListBullet", 0), ("Heading1", 1))
    )
    assert lines_of(xml) == ["- x", "x", "x", "x"]


def test_insertions_are_read_and_deletions_are_not() -> None:
    deleted = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('from')}</w:moveFrom><w:moveTo>{run('to')}</w:moveTo>"
    xml = f"<w:p>{run('a ')}{deleted}<w:ins>{run('new')}</w:ins> {moved}</w:p>"
    assert lines_of(xml) == ["a newto"]


def test_a_deleted_end_of_paragraph_joins_it_with_the_next() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert lines_of(f"<w:p>{mark}{run('a')}</w:p><w:p>{run('b')}</w:p>") == ["ab"]


def test_links_fields_and_content_controls_are_read() -> None:
    control = f"<w:sdt><w:sdtContent><w:p>{run('control')}</w:p></w:sdtContent></w:sdt>"
    field = f"<w:r><w:instrText>PAGE</w:instrText></w:r>{run('7')}"
    assert lines_of(f"{control}<w:p><w:hyperlink>{run('link')}</w:hyperlink>{field}</w:p>") == [
        "control",
        "link7",
    ]


def test_tabs_and_breaks_are_kept_and_a_fallback_is_not_read_twice() -> None:
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='x'>{run('c')}</mc:Choice>"
        f"<mc:Fallback>{run('c')}</mc:Fallback></mc:AlternateContent>"
    )
    xml = f"<w:p>{run('a')}<w:r><w:tab/><w:t>b</w:t><w:br/></w:r>{both}</w:p>"
    assert lines_of(xml) == ["a\tb", "c"]


@pytest.mark.parametrize("data", [word(), word("", " ")])
def test_a_document_without_text_is_empty(data: bytes) -> None:
    assert rejection_of("a.docx", data).code == "empty"


def test_a_document_that_declares_more_than_the_limit_is_a_bomb() -> None:
    data = with_member(word("a"), "word/media/image1.png", b"\0" * 1_000_000)
    limits = replace(LIMITS, docx_bytes=1_000_000)
    assert rejection_of("a.docx", data, limits).code == "archive_bomb"


def test_a_part_that_unpacks_to_more_than_it_declares_is_rejected() -> None:
    data = with_member(word("a"), "word/document.xml", b"<a>" + b" " * 1_000_000 + b"</a>")
    real = (1_000_007).to_bytes(4, "little")
    assert rejection_of("a.docx", data.replace(real, (99).to_bytes(4, "little"))).code == (
        "broken_docx"
    )


def test_a_document_of_too_much_markup_is_a_bomb() -> None:
    limits = replace(LIMITS, docx_xml_bytes=10_000)
    assert rejection_of("a.docx", word("a"), limits).code == "archive_bomb"


def test_a_document_of_too_many_lines_is_rejected() -> None:
    xml = "<w:p/>" * 100_000
    assert rejection_of("a.docx", with_body(xml)).code == "too_many_lines"


def test_a_document_of_too_many_parts_is_a_bomb() -> None:
    limits = replace(LIMITS, docx_parts=3)
    assert rejection_of("a.docx", word("a"), limits).code == "archive_bomb"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("word/document.xml", b""),
        ("word/document.xml", b"<a/>"),
        ("word/document.xml", b"<w:document><w:body>"),
        ("word/styles.xml", b"<a>"),
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", b""),
    ],
)
def test_a_document_with_a_broken_part_is_rejected(name: str, content: bytes) -> None:
    assert rejection_of("a.docx", with_member(word("a"), name, content)).code == "broken_docx"


def test_entities_that_multiply_are_not_resolved() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE w:document [<!ENTITY e0 "boom">{entities}]>'
    with zipfile.ZipFile(io.BytesIO(word("MARK"))) as archive:
        part = archive.read("word/document.xml").decode()
    part = re.sub(r"<w:document", f"{head}<w:document", part, count=1).replace("MARK", "&e11;")
    data = with_member(word("a"), "word/document.xml", part.encode())
    assert "boom" not in str(read("a.docx", data))


def test_deep_nesting_is_rejected() -> None:
    deep = b"<w:p>" * 100_000
    space = nsdecls("w").encode()
    part = b"<w:document " + space + b"><w:body>" + deep
    data = with_member(word("a"), "word/document.xml", part)
    assert rejection_of("a.docx", data).code == "broken_docx"
