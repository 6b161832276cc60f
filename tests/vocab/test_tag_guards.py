"""The words beside which a tag's term has another sense."""

import pytest

from dash_intel.errors import VocabularyError
from dash_intel.vocab import table, tags


def test_every_guard_guards_a_term_of_some_tag():
    terms = {term.removesuffix("*") for entry in tags.tags().values() for term in entry.terms}
    for guarded in tags.guards():
        bare = guarded.removesuffix("*")
        is_stem = bare != guarded
        assert any(term == bare or (is_stem and term.startswith(bare)) for term in terms), guarded


def test_a_guard_with_a_star_is_that_of_longer_terms_and_never_of_several_words():
    assert "beekeep*" in tags.guard("drone")
    assert tags.guard("drone swarm") == ()
    assert tags.guard("embassy") == ()


def test_a_broken_guard_is_named_with_its_line(tmp_path, monkeypatch):
    _forget()
    monkeypatch.setenv("DASH_INTEL_VOCAB", str(tmp_path))
    (tmp_path / "tag_guards.csv").write_text("term,not_near\ndrone,\n", encoding="utf-8")
    try:
        with pytest.raises(VocabularyError, match=r"tag_guards.csv:2: "):
            tags.guards()
    finally:
        _forget()


def _forget():
    for remembered in (table.rows, table._own_files, tags.guards):
        remembered.cache_clear()
