"""The type inside a picture."""

from xml.etree import ElementTree

from dash_intel.export.typeface import links, with_type


def drawing(words: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg"><text>{words}</text></svg>'


def test_a_drawing_holds_its_type_and_stays_well_formed() -> None:
    found = with_type(drawing("Sahel"))
    root = ElementTree.fromstring(found)
    assert root[0].tag.endswith("style")
    assert root[0].text is not None
    assert root[0].text.count("data:font/woff2;base64,") == 2
    assert root[1].text == "Sahel"


def test_letters_that_are_rare_bring_their_file() -> None:
    assert len(with_type(drawing("Łódź"))) > len(with_type(drawing("Lodz")))
    assert len(with_type(drawing("Київ"))) > len(with_type(drawing("Kyiv")))


def test_no_type_comes_from_elsewhere() -> None:
    assert "http" not in links()
    assert "url(file:///" in links()
