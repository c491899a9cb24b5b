"""Cutting a sentence into clauses: one partition, every word in at most one piece.

A clause is headed by a token at which the sentence is cut; a word belongs to the nearest such token above it in the
tree. So a clause that is interrupted by another has several pieces.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from twosource.analyse.cuts import FINITE, is_predicate, is_word, main_verb
from twosource.lexicons import word_set
from twosource.records.parse import Token, Tree

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
"""What is left of a frame without one of these goes with it ("there is" of "there is a belief that")."""
OPENING = {"“": "”", "‘": "’", "(": ")", "[": "]", "«": "»", '"': '"', "``": "''"}
CLOSING = frozenset(OPENING.values())


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


def cut_clauses(tree: Tree, cuts: Mapping[int, str], frame: frozenset[int], least: int) -> tuple[Clause, ...]:
    """Return the clauses of a sentence cut at `cuts`, in order of their first token; tokens of the frame are in none.

    A clause of fewer than `least` words joins its neighbour; a sentence of fewer, without a predicate, states nothing.
    """
    tokens = tree.tokens
    owners = _with_marks(tokens, _owners(tree, cuts))
    groups: dict[int, list[int]] = {}
    for t in tokens:
        if t.i not in frame and t.pos != "SPACE":
            groups.setdefault(owners[t.i], []).append(t.i)
    for owner in {owners[i] for i in frame} & groups.keys():
        if not any(tokens[i].pos in CONTENT for i in groups[owner]):
            del groups[owner]
    _join_fragments(tree, groups, owners, least)
    clauses = []
    for owner, members in groups.items():
        kept = _trimmed(tokens, members)
        if _states(tree, kept, least):
            clauses.append(Clause(tokens=tuple(kept), head=_head(tree, kept, owner), rule=cuts.get(owner, "sentence"), cut=owner))
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


def _owners(tree: Tree, cuts: Mapping[int, str]) -> list[int]:
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


def _states(tree: Tree, kept: list[int], least: int) -> bool:
    told = [tree.tokens[i] for i in kept if is_word(tree.tokens[i])]
    return len(told) >= least or any(is_predicate(tree, t) for t in told)


def _with_marks(tokens: tuple[Token, ...], owners: list[int]) -> list[int]:
    """Give every mark to the clause of the word it clings to: brackets and quotations stay whole."""
    for t in tokens:
        if t.i and not is_word(t) and tokens[t.i - 1].end == t.start:
            owners[t.i] = owners[t.i - 1]
    for t in reversed(tokens[:-1]):
        following = tokens[t.i + 1]
        if not is_word(t) and t.end == following.start and (not t.i or tokens[t.i - 1].end < t.start):
            owners[t.i] = owners[following.i]
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
    if start == 0 and len(tokens) > 2 and (_is_label(tokens) or _is_list_number(tokens)):
        low = min(2, end)
    while low < high and (not is_word(tokens[low]) or tokens[low].dep == "cc" or _complementiser(tokens, low)):
        low += 1
    while low < high and (not is_word(tokens[high - 1]) or tokens[high - 1].dep in ("cc", "mark")):
        high -= 1
    if low == high:
        return range(start, start)
    return _rebalanced(tokens, range(start, end), low, high)


def _is_label(tokens: tuple[Token, ...]) -> bool:
    """True where a sentence opens with "Update:"."""
    return tokens[1].text == ":" and tokens[0].lower in word_set("telling", "labels")


def _is_list_number(tokens: tuple[Token, ...]) -> bool:
    """True where a sentence opens with "1. The"."""
    return tokens[0].text.isdigit() and tokens[1].text in (".", ")") and tokens[2].text[0].isupper()


def _complementiser(tokens: tuple[Token, ...], i: int) -> bool:
    """True for the "that" before what is told."""
    return tokens[i].lower == "that" and (tokens[i].dep == "mark" or tokens[i].tag == "IN")


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
    if owner in members and is_predicate(tree, tree.tokens[owner]):
        return main_verb(tree, owner)
    if owner in members:
        verb = tree.child(owner, "pcomp", "acl", "relcl")
        return verb if verb in members and tree.tokens[owner].dep in ("prep", "ROOT", "advcl") else owner
    tops = [i for i in kept if tree.tokens[i].head not in members or tree.tokens[i].head == i]
    verbs = [i for i in tops if is_predicate(tree, tree.tokens[i])]
    return min(verbs or tops, key=lambda i: (tree.tokens[i].dep == "advcl", not _is_finite(tree, i), _depth(tree, i), i))


def _is_finite(tree: Tree, i: int) -> bool:
    return tree.tokens[i].tag in FINITE or tree.child(i, "aux", "auxpass") is not None
