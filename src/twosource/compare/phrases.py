"""Whether two statements share more than one noun phrase: the same thing may have a great deal said of it."""

from collections.abc import Mapping, Sequence

from twosource.compare.features import Features, statement_stems
from twosource.compare.slots import same_heads
from twosource.compare.subjects import predicate_stem
from twosource.records.parse import Token, Tree

INSIDE = frozenset(
    {"compound", "amod", "poss", "nmod", "nummod", "det", "quantmod", "prep", "pobj", "appos", "conj", "acl", "relcl", "npadvmod"}
)
"""By these a word belongs to the phrase of the word above it, unless that is a verb."""
VERBS = frozenset({"VERB", "AUX"})
Phrases = Mapping[str, frozenset[int]]


def find_phrases(f: Features) -> Phrases:
    """Return for each stem of a statement the tokens at the top of the phrases that it stands in."""
    found: dict[str, set[int]] = {}
    for i in f.statement.tokens:
        for stem in statement_stems(f.tree, (i,)):
            found.setdefault(stem, set()).add(_top(f.tree, i))
    return {stem: frozenset(tops) for stem, tops in found.items()}


def _top(tree: Tree, i: int) -> int:
    token = tree.tokens[i]
    while token.dep in INSIDE and token.head != token.i and tree.tokens[token.head].pos not in VERBS:
        token = tree.tokens[token.head]
    return token.i


class PhraseBook:
    """The phrases of the statements of a story, looked up when first asked for."""

    def __init__(self, features: Sequence[Features]) -> None:  # noqa: D107
        self.features = features
        self.known: dict[int, Phrases] = {}

    def share_one(self, i: int, j: int) -> bool:
        """True when two statements with other verbs share no more than one phrase and no figure, or somebody else acts in each.

        A word that is the head in one ("fire") and only a modifier in the other ("fire alarm") is not shared.
        """
        a, b = self.features[i], self.features[j]
        left, right = _verb(a), _verb(b)
        if left is None or right is None or _same_deed(a, b) or _same_figure(a, b):
            return False
        if _other_actor(a, left, b, right):
            return True
        shared = [s for s in a.own & b.own if not _is_other_thing(s, a, b) and not _is_other_thing(s, b, a)]
        return any(_in_one(self._phrases(k), shared) for k in (i, j))

    def _phrases(self, k: int) -> Phrases:
        if k not in self.known:
            self.known[k] = find_phrases(self.features[k])
        return self.known[k]


def _in_one(phrases: Phrases, shared: Sequence[str]) -> bool:
    tops = [phrases[s] for s in shared if s in phrases]
    return not tops or bool(frozenset.intersection(*tops))


def _other_actor(a: Features, left: Token, b: Features, right: Token) -> bool:
    """True when both say who acts, the actors share no word, and one of them stands nowhere in the other statement."""
    one, other = _actor(a, left), _actor(b, right)
    if not one or not other or one & other:
        return False
    return not one & (b.own | b.borrowed) or not other & (a.own | a.borrowed)


def _actor(f: Features, verb: Token) -> frozenset[str]:
    """Return the stems of the noun that is the subject of an active verb, or nothing."""
    child = f.tree.child(verb.i, "nsubj")
    if child is None or f.tree.tokens[child].pos not in ("NOUN", "PROPN"):
        return frozenset()
    return frozenset(statement_stems(f.tree, (child,)))


def _verb(f: Features) -> Token | None:
    head = f.tree.tokens[f.statement.head] if f.statement.head is not None else None
    return head if head is not None and head.pos in VERBS else None


def _same_deed(a: Features, b: Features) -> bool:
    """True when the verb of one stands in the other, as a verb or as its noun."""
    left, right = predicate_stem(a), predicate_stem(b)
    return left == right or left in b.own or right in a.own


def _same_figure(a: Features, b: Features) -> bool:
    return any(same_heads(p, q) and not p.disjoint(q) for p in a.quantities for q in b.quantities)


def _is_other_thing(stem: str, a: Features, b: Features) -> bool:
    """True when a stem is the head of a phrase in `a`, and in `b` only says of what kind something is that `a` has not."""
    modified = _modified(stem, b)
    return bool(modified) and not modified & a.own and not _modified(stem, a)


def _modified(stem: str, f: Features) -> frozenset[str]:
    """Return the stems of the nouns before which a stem stands as part of a compound."""
    parts = [t for t in (f.tree.tokens[i] for i in f.statement.tokens) if t.dep == "compound" and t.pos == "NOUN"]
    heads = [t.head for t in parts if stem in statement_stems(f.tree, (t.i,))]
    return frozenset(statement_stems(f.tree, heads))
