"""What a reporting verb tells: where its complement begins and ends."""

from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Range, between, ranges
from twosource.analyse.attribution.syntax import SUBJECTS, VERBAL
from twosource.records.parse import Token, Tree

Pieces = tuple[Range, ...]
SET_OFF = frozenset({",", ";", "—", "–", "-", "--", ".", "?", "!", ":", "”", '"', "’", "'", ")"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
QUOTES = frozenset({"“", "”", '"', "``", "''"})
SMALL = frozenset({"VB", "VBG", "VBN"})
"""Tags of a verb that makes no clause by itself."""
ASIDE = frozenset({"parataxis", "ccomp", "dep", "advcl", "conj", "appos", "relcl"})
WITH_OBJECT = frozenset({"accuse", "blame", "criticise", "criticize"})
"""Verbs whose object belongs to what is told: "accused the mayor of lying"."""


def find_complement(tree: Tree, i: int, frame: set[int], subject: int, cues: Cues) -> tuple[str, Pieces]:
    """Return the kind of complement of verb `i` and its pieces; `frame` are the tokens of cue and source."""
    tokens, lemma = tree.tokens, tree.tokens[i].lemma
    clause = _clause_of(tree, i, subject, cues)
    if clause is not None:
        return "clause", _clause(tree, i, clause, frame, cues)
    if _is_clause_after_that(tree, i):
        return "clause", between(tree, i + 1, tokens[i].right)
    if lemma in cues.infinitives:
        inner = tree.child(i, "xcomp")
        if inner is not None and inner > i and tokens[inner].pos in VERBAL:
            return "infinitive", between(tree, _object_left(tree, i, tokens[inner].left), _cut(tree, inner, tokens[i], cues))
    if cues.verbs.get(lemma) == "deny":
        inner = tree.child(i, "xcomp")
        if inner is not None and inner > i and tokens[inner].tag == "VBG":
            return "infinitive", between(tree, tokens[inner].left, _cut(tree, inner, tokens[i], cues))
    if _is_aside(tree, i, subject, cues):
        return "parenthetical", _rest(tree, i, frame)
    for kind, pieces in (
        ("naming", _named(tree, i, cues)),
        ("preposition", _after(tree, i, cues)),
        ("object", _object(tree, i, cues)),
    ):
        if pieces:
            return kind, pieces
    return "none", ()


def _clause_of(tree: Tree, i: int, subject: int, cues: Cues) -> int | None:
    """Return the verb of the complement clause; verbs that seldom tell need a full one."""
    tokens = tree.tokens
    strict = tokens[i].lemma in cues.clause_only
    fitting = [j for j in tokens[i].children if tokens[j].dep == "ccomp" and j != subject and not (strict and _is_small(tree, j))]
    after = [j for j in fitting if j > i and not _is_bare_participle(tree, j)]
    first = min(i, subject)
    if fitting and not after and first and tokens[tokens[first].left - 1].text == ";":
        return None
    before = [j for j in fitting if j < i]
    if after or before:
        return (after or before)[0]
    return _that_clause(tree, i, cues)


def _that_clause(tree: Tree, i: int, cues: Cues) -> int | None:
    """Return the verb of a clause with "that" which the parse hangs on a noun between: "said in a statement that"."""
    tokens = tree.tokens
    for j in range(i + 1, min(tokens[i].right, i + 20)):
        t = tokens[j]
        if t.lower == "that" and t.dep == "mark" and tokens[t.head].dep in ("acl", "relcl", "advcl") and tokens[t.head].left == j:
            noun = tokens[tokens[t.head].head]
            told = noun.head == i and noun.dep == "dobj" and noun.pos == "NOUN" and noun.lemma in cues.nouns
            return None if told else t.head
        if t.tag in ("VBD", "VBZ", "VBP"):
            return None
    return None


def _is_clause_after_that(tree: Tree, i: int) -> bool:
    """True for "reported that the minister, who ..., proposed" where the parse takes the clause for a noun: "that minister"."""
    thing = tree.child(i, "dobj")
    if thing is None or i + 1 >= len(tree.tokens) or tree.tokens[i + 1].lower != "that" or tree.tokens[thing].left != i + 1:
        return False
    return thing > i + 1 and any(t.tag in FINITE for t in tree.tokens[thing : tree.tokens[i].right])


def _is_bare_participle(tree: Tree, j: int) -> bool:
    """True for "with their windows shut": a participle without subject, auxiliary or "that"."""
    token = tree.tokens[j]
    return token.tag in ("VBN", "VBG") and not any(
        tree.tokens[k].dep in (*SUBJECTS, "aux", "auxpass", "mark") for k in token.children
    )


def _is_small(tree: Tree, j: int) -> bool:
    """True for "saw him leave": a verb form without tense, auxiliary or "that" (the tagger takes some for the present)."""
    token = tree.tokens[j]
    bare = token.tag in SMALL or (token.tag == "VBP" and token.pos == "VERB")
    return bare and not any(tree.tokens[k].dep in ("aux", "mark") for k in token.children)


def _clause(tree: Tree, i: int, clause: int, frame: set[int], cues: Cues) -> Pieces:
    """Return the pieces of a complement clause: all before the frame when it stands first, its own words when it follows."""
    tokens = tree.tokens
    if clause > i:
        last = max(j for j in (clause, *tokens[i].children) if j == clause or tokens[j].dep == "ccomp")
        left = min(max(i + 1, tokens[clause].left), clause)
        right = _astray(tree, i, _series(tree, _cut(tree, last, tokens[i], cues)))
        return between(tree, left, _inner_end(tree, left, right))
    left = 0 if tokens[i].head == i and _is_set_off(tree, min(frame)) else tokens[clause].left
    before = between(tree, left, min(max(min(frame), tokens[clause].left), i))
    return before + ranges(tree, (j for j in tree.subtree(clause) if j > i and j not in frame))


def _inner_end(tree: Tree, left: int, right: int) -> int:
    """Return where a content ends that stands in single marks inside another quotation: "‘The gate is open,’ and hung up"."""
    tokens = tree.tokens
    if left and tokens[left - 1].text in ("‘", "'"):
        return next((j for j in range(left, right) if tokens[j].text in ("’", "'")), right)
    return right


def _astray(tree: Tree, i: int, right: int) -> int:
    """Return where a clause ends whose predicate the parse took for the main one: "said the man held in Orsk, is a clerk"."""
    tokens = tree.tokens
    head = tokens[i].head
    if tokens[i].dep != "ccomp" or head < right or tokens[head].pos not in VERBAL or tree.child(head, *SUBJECTS) is not None:
        return right
    between_them = {tokens[j].text for j in range(right, head) if tokens[j].pos not in ("AUX", "PART", "ADV")}
    return tokens[head].right if between_them <= {","} else right


def _series(tree: Tree, right: int) -> int:
    """Return where "that ..., and that ..." and "...; ...; and ..." end, however the parse hangs the later members."""
    tokens = tree.tokens
    j = right
    while j < len(tokens) and tokens[j].text in (",", ";", "and", "but", "or"):
        j += 1
    if right < j < len(tokens) and tokens[j].lower == "that" and tokens[j].dep == "mark":
        return len(tokens)
    listed = right < len(tokens) and tokens[right].text == ";" and any(t.text == ";" for t in tokens[right + 1 :])
    return len(tokens) if listed else right


def _cut(tree: Tree, clause: int, cue: Token, cues: Cues) -> int:
    """Return where a clause ends: before a second reporting verb that goes on from the first ("said ..., and accused ...")."""
    tokens = tree.tokens
    right = tokens[clause].right
    for j in range(clause + 2, right):
        if tokens[j].dep == "advcl" and is_added(tree, j) and tokens[j].lemma in cues.verbs:
            right = tokens[j].left
            break
    for j in tokens[clause].children:
        t = tokens[j]
        if t.lemma not in cues.verbs or j < clause:
            continue
        if t.dep == "conj" and goes_on(tree, clause, j, cue) and tree.child(j, *SUBJECTS) is None:
            right = min(right, _before_joint(tree, clause, t.left))
    return right


def _before_joint(tree: Tree, clause: int, left: int) -> int:
    """Return `left` moved before the comma and the conjunction that stand there."""
    while left - 1 > clause and tree.tokens[left - 1].dep in ("cc", "punct"):
        left -= 1
    return left


def is_added(tree: Tree, i: int) -> bool:
    """True for ", adding that ...": a participle behind a comma, which goes on from the telling verb."""
    return tree.tokens[i].tag == "VBG" and i > 0 and tree.tokens[i - 1].text == ","


def goes_on(tree: Tree, clause: int, j: int, cue: Token) -> bool:
    """True where verb `j`, which the parse joins to the predicate of a content, goes on from the telling verb instead."""
    tokens = tree.tokens
    if tokens[j].tag != cue.tag or tokens[clause].tag == cue.tag:
        return False
    perfect = any(tokens[k].lemma == "have" and tokens[k].dep == "aux" for k in tokens[clause].children)
    return not perfect or (j > 1 and tokens[j - 1].tag == "CC" and tokens[j - 2].text == ",")


def _object_left(tree: Tree, i: int, left: int) -> int:
    """Return where "urged the army to leave" begins: at the object, if one stands before the infinitive."""
    thing = tree.child(i, "dobj", "dative")
    return max(i + 1, min(left, tree.tokens[thing].left) if thing is not None and thing > i else left)


def _named(tree: Tree, i: int, cues: Cues) -> Pieces:
    """Return "the raid a mistake" of "called the raid a mistake", "it as a mistake" of "described it as a mistake"."""
    tokens, lemma = tree.tokens, tree.tokens[i].lemma
    thing = tree.child(i, "dobj")
    if lemma in cues.as_verbs and thing is not None and thing > i:
        for j in tokens[i].children:
            if tokens[j].dep == "prep" and tokens[j].lower == "as":
                return between(tree, tokens[thing].left, max(tokens[thing].right, tokens[j].right))
    if lemma in cues.naming:
        for j in tokens[i].children:
            if tokens[j].dep in ("oprd", "xcomp", "ccomp") and j > i:
                return between(tree, i + 1, tokens[j].right)
        marks = [j for j in range(i + 1, tokens[i].right) if tokens[j].text in QUOTES]
        if thing is not None and thing > i and marks:
            return between(tree, tokens[thing].left, marks[-1] + 1)
    return ()


def _after(tree: Tree, i: int, cues: Cues) -> Pieces:
    """Return "floods" of "warned of floods", "the mayor of lying" of "accused the mayor of lying"."""
    tokens, lemma = tree.tokens, tree.tokens[i].lemma
    wanted = cues.prepositions.get(lemma)
    if wanted is None:
        return ()
    thing = tree.child(i, "dobj") if lemma in WITH_OBJECT else None
    for j in (*tokens[i].children, *(tokens[thing].children if thing is not None else ())):
        if tokens[j].dep in ("prep", "dative") and tokens[j].lower in wanted and tokens[j].right > j + 1:
            return between(tree, tokens[thing].left if thing is not None and thing > i else j + 1, tokens[j].right)
    return ()


def _object(tree: Tree, i: int, cues: Cues) -> Pieces:
    """Return the noun object, without a relative clause set off by a comma."""
    if tree.tokens[i].lemma not in cues.objects and tree.tokens[i].lemma not in cues.act_objects:
        return ()
    thing = tree.child(i, "dobj")
    if thing is None or thing < i or tree.tokens[thing].lemma in cues.withheld:
        return ()
    right = tree.tokens[thing].right
    for j in tree.tokens[thing].children:
        t = tree.tokens[j]
        if t.dep == "relcl" and t.left and tree.tokens[t.left - 1].text == ",":
            right = min(right, t.left)
    return between(tree, tree.tokens[thing].left, right)


def _is_aside(tree: Tree, i: int, subject: int, cues: Cues) -> bool:
    """True for "..., officials said, ..." and "..., said the minister": set off by marks, nothing below but its own parts."""
    tokens, token = tree.tokens, tree.tokens[i]
    if token.lemma not in cues.tails or token.head == i or token.dep not in ASIDE or tree.child(i, *SUBJECTS) is None:
        return False
    if token.lemma not in ("tell", "ask") and tree.child(i, "dobj") is not None:
        return False
    if token.dep == "parataxis":
        return True
    if token.dep == "relcl" and subject < i:
        return False
    left, right = min(token.left, subject), max(token.right, i + 1)
    before = tokens[left - 1].text if left else ","
    after = tokens[right].text if right < len(tokens) else "."
    if token.dep == "advcl" and not any(tokens[j].lower == "as" for j in token.children) and left == 0:
        return False
    return (before in SET_OFF or tokens[left].text == ",") and after in SET_OFF


def _is_set_off(tree: Tree, first: int) -> bool:
    return first > 0 and tree.tokens[first - 1].text in SET_OFF


def _rest(tree: Tree, i: int, frame: set[int]) -> Pieces:
    """Return the sentence without the parenthesis."""
    left, right = min(tree.tokens[i].left, *frame), max(tree.tokens[i].right, max(frame) + 1)
    return between(tree, 0, left) + between(tree, right, len(tree.tokens))
