"""Who and what a story speaks of, across its reports."""

from collections import defaultdict
from collections.abc import Sequence

from twosource.ids import digest
from twosource.records.account import Entity
from twosource.records.analysis import Analysis, Mention

IMPLICIT = frozenset({"pronoun", "role"})
"""Ways of being meant without being named: such words are mentions, not aliases."""


def build_entities(story: str, members: Sequence[Analysis]) -> tuple[Entity, ...]:
    """Return the entities of a story, most mentioned first.

    A person's name that ends exactly one longer name ("Ruso", "Ana Ruso") is taken for it; ending several, it stays by itself.
    """
    found: dict[tuple[str, str], list[tuple[Analysis, Mention]]] = defaultdict(list)
    for a in members:
        for m in a.mentions:
            found[m.kind, m.name].append((a, m))
    homes = {key: _longer(key, list(found)) for key in found}
    merged: dict[tuple[str, str], list[tuple[Analysis, Mention]]] = defaultdict(list)
    for key, mentions in found.items():
        merged[homes[key]] += mentions
    entities = [_entity(story, kind, name, mentions) for (kind, name), mentions in merged.items()]
    return tuple(sorted(entities, key=lambda e: (-len(e.mentions), e.name, e.id)))


def _longer(key: tuple[str, str], keys: Sequence[tuple[str, str]]) -> tuple[str, str]:
    kind, name = key
    if kind != "person":
        return key
    longer = [k for k in keys if k[0] == kind and k[1].endswith(f" {name}")]
    return longer[0] if len(longer) == 1 else key


def _entity(story: str, kind: str, name: str, mentions: Sequence[tuple[Analysis, Mention]]) -> Entity:
    written = {a.report.words(m.span) for a, m in mentions if m.how not in IMPLICIT}
    return Entity(
        id=digest("entity", story, kind, name),
        name=name,
        kind=kind,
        aliases=tuple(sorted(written - {name})),
        mentions=tuple(sorted(m.span for _, m in mentions)),
    )
