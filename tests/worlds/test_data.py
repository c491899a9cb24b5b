"""Templates, names and synonyms: complete, and disjoint between the parts."""

import random
import re

import pytest

from benchmarks.worlds.facts import PARTS, draw_world, load, schemes
from benchmarks.worlds.grammar import LOSSES, Wording, fill, kinds_of
from benchmarks.worlds.values import Names, draw_style

WORD = re.compile(r"[^\W_]+")


def leaves(value: object) -> list[str]:
    if isinstance(value, dict):
        return [leaf for v in value.values() for leaf in leaves(v)]
    if isinstance(value, list):
        return [leaf for v in value for leaf in leaves(v)]
    return [value] if isinstance(value, str) else []


def templates(part: str) -> list[str]:
    found = leaves(load(part, "frames"))
    for scheme in schemes(part):
        raw = load(part, scheme)
        found += raw["headlines"] + raw["captions"] + [f for fact in raw["fact"] for f in fact["families"]]
        found += [t for q in raw["quote"] for form in ("direct", "indirect") for t in leaves(q[form])]
    return found


def test_parts_share_no_template():
    dev, test = ({" ".join(WORD.findall(t.lower())) for t in templates(part)} for part in PARTS)
    assert len(dev) > 200
    assert not dev & test


def test_parts_share_no_name():
    dev, test = (set(leaves(load(part, "names"))) for part in PARTS)
    assert not dev & test


def test_parts_share_no_synonym():
    dev, test = (load(part, "synonyms")["words"] for part in PARTS)
    assert not set(dev) & set(test)
    assert not {w for new in dev.values() for w in new} & {w for new in test.values() for w in new}


@pytest.mark.parametrize("part", PARTS)
def test_families_of_a_fact_lose_the_same_things(part):
    for scheme in schemes(part):
        for fact in load(part, scheme)["fact"]:
            kinds = {kinds_of(f) & LOSSES for f in fact["families"]}
            assert len(kinds) == 1, (scheme, fact["id"], kinds)


@pytest.mark.parametrize("part", PARTS)
def test_every_template_can_be_filled(part):
    for seed in range(6):
        rng = random.Random(seed)
        world, style = draw_world(part, rng, Names(load(part, "names"), rng)), draw_style(rng)
        for fact in world.facts.values():
            for template in fact.families + fact.indirect:
                for lost in (frozenset(), LOSSES):
                    wording = Wording(fact=fact.id, family=0, seed=seed, lost=lost, passive=bool(lost), split=not lost)
                    text = fill(template, fact.values, style, wording, fact.roundable)
                    assert not re.search(r"[{}\[\]<>~]|//|  | [,.;]|,,", text), text
                    assert text[0].isupper() or not text[0].isalpha(), text
                    assert text[-1] in '."”?', text


@pytest.mark.parametrize("part", PARTS)
def test_families_of_a_fact_differ(part):
    for scheme in schemes(part):
        for fact in load(part, scheme)["fact"]:
            bare = [re.sub(r"[^a-z ]", "", f.lower()) for f in fact["families"]]
            runs = [{tuple(w[i : i + 5]) for i in range(len(w) - 4)} for w in (b.split() for b in bare)]
            assert len(set(bare)) == len(bare)
            assert not [(a, b) for i, a in enumerate(runs) for b in runs[:i] if a & b], (scheme, fact["id"])


@pytest.mark.parametrize("part", PARTS)
def test_a_public_sentence_is_reported_in_as_many_words_as_ways(part):
    ways = len(load(part, "frames")["public_indirect"])
    for scheme in schemes(part):
        for quote in load(part, scheme)["quote"]:
            assert not quote.get("public") or len(set(quote["indirect"])) >= ways
