"""The lexicons of names and roles, made ready for lookup."""

from functools import cache
from typing import NamedTuple

from twosource.lexicons import load_lexicon
from twosource.records.analysis import EntityKind


class NameWords(NamedTuple):
    """Words by what they say about a name; all case-folded, without a leading article."""

    known: dict[str, EntityKind]
    """Whole names whose kind is known."""
    not_names: frozenset[str]
    demonyms: frozenset[str]
    titles: frozenset[str]
    title_heads: frozenset[str]
    body_words: frozenset[str]
    body_heads: frozenset[str]
    generic: frozenset[str]
    outlet_tails: frozenset[str]
    outlet_first: frozenset[str]
    place_last: frozenset[str]
    place_first: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    either: frozenset[str]
    """First words of persons' names that tell no gender."""
    companies: frozenset[str]
    belongings: frozenset[str]
    offices_of: frozenset[str]
    of_states: frozenset[str]
    document_tails: frozenset[str]
    company_marks: frozenset[str]


class RoleWords(NamedTuple):
    """Nouns that stand for a source, lower case, singular and plural."""

    persons: dict[str, tuple[str, bool]]
    """Noun as written -> singular, whether it is plural."""
    bodies: frozenset[str]
    documents: frozenset[str]
    crowds: frozenset[str]
    outlets: frozenset[str]
    agencies: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    counts: frozenset[str]
    saying: frozenset[str]
    """Verbs (lemmas) whose subject speaks."""
    human: frozenset[str]
    """These and further verbs whose subject is mostly a person."""
    broader: dict[str, frozenset[str]]
    """Noun -> roles it may take up again."""
    utterances: frozenset[str]
    vague: frozenset[str]
    """Nouns that say nothing without the clause after them: "people who live near the crater"."""
    partitives: frozenset[str]
    particles: frozenset[str]


def bare(name: str) -> str:
    """Return a name as the lexicons know it: case-folded, without article, curly apostrophes made straight."""
    folded = name.casefold().replace("’", "'")
    return folded[4:] if folded.startswith("the ") else folded


@cache
def name_words() -> NameWords:
    """Return the lexicons of names."""
    bodies, places, outlets, roles = (load_lexicon(n) for n in ("bodies", "places", "outlets", "roles"))
    first = load_lexicon("first_names")
    agencies = load_lexicon("agencies")
    known: dict[str, EntityKind] = {}
    layers: tuple[tuple[EntityKind, list[str]], ...] = (
        ("agency", [*agencies["names"], *agencies["marked"]]),
        ("body", [*bodies["metonyms"], *bodies["known"]]),
        ("place", [*places["states"], *places["cities"], *places["regions"]]),
        ("outlet", outlets["names"]),
        ("outlet", outlets["short"]),
    )
    for kind, names in layers:
        for name in names:
            known.setdefault(bare(name), kind)
    return NameWords(
        known=known,
        not_names=frozenset(places["not_names"]),
        demonyms=_folded(places["demonyms"]) | {d.casefold() + "s" for d in places["demonyms"]},
        titles=frozenset(roles["titles"]),
        title_heads=frozenset(roles["title_heads"]),
        body_words=frozenset(bodies["words"]),
        body_heads=frozenset(bodies["heads"]),
        generic=frozenset(bodies["generic"]) | _folded(places["demonyms"]),
        outlet_tails=_folded(outlets["tails"]),
        outlet_first=frozenset(outlets["first"]),
        place_last=frozenset(places["last"]),
        place_first=frozenset(places["first"]),
        women=_folded(first["women"]) - _folded([*first["men"], *first["either"]]),
        men=_folded(first["men"]) - _folded([*first["women"], *first["either"]]),
        either=_folded(first["either"]) | (_folded(first["women"]) & _folded(first["men"])),
        companies=frozenset(bodies["companies"]),
        belongings=frozenset(bodies["belongings"]),
        offices_of=frozenset(bodies["offices_of"]),
        of_states=frozenset(bodies["of_states"]),
        document_tails=frozenset(bodies["document_tails"]),
        company_marks=frozenset(bodies["company_marks"]),
    )


@cache
def role_words() -> RoleWords:
    """Return the lexicons of roles."""
    roles, outlets = load_lexicon("roles"), load_lexicon("outlets")
    persons: dict[str, tuple[str, bool]] = {n: (n, False) for n in roles["persons"]}
    persons.update({_plural(n): (n, True) for n in roles["persons"] if " " not in n})
    persons.update({many: (one, True) for many, one in roles["plurals"].items()})
    return RoleWords(
        persons=persons,
        bodies=frozenset(roles["bodies"]) | {_plural(n) for n in roles["bodies"]},
        documents=frozenset(roles["documents"]),
        crowds=frozenset(roles["crowds"]),
        outlets=frozenset(outlets["nouns"]) | {_plural(n) for n in outlets["nouns"]},
        agencies=frozenset(outlets["agency_nouns"]),
        women=frozenset(roles["women"]),
        men=frozenset(roles["men"]),
        counts=frozenset(roles["counts"]),
        saying=frozenset(roles["saying"]) | _tellers("say", "deny") - frozenset(roles["utterances"]["unsaid"]),
        human=frozenset(roles["saying"])
        | frozenset(roles["human_verbs"])
        | _tellers("say", "deny", "doubt", "demand", "expect", "think", "ask", "write"),
        broader={noun: frozenset(narrower) for noun, narrower in roles["broader"].items()},
        utterances=frozenset(roles["utterances"]["nouns"]),
        vague=frozenset(roles["utterances"]["vague"]),
        partitives=frozenset(roles["partitives"]),
        particles=frozenset(roles["particles"]),
    )


def person_noun(word: str) -> tuple[str, bool] | None:
    """Return the singular of a lower-case noun for a person and whether the word is plural, or None for another noun."""
    found = role_words().persons.get(word)
    if found or len(word) < 7:
        return found
    for ending in _PERSON_ENDINGS:
        if word.endswith(ending):
            return word, False
        if word.endswith(_plural(ending)):
            return word[: len(word) - len(_plural(ending))] + ending, True
    return None


_PERSON_ENDINGS = ("ologist", "ist", "ician", "woman", "sman", "person", "ographer")


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _tellers(*kinds: str) -> frozenset[str]:
    verbs: dict[str, list[str]] = load_lexicon("reporting")["verbs"]
    return frozenset(verb for kind in kinds for verb in verbs[kind])


def _folded(names: list[str]) -> frozenset[str]:
    return frozenset(n.casefold() for n in names)
