"""Cutting a sentence into clauses: one partition, every word in at most one piece.

A clause is headed by a token at which the sentence is cut; a word belongs to the nearest such token above it in the
tree. So a clause that is interrupted by another has several pieces.
"""

from dataclasses import dataclass

from twosource.records.parse import Token, Tree
from twosource.settings import StatementSettings

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "prep", "agent", "dative", "prt"})
CLAUSE_BREAKS = frozenset({";", ":", "—", "–", "--", "..."})
COMMAS = frozenset({",", "—", "–", "-", "--", "(", "[", ";", ":"})
OPENING = {"“": "”", "‘": "’", "(": ")", "[": "]", "«": "»", '"': '"', "``": "''"}
CLOSING = frozenset(OPENING.values())
TIME_PREPOSITIONS = frozenset({"after", "before", "since", "without", "while", "upon", "following", "despite"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One piece of a sentence's partition."""

    tokens: tuple[int, ...]
    """Indices of its tokens, in order, edges trimmed of punctuation and conjunctions."""
    head: int
    """Index of its predicate, or of the word that stands for it."""
    rule: str
    """Why it was cut off."""
    cut: int
    """Index of the token at which it was cut off: where the rule's evidence stands."""


def cut_clauses(tree: Tree, frame: frozenset[int], settings: StatementSettings) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, in order of their first token; tokens of the frame are in none of them.

    A sentence without any word gives none.
    """
    tokens = tree.tokens
    rules = _cuts(tree, settings)
    owners = _owners(tree, rules)
    groups: dict[int, list[int]] = {}
    for t in tokens:
        if t.i not in frame and t.pos != "SPACE":
            groups.setdefault(owners[t.i], []).append(t.i)
    _join_fragments(tree, groups, owners, settings.min_tokens)
    clauses = []
    for owner, members in groups.items():
        kept = _trimmed(tokens, members)
        if kept:
            clauses.append(
                Clause(tokens=tuple(kept), head=_head(tree, kept, owner), rule=rules.get(owner, "sentence"), cut=owner)
            )
    return tuple(sorted(clauses, key=lambda c: c.tokens))


def runs(tokens: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return the unbroken stretches of token indices as half-open ranges."""
    found: list[tuple[int, int]] = []
    for i in tokens:
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def is_word(token: Token) -> bool:
    """True for a token with a letter or a digit in it."""
    return any(c.isalnum() for c in token.text)


def _cuts(tree: Tree, settings: StatementSettings) -> dict[int, str]:
    """Return the tokens at which the sentence is cut, with the rule of each."""
    found = {}
    for t in tree.tokens:
        rule = "sentence" if t.head == t.i else _RULES[t.dep](tree, t, settings) if t.dep in _RULES else None
        if rule:
            found[t.i] = rule
    return found


def _coordination(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    head = tree.tokens[t.head]
    if not (_is_predicate(tree, t) and _is_predicate(tree, head)):
        return None
    between = tree.tokens[head.i + 1 : t.i]
    if tree.child(t.i, *SUBJECTS) is not None or any(x.text in CLAUSE_BREAKS for x in between):
        return "coordinated clause"
    if any(is_word(x) and x.dep not in ("cc", "advmod", "aux", "auxpass", "neg", "conj", "preconj") for x in between):
        return "coordinated verb"
    return None


def _relative(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    if _set_off(tree, t):
        return "relative clause set off"
    return "long relative clause" if _length(tree, t) >= settings.min_restrictive else None


def _participle(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    if t.tag not in ("VBN", "VBG", "VBD"):
        return None
    if _set_off(tree, t):
        return "participle set off"
    return "long participle" if _length(tree, t) >= settings.min_participle else None


def _adverbial(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    if not _is_predicate(tree, t):
        return None
    finite = tree.child(t.i, *SUBJECTS) is not None
    if not finite and t.tag == "VB":
        return "long purpose" if _length(tree, t) >= settings.min_purpose else None
    return "adverbial clause"


def _complement(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    """Cut a clause that the parser calls a complement but that a stronger mark than a comma sets apart."""
    head = tree.tokens[t.head]
    low, high = (t.right, head.i) if t.i < head.i else (head.i + 1, t.left)
    if tree.child(t.i, *SUBJECTS) is not None and any(x.text in CLAUSE_BREAKS for x in tree.tokens[low:high]):
        return "clause set apart"
    return None


def _preposition(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    """Cut "after leaving the port" off, together with its preposition."""
    if t.lower in TIME_PREPOSITIONS and tree.child(t.i, "pcomp") is not None:
        return "preposition and clause" if _length(tree, t) >= settings.min_participle else None
    return None


def _loose(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    return "loose clause" if _is_predicate(tree, t) and tree.child(t.i, *SUBJECTS) is not None else None


_RULES = {
    "conj": _coordination,
    "relcl": _relative,
    "acl": _participle,
    "advcl": _adverbial,
    "ccomp": _complement,
    "prep": _preposition,
    "parataxis": _loose,
    "dep": _loose,
}


def _is_predicate(tree: Tree, t: Token) -> bool:
    return t.pos in VERBAL or tree.child(t.i, "nsubj", "nsubjpass", "cop") is not None


def _set_off(tree: Tree, t: Token) -> bool:
    """True when a comma, dash or bracket stands before the clause."""
    return t.left > 0 and (tree.tokens[t.left - 1].text in COMMAS or tree.tokens[t.left].text in COMMAS)


def _length(tree: Tree, t: Token) -> int:
    return sum(map(is_word, tree.tokens[t.left : t.right]))


def _owners(tree: Tree, cuts: dict[int, str]) -> list[int]:
    owners = [-1] * len(tree.tokens)
    for t in tree.tokens:
        path, i = [], t.i
        while owners[i] < 0 and i not in cuts:
            path.append(i)
            i = tree.tokens[i].head
        owner = owners[i] if owners[i] >= 0 else i
        for j in (*path, i):
            owners[j] = owner
    return owners


def _join_fragments(tree: Tree, groups: dict[int, list[int]], owners: list[int], least: int) -> None:
    """Give every group with too few words to the clause above it, or else to its neighbour."""
    for owner in sorted(groups, key=lambda i: -_depth(tree, i)):
        members = groups[owner]
        if len(groups) == 1 or sum(is_word(tree.tokens[i]) for i in members) >= least:
            continue
        above = owners[tree.tokens[owner].head]
        if above == owner or above not in groups:
            above = min((g for g in groups if g != owner), key=lambda g: (min(abs(i - j) for i in members for j in groups[g]), g))
        groups[above] = sorted(groups[above] + groups.pop(owner))
        for i in members:
            owners[i] = above


def _depth(tree: Tree, i: int) -> int:
    return sum(1 for _ in tree.ancestors(i))


def _trimmed(tokens: tuple[Token, ...], members: list[int]) -> list[int]:
    kept: list[int] = []
    for start, end in runs(tuple(members)):
        kept.extend(_trimmed_run(tokens, start, end))
    return kept


def _trimmed_run(tokens: tuple[Token, ...], start: int, end: int) -> range:
    low, high = start, end
    while low < high and (not is_word(tokens[low]) or tokens[low].dep == "cc" or _complementiser(tokens, low)):
        low += 1
    while low < high and (not is_word(tokens[high - 1]) or tokens[high - 1].dep in ("cc", "mark")):
        high -= 1
    if low == high:
        return range(start, start)
    return _rebalanced(tokens, range(start, end), low, high)


def _complementiser(tokens: tuple[Token, ...], i: int) -> bool:
    """True for the "that" before what is told."""
    return tokens[i].lower == "that" and tokens[i].dep == "mark"


def _rebalanced(tokens: tuple[Token, ...], run: range, low: int, high: int) -> range:
    """Take a quotation mark or bracket that was trimmed back in where its partner stands inside."""
    inside = [t.text for t in tokens[low:high]]
    beyond = next((i for i in range(high, min(run.stop, high + 3)) if tokens[i].text in CLOSING), None)
    before = tokens[low - 1].text if low > run.start else ""
    for left, right in OPENING.items():
        opened, closed = inside.count(left), inside.count(right)
        missing = opened % 2 if left == right else opened - closed
        if missing > 0 and beyond is not None and tokens[beyond].text == right:
            return range(low, beyond + 1)
        if before == left and (missing if left == right else missing < 0):
            return range(low - 1, high)
    return range(low, high)


def _head(tree: Tree, kept: list[int], owner: int) -> int:
    """Return the predicate of a clause: the token it was cut at, or the highest one left."""
    members = set(kept)
    if owner in members and tree.tokens[owner].dep == "prep":
        verb = tree.child(owner, "pcomp")
        return verb if verb in members else owner
    if owner in members:
        return owner
    tops = [i for i in kept if tree.tokens[i].head not in members or tree.tokens[i].head == i]
    verbs = [i for i in tops if _is_predicate(tree, tree.tokens[i])]
    return min(verbs or tops, key=lambda i: (_depth(tree, i), i))
