"""Names of one report that stand for the same thing."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from twosource.analyse.mentions.names import HYPHENS
from twosource.analyse.mentions.words import bare, name_words
from twosource.records.analysis import EntityKind

Gender = str | None
"""`f`, `m`, or None where not known."""


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something in a report; lives only while its mentions are found."""

    name: str
    words: tuple[str, ...]
    kind: EntityKind | None
    gender: Gender = None
    roles: set[str] = field(default_factory=set)
    """Nouns that say what it is, singular, lower case."""
    described: set[str] = field(default_factory=set)
    """All words of its roles, lower case."""
    named: bool = True
    plural: bool = False
    votes: dict[EntityKind, int] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    """Sentences of its mentions, in order."""


class Register:
    """The entities of one report, looked up by their names."""

    def __init__(self) -> None:
        """Start empty."""
        self.entities: list[Entity] = []
        self._whole: dict[tuple[str, ...], Entity] = {}
        self._last: dict[str, list[Entity]] = {}
        self._first: dict[str, list[Entity]] = {}
        self._acronym: dict[str, Entity] = {}

    def enter(self, words: tuple[str, ...], text: str, kind: EntityKind | None) -> Entity:
        """Return the entity with these words, or one that they vary, or a new one. Call with longer names first."""
        key = key_of(words)
        found = self._whole.get(key) or self._variant(key, kind)
        if found is None:
            found = Entity(name=text, words=key, kind=kind)
            self.entities.append(found)
            if len(key) > 1:
                self._last.setdefault(key[-1], []).append(found)
                self._first.setdefault(key[0], []).append(found)
                self._acronym.setdefault("".join(w[0] for w in key if w not in _SMALL).upper(), found)
        elif found.kind is None:
            found.kind = kind
        self._whole.setdefault(key, found)
        return found

    def described_as(self, noun: str, modifiers: frozenset[str]) -> Entity | None:
        """Return the one person of the whole report whose role has these words ("the Ostrel leader"), or None."""
        found = [e for e in self.entities if noun in e.roles and e.kind == "person" and modifiers <= e.described]
        return found[0] if len(found) == 1 else None

    def alias(self, words: tuple[str, ...], entity: Entity) -> None:
        """Let words stand for an entity from now on ("(NGB)")."""
        self._whole[key_of(words)] = entity

    def known(self, words: tuple[str, ...]) -> Entity | None:
        """Return the entity that has exactly these words, or the one person whose family name they are; else None."""
        key = key_of(words)
        persons = [e for e in self._last.get(key[-1], ()) if e.kind == "person" and len(key) == 1]
        return self._whole.get(key) or (persons[0] if len(persons) == 1 else None)

    def candidates(self, words: tuple[str, ...]) -> list[Entity]:
        """Return the entities that a short form may stand for, best kind of match first; equally good ones together."""
        key = key_of(words)
        letters = words[0].replace(".", "")
        if len(key) == 1 and letters.isupper() and letters in self._acronym and len(letters) > 1:
            return [self._acronym[letters]]
        last = [e for e in self._last.get(key[-1], ()) if e.words[-len(key) :] == key and e.kind != "place"]
        persons = [e for e in last if e.kind == "person"] or [e for e in last if e.kind is None]
        if persons and len(key) == 1:
            return persons
        first = [e for e in self._first.get(key[0], ()) if e.words[: len(key)] == key]
        leading = [e for e in first if e.kind == "person"]
        leading.sort(key=lambda e: -len(e.places))
        bodies = [e for e in first if e.kind in ("body", "outlet", "agency")] if key[0] not in name_words().generic else []
        if bodies or last:
            return bodies or last
        return leading[:1]

    def _variant(self, key: tuple[str, ...], kind: EntityKind | None) -> Entity | None:
        if len(key) < 2:
            return None
        for other in self._last.get(key[-1], ()):
            if len(other.words) < len(key):
                continue
            suffix = other.words[-len(key) :] == key
            same_ends = other.words[0] == key[0] and "person" in (kind, other.kind) and len(key) > 1
            if suffix and kind == other.kind and (kind != "place"):
                return other
            if same_ends or (suffix and "person" in (kind, other.kind) and None in (kind, other.kind)):
                return other
        return self._prefixed(key, kind)

    def _prefixed(self, key: tuple[str, ...], kind: EntityKind | None) -> Entity | None:
        if key[0] in name_words().generic and len(key) < 3:
            return None
        same = [e for e in self._first.get(key[0], ()) if e.words[: len(key)] == key and e.kind in ("body", "agency", "outlet")]
        return same[0] if same and kind in (None, "body") and not any(w in key for w in ("of", "for")) else None


_SMALL = frozenset({"of", "the", "for", "and", "on", "&", "in"})


def key_of(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a name for comparison: case-folded, without articles, hyphens and "al-"."""
    folded = (bare(w) for w in words)
    parts = [w for w in folded if w not in HYPHENS and w not in ("the", "'s", "’s")]
    kept = [w for n, w in enumerate(parts) if not (w in ("al", "el") and len(parts) > 1 and n < len(parts) - 1)]
    return tuple(kept or parts or ["?"])


def nearest(entities: list[Entity], sentence: int) -> Entity:
    """Return the entity mentioned last before a sentence, else first after it; ties by order."""

    def distance(e: Entity) -> tuple[int, int]:
        k = bisect_right(e.places, sentence)
        if k:
            return 0, sentence - e.places[k - 1]
        return 1, e.places[0] - sentence if e.places else 10**6

    if len(entities) == 1:
        return entities[0]
    return min(entities, key=distance)


def is_company(entity: Entity) -> bool:
    """True for a body whose name says that it trades."""
    return entity.kind == "body" and any(w in name_words().company_marks for w in entity.words)


def gender_of(entity: Entity) -> Gender:
    """Return the gender that a first name tells, or None."""
    known = name_words()
    for word in entity.words[:-1] or ():
        if word in known.women:
            return "f"
        if word in known.men:
            return "m"
    return None
