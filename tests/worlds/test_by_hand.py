"""The rewrites written by hand: loaded both ways, gold in the scorer's form."""

import json

import pytest

from benchmarks.worlds.__main__ import main
from benchmarks.worlds.by_hand import read_handmade


@pytest.mark.parametrize("way", ["shown", "hidden"])
def test_gold_fits_the_pile(way):
    for pile, gold in read_handmade(way):
        texts = {d["id"]: d["text"] for d in pile["docs"]}
        assert list(texts) == gold["docs"] == sorted(texts)
        assert set(gold["parents"]) == set(gold["origin"]) == set(texts)
        for parents in gold["parents"].values():
            assert all(p in texts or (p == "?W" and way == "hidden") for p in parents)
        for loss in gold["lost"]:
            for doc, snippet in (loss["from"], loss["to"]):
                assert texts[doc].count(snippet) == 1, snippet


def test_there_are_forty_rewrites_and_as_many_ways_to_be_independent():
    rewrites = independent = 0
    for pile, gold in read_handmade("shown"):
        rewrites += sum(bool(p) for p in gold["parents"].values())
        independent += sum(not p for p in gold["parents"].values()) - 1
        assert all(130 <= len(d["text"].split()) <= 300 for d in pile["docs"])
    assert rewrites >= 40
    assert independent >= 16


def test_ids_tell_nothing():
    for pile, _ in read_handmade("shown"):
        assert all(len(d["id"]) == 8 for d in pile["docs"])


def test_command(tmp_path):
    assert main(["--handmade", "--out", str(tmp_path)]) == 0
    for way in ("shown", "hidden"):
        rows = [json.loads(line) for line in (tmp_path / f"stories.{way}.jsonl").read_text("utf-8").splitlines()]
        assert len(rows) >= 8
