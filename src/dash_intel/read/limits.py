"""How much is read: every limit on size, shape and time, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that no input may pass; what passes one is rejected, never cut.

    They are far above real reports and low enough that a hostile file costs seconds and memory
    that a small machine has.

    Text of one report:
        text_characters: Characters of one report.
        line_characters: Characters of one line; a longer one is data, not prose.
        text_lines: Lines of one report; a page of 100,000 headings passes it.

    Files read as a whole:
        text_bytes: Bytes of a text file; enough for ``text_characters`` in any encoding.
        html_bytes: Bytes of a page, pictures inside it included.
        html_depth: Open elements of a page at one point; browsers stop near 500.
        document_bytes: Bytes of a PDF or DOCX file, and of an archive's member that has to be
            held in memory.
        pdf_pages: Pages of a PDF.
        pdf_seconds: Seconds spent on the pages of one PDF.
        docx_bytes: Bytes of a DOCX file's parts, unpacked.
        docx_xml_bytes: Bytes of its parts that are XML, which cost ten times that in memory.
        docx_parts: Parts of a DOCX file.
        json_bytes: Bytes of a JSON file, which has to be held in memory; JSONL has no such limit.
        json_depth: Lists and objects inside each other in one JSON value.

    Tables of records (JSONL, JSON, CSV, Parquet):
        record_characters: Characters of one line of JSONL or one cell of CSV, escapes included.
        records: Records of one Parquet file, whose rows may cost no bytes at all.
        broken_records: Broken records of one file before the rest of it is given up.
        row_group_bytes: Bytes of one row group of a Parquet file, unpacked.

    Sheets that were edited outside (XLSX, CSV):
        sheet_bytes: Bytes of the file.
        sheet_xml_bytes: Bytes of a workbook's parts, unpacked.
        sheet_rows: Rows below the header that are not empty.
        sheet_columns: Columns of the header.
        cell_characters: Characters of one cell; a spreadsheet holds no more.

    Archives and folders:
        archive_bytes: Bytes that an archive and all archives inside it unpack to.
        archive_members: Members of one archive.
        archive_ratio: Unpacked size over packed size of a member above ``archive_ratio_from``
            bytes; prose packs 3 to 10 times, records that repeat each other some 50 times.
        archive_ratio_from: Unpacked bytes of a member from which the ratio is looked at.
        archive_depth: Archives inside each other; 1 allows none inside another.
        folder_depth: Folders inside each other.
    """

    text_characters: int = 2_000_000
    line_characters: int = 1_000_000
    text_lines: int = 20_000
    text_bytes: int = 16_000_000
    html_bytes: int = 20_000_000
    html_depth: int = 256
    document_bytes: int = 100_000_000
    pdf_pages: int = 500
    pdf_seconds: float = 30.0
    docx_bytes: int = 200_000_000
    docx_xml_bytes: int = 20_000_000
    docx_parts: int = 5_000
    json_bytes: int = 64_000_000
    json_depth: int = 64
    record_characters: int = 32_000_000
    records: int = 10_000_000
    broken_records: int = 1_000
    row_group_bytes: int = 2_000_000_000
    sheet_bytes: int = 20_000_000
    sheet_xml_bytes: int = 100_000_000
    sheet_rows: int = 10_000
    sheet_columns: int = 64
    cell_characters: int = 32_767
    archive_bytes: int = 8_000_000_000
    archive_members: int = 200_000
    archive_ratio: int = 200
    archive_ratio_from: int = 1_000_000
    archive_depth: int = 3
    folder_depth: int = 64


LIMITS = Limits()
"""The limits that apply where nothing else is said."""
