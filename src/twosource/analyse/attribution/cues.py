"""The lexicon of telling, made ready for lookup."""

from functools import cache
from typing import NamedTuple, cast

from twosource.lexicons import load_lexicon
from twosource.records.attribution import Speech

SAY: Speech = "say"


class Cues(NamedTuple):
    """Words by what they can do."""

    verbs: dict[str, Speech]
    objects: frozenset[str]
    act_objects: frozenset[str]
    withheld: frozenset[str]
    things_do: frozenset[str]
    infinitives: frozenset[str]
    naming: frozenset[str]
    as_verbs: frozenset[str]
    clause_only: frozenset[str]
    prepositions: dict[str, frozenset[str]]
    hedges: frozenset[str]
    impersonal: frozenset[str]
    raising: frozenset[str]
    adverbs: frozenset[str]
    citing: frozenset[str]
    nouns: dict[str, Speech]
    bringing: frozenset[str]
    seeming: frozenset[str]
    adjectives: dict[str, Speech]
    rumours: frozenset[str]
    quoting: frozenset[str]
    tails: frozenset[str]
    heads: frozenset[str]
    no_intermediary: frozenset[str]
    occasions: frozenset[str]
    carrying: frozenset[str]
    outlet_nouns: frozenset[str]
    handing: frozenset[str]
    handed_things: frozenset[str]


@cache
def load_cues(language: str = "en") -> Cues:
    """Return the lexicon `reporting` of a language."""
    lexicon = load_lexicon("reporting", language)
    shapes = lexicon["shapes"]
    verbs = _by_word(lexicon["verbs"])
    verbs.update({word: kind for word, kind in lexicon["extra"]["speech"].items() if word not in verbs})
    nouns = _by_word({kind: words for kind, words in lexicon["nouns"].items() if kind != "rumour"})
    rumours = frozenset(lexicon["nouns"]["rumour"])
    return Cues(
        verbs=verbs,
        objects=frozenset(shapes["object"]),
        act_objects=frozenset(shapes["act_object"]),
        things_do=frozenset(shapes["things_do"]),
        withheld=frozenset(shapes["withheld"]),
        infinitives=frozenset(shapes["infinitive"]),
        naming=frozenset(shapes["naming"]),
        as_verbs=frozenset(shapes["as"]),
        clause_only=frozenset(shapes["clause_only"]) | lexicon["extra"]["speech"].keys(),
        prepositions={verb: frozenset(after) for verb, after in lexicon["preposition"].items()},
        hedges=frozenset(lexicon["hedges"]["verbs"]),
        impersonal=frozenset(lexicon["impersonal"]["verbs"]),
        raising=frozenset(lexicon["impersonal"]["raising"]),
        adverbs=frozenset(lexicon["impersonal"]["adverbs"]),
        citing=frozenset(lexicon["citing"]["verbs"]),
        nouns={**dict.fromkeys(rumours, SAY), **nouns},
        bringing=frozenset(lexicon["bringing"]["verbs"]),
        seeming=frozenset(lexicon["acts"]["seeming"]),
        adjectives=_by_word(lexicon["adjectives"]),
        rumours=rumours,
        quoting=frozenset(shapes["quoting"]),
        tails=frozenset(shapes["tail"]),
        heads=frozenset(lexicon["tellers"]["heads"]),
        no_intermediary=frozenset(lexicon["intermediaries"]["not"]),
        occasions=frozenset(lexicon["intermediaries"]["occasions"]),
        carrying=frozenset(lexicon["intermediaries"]["verbs"]),
        outlet_nouns=frozenset(lexicon["intermediaries"]["outlets"]),
        handing=frozenset(lexicon["handing"]["verbs"]),
        handed_things=frozenset(lexicon["handing"]["things"]),
    )


def _by_word(table: dict[str, list[str]]) -> dict[str, Speech]:
    found: dict[str, Speech] = {}
    for kind, words in table.items():
        for word in words:
            found.setdefault(word, cast(Speech, kind))
    return found
