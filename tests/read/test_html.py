import time
from dataclasses import replace

import pytest

from dash_intel.read import LIMITS
from tests.read.made import in_short, read, rejection_of, text_of


def lines_of(page: str) -> list[str]:
    return text_of("a.html", page.encode()).split("\n")


def test_blocks_become_lines_and_inline_elements_do_not() -> None:
    page = "<div><p>One <b>bo</b>ld\n  word<p>Two<span>2</span></div>three<h2>4</h2><hr>five"
    assert lines_of(page) == ["One bold word", "Two2", "three", "4", "five"]


def test_line_breaks_become_newlines() -> None:
    assert lines_of("<p>a<br>b<br/><br>c</p>") == ["a", "b", "", "c"]


def test_items_of_lists_get_dashes_or_numbers() -> None:
    page = "<ul><li>a<li><p>b</p><ul><li>c</ul></ul><ol start=3><li>d<li>e</ol><ol><li>f</ol>"
    assert lines_of(page) == ["- a", "- b", "- c", "3. d", "4. e", "1. f"]


def test_an_item_with_a_bullet_of_its_own_gets_no_second() -> None:
    assert lines_of("<ul><li>• a</li><li>– b</li><li>**c**</li></ul>") == ["• a", "– b", "- **c**"]


def test_cells_are_separated_by_tabs_and_rows_by_newlines() -> None:
    page = "<table><tr><th>A<th>B<tr><td><p>1</p></td> <td>2<br>3</td></table>after"
    assert lines_of(page) == ["A\tB", "1\t2", "3", "after"]


def test_preformatted_text_keeps_its_lines_and_spaces() -> None:
    assert lines_of("<p>a <pre>b  c\n  d\n</pre>  e") == ["a", "b  c", "  d", "e"]


def test_entities_are_decoded_once() -> None:
    page = "<p>Ben &amp; Jo&rsquo;s &#8211; &quot;x&quot; &amp;lt;b&gt; a&nbsp;b &#x93;"
    assert lines_of(page) == ['Ben & Jo’s – "x" &lt;b> a\u00a0b “']


def test_a_page_without_a_body_tag_is_read_whole() -> None:
    page = "<title>T</title><section>one<p>two</section>three"
    assert lines_of(page) == ["T", "one", "two", "three"]


def test_what_no_reader_sees_is_dropped() -> None:
    page = """<!doctype html><html><head><style>p {}</style><script>let a = "<p>1</p>"</script>
    <meta name=x content=y></head><body><!-- c --><script>alert('x')</script><p onclick="x()">Seen
    <noscript>2</noscript><template><p>3</p></template><svg><title>4</title><text>5</text></svg>
    <select><option>6</select><button>7</button><iframe>8</iframe><textarea>9</textarea></body>"""
    assert lines_of(page) == ["Seen"]


def test_navigation_is_dropped_and_header_footer_and_aside_are_read() -> None:
    page = "<header>h</header><nav>n<p>m</p></nav><p>Seen</p><aside>a</aside><footer>f</footer>"
    assert lines_of(page) == ["h", "Seen", "a", "f"]


def test_a_header_holds_title_and_date_of_the_text_below_it() -> None:
    head = "<header><h1>Head</h1><nav>menu</nav><p>Published on: 2025-02-02</p></header>"
    text = ["Head", "Published on: 2025-02-02", "1. BLUF (Bottom Line Up Front)"]
    assert lines_of(f"{head}<p>1. BLUF (Bottom Line Up Front)</p>") == text
    assert lines_of(f"{head}<main><p>1. BLUF (Bottom Line Up Front)</p></main>") == text


def test_beside_an_article_that_holds_the_text_nothing_is_read() -> None:
    beside = "<header><h1>Site</h1>menu</header><aside>{0}</aside><footer>{0}</footer>"
    article = (
        "<article><p>A body of words</p><aside>Related</aside><footer>By us</footer></article>"
    )
    page = f"<title>Head – Site</title>{beside.format('more links ' * 9)}{article}"
    assert lines_of(page) == ["Head – Site", "A body of words", "By us"]


def test_a_heading_in_an_aside_is_not_the_title() -> None:
    page = "<aside><h1>More</h1></aside><article>A body of words</article>"
    assert lines_of(page) == ["A body of words"]


def test_headers_in_headers_are_read_once() -> None:
    assert lines_of("<header>a<header>b</header>c</header>d<footer>e") == list("abcde")


@pytest.mark.parametrize("tag", ["article", "main"])
def test_the_only_article_or_main_is_the_text_with_its_own_header(tag: str) -> None:
    text = f"<{tag}><header><h1>Title</h1></header><p>A body of some words</p></{tag}>"
    assert lines_of(f"<div>Subscribe</div>{text}More") == ["Title", "A body of some words"]


def test_an_article_that_is_a_mere_teaser_does_not_hide_the_page() -> None:
    page = "<main><h1>Title</h1><p>A long body of many words</p><article>Read on</article></main>"
    assert lines_of(page) == ["Title", "A long body of many words", "Read on"]


def test_of_two_articles_both_are_read() -> None:
    assert lines_of("<article>One</article><article>Two</article>") == ["One", "Two"]


def test_the_page_title_comes_first_where_the_text_lacks_it() -> None:
    page = "<title>Ferries stay – Coast Ledger</title><p>Published on: 2025-06-04</p>"
    assert lines_of(page) == ["Ferries stay – Coast Ledger", "Published on: 2025-06-04"]


def test_a_title_that_the_text_starts_with_is_not_repeated() -> None:
    page = "<title>Ferries stay – Coast Ledger – Site</title><h1>Ferries stay – Coast Ledger</h1>x"
    assert lines_of(page) == ["Ferries stay – Coast Ledger", "x"]


def test_a_heading_in_a_header_is_the_title() -> None:
    page = "<title>Ferries – Site</title><header><h1>Ferries</h1></header><article>x</article>"
    assert lines_of(page) == ["Ferries", "x"]


def test_the_name_of_the_site_in_a_header_is_not_the_title() -> None:
    page = "<title>Ferries – Site</title><header><h1>Site</h1></header><article>x</article>"
    assert lines_of(page) == ["Ferries – Site", "x"]


def test_a_declared_charset_is_honoured() -> None:
    page = '<meta charset="windows-1251"><p>Паромы стоят в порту</p>'
    assert text_of("a.html", page.encode("cp1251")) == "Паромы стоят в порту"


def test_a_declared_charset_that_the_bytes_deny_is_not() -> None:
    page = '<meta charset="iso-8859-1"><p>Pilots’ strike</p>'
    assert text_of("a.html", page.encode()) == "Pilots’ strike"


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig", "cp1252"])
def test_pages_of_other_encodings_are_read(codec: str) -> None:
    assert text_of("a.htm", "<p>Zoë’s café".encode(codec)) == "Zoë’s café"


def test_a_charset_that_python_would_run_is_not_used() -> None:
    page = b'<meta charset="unicode_escape"><p>caf\xe9 of Zo\xeb \\x41'
    assert text_of("a.html", page) == "café of Zoë \\x41"


def test_plain_text_called_html_is_rejected() -> None:
    rejection = rejection_of("a.html", b"1. BLUF\n3 < 4\n")
    assert rejection.code == "wrong_extension"
    assert "rename it to end in .txt" in rejection.reason


@pytest.mark.parametrize("data", [b"", b" \n ", b"<p> </p>", b"<script>x</script>"])
def test_a_page_without_text_is_empty(data: bytes) -> None:
    assert rejection_of("a.html", data).code == "empty"


@pytest.mark.parametrize("tag", ["div", "b", "span", "blockquote", "table><tr><td"])
def test_deep_nesting_is_rejected_at_once(tag: str) -> None:
    started = time.process_time()
    page = f"<{tag}>".encode() * 100_000 + b"text" + b"</p>" * 100_000
    assert rejection_of("a.html", page).code == "nested_too_deeply"
    assert time.process_time() - started < 1


def test_nesting_within_the_limit_is_read_to_its_bottom() -> None:
    assert lines_of("<div>a" * 200 + "bottom" + "</div>" * 200)[-1] == "abottom"


@pytest.mark.parametrize(
    "unit",
    [
        *("<", "</p>", "<p>x", "<i>x</i>", "<!--", "&#x1", "&#x11111111", "&", "<td>x ", "<br>"),
        *("<a b=c ", "<article>x</article>", '<p title="', "<![CDATA[", "<ul><li>", " \n", "]]>"),
    ],
)
def test_a_megabyte_of_hostile_html_takes_under_two_seconds(unit: str) -> None:
    data = b"<p>start<div>" + unit.encode() * (1_000_000 // len(unit))
    started = time.process_time()
    rejected_or_read = text_or_code(data)
    assert time.process_time() - started < 2
    assert rejected_or_read


def text_or_code(data: bytes) -> str:
    ((_, short),) = in_short(read("a.html", data))
    return short


def test_an_endless_character_reference_is_rejected() -> None:
    assert rejection_of("a.html", b"<p>&#" + b"1" * 1_000_000).code == "broken_html"


def test_a_page_of_too_many_lines_or_bytes_is_rejected() -> None:
    assert rejection_of("a.html", b"<h2>a</h2>" * 100_000).code == "too_many_lines"
    limits = replace(LIMITS, html_bytes=10)
    assert rejection_of("a.html", b"<p>" + b"a" * 8, limits).code == "too_large"
