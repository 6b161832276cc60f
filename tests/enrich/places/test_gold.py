"""Scores on labelled text, where it lies beside the project, do not drop."""

from pathlib import Path

from bench.quality.places import labelled, score

GOLD = Path(__file__).resolve().parents[4] / "shared" / "gold"
RECORDED = {"geowebnews": 0.960, "trnews": 0.938}


def test_scores_on_labelled_text_have_not_dropped():
    files = {name: GOLD / f"{name}.jsonl" for name in RECORDED}
    found = {name: score(labelled(file)).f1 for name, file in files.items() if file.exists()}
    assert {name: f1 for name, f1 in found.items() if f1 < RECORDED[name] - 0.01} == {}


def test_the_score_counts_countries_once_a_text(tmp_path):
    file = tmp_path / "two.jsonl"
    file.write_text(
        '{"id": "a", "title": "", "text": "Mali, Mali and Chad", "countries": ["MLI", "NER"]}\n'
        '{"id": "b", "title": "", "text": "Nothing", "countries": []}\n',
        encoding="utf-8",
    )
    got = score(labelled(file))
    assert (got.texts, got.right, got.wrong, got.missed, got.f1) == (2, 1, 1, 1, 0.5)
