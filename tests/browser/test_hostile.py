"""A report full of markup, scripts and links is text in a real browser, and nothing more."""

import pytest
from playwright.sync_api import Page

from dash_intel.view.literal import JOINER
from tests.browser.conftest import OpenPage, Served
from tests.pages.hostile import ATTACK, hostile

ATTACKER = hostile()

LIVE = """() => {
  const found = [];
  const seek = (root) => {
    for (const box of root.querySelectorAll("*")) {
      if (box.shadowRoot) seek(box.shadowRoot);
      if (box.matches("script") && box.textContent.includes("alert")) found.push("script");
      if (box.matches("[onerror], img[src='x']")) found.push("handler");
      if (box.matches("img[src*=evil], a[href^=mailto]")) found.push(box.outerHTML);
      const leavesUs = box.matches("a[href]") && new URL(box.href).origin !== location.origin;
      if (leavesUs && box.href.includes("evil")) found.push(box.outerHTML);
      if (box.matches(".katex")) found.push("formula");
    }
  };
  seek(document);
  return found;
}"""


@pytest.fixture(scope="module")
def attacked(served: Served) -> Served:
    served.load(ATTACKER)
    return served


@pytest.mark.parametrize("path", ["/", "/report", "/data"])
def test_nothing_of_a_report_comes_alive(attacked: Served, open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.wait_for_selector(".item" if path == "/report" else "h2")
    page.wait_for_timeout(500)
    assert page.evaluate(LIVE) == []


def words(page: Page, selector: str) -> str:
    return page.locator(selector).first.inner_text().replace(JOINER, "")


def test_title_is_read_as_it_was_written(attacked: Served, open_page: OpenPage) -> None:
    shown = words(open_page("/report"), "h1").removesuffix(" …")
    assert len(shown) > 150
    assert ATTACK.replace("**b**", "b").startswith(shown)


def test_link_to_the_report_is_read_as_it_was_written(
    attacked: Served, open_page: OpenPage
) -> None:
    shown = words(open_page("/"), "[class*=st-key-link-report] a").removesuffix(" …")
    assert len(shown) > 150
    assert ATTACK.replace("**b**", "b").startswith(shown)


def test_text_is_read_as_it_was_written(attacked: Served, open_page: OpenPage) -> None:
    page = open_page("/report")
    page.wait_for_selector(".line")
    assert page.locator(".line").all_text_contents() == [ATTACK]
