"""Where a sentence is cut: the tokens that head a clause of their own, each with the rule that says so.

A cut is worth making where a reader could ask for the source of each side alone. What restricts its noun or completes its
verb stays, unless it is long. The lengths were chosen on the gold stories (docs/measurements.md).
"""

from collections.abc import Callable
from itertools import pairwise

from twosource.analyse.signs import levels, listed
from twosource.lexicons import word_set
from twosource.records.parse import Token, Tree
from twosource.settings import StatementSettings

VERBAL = frozenset({"VERB", "AUX"})
FINITE = frozenset({"VBD", "VBP", "VBZ"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
CLAUSE_BREAKS = frozenset({";", ":", "—", "–", "--", "..."})
COMMAS = frozenset({",", "—", "–", "-", "--", "(", "[", ";", ":"})
LIGHT = frozenset({"cc", "advmod", "aux", "auxpass", "neg", "conj", "preconj"})
"""What may stand between two verbs that share all they have: "was quickly caught and then freed"."""
TIME = frozenset({"as", "after", "before", "since", "until", "without", "while", "upon", "following", "despite"})
DESCRIBING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON"})
"""An apposition opens with one of these: "the capital of", "retired captain of", "Sarn's largest town"."""
WITH_EVENT = frozenset({"when", "because", "after", "while"})
"""What opens a clause that tells the same event as the verb it hangs on, or what it came from."""
CAUSE = frozenset({"because", "despite", "amid", "following", "due"})
PREPOSITIONAL = frozenset(
    {"surrounding", "involving", "regarding", "concerning", "including", "following", "containing", "covering", "based"}
)
"""Participles that work as prepositions; what follows them is no clause."""
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
CONNECTING = frozenset({"so", "then", "but", "and", "yet", "or", "nor"})
"""Between two clauses of equal rank, whichever the parser makes the head."""
CERTAIN = frozenset({"know", "see", "ask", "say", "determine", "wonder", "tell", "decide", "check", "doubt"})
"""Verbs whose "if" is a "whether": the clause completes them."""


def find_cuts(tree: Tree, settings: StatementSettings) -> dict[int, str]:
    """Return the tokens at which a sentence is cut, with the rule of each, in order. Roots are among them."""
    found = {}
    for t in tree.tokens:
        rule = "sentence" if t.head == t.i else _RULES[t.dep](tree, t, settings) if t.dep in _RULES else None
        if rule:
            found[t.i] = rule
    return found


def is_word(token: Token) -> bool:
    """True for a token with a letter or a digit in it."""
    return any(c.isalnum() for c in token.text)


def is_predicate(tree: Tree, t: Token) -> bool:
    """True for a verb, and for anything that has a subject."""
    return t.pos in VERBAL or has_subject(tree, t)


def has_subject(tree: Tree, t: Token) -> bool:
    """True when a subject hangs on the token."""
    return tree.child(t.i, *SUBJECTS) is not None


def main_verb(tree: Tree, i: int) -> int:
    """Return the predicate that `i` stands for: "showed" of "readings taken at noon showed nothing", joined without any "and"."""
    t = tree.tokens[i]
    if t.tag != "VBN" or tree.child(i, "aux", "auxpass", "cc") is not None or tree.child(i, "nsubj") is None:
        return i
    second = tree.child(i, "conj")
    return (
        second if second is not None and tree.tokens[second].tag in FINITE and not has_subject(tree, tree.tokens[second]) else i
    )


def _coordination(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    head = tree.tokens[t.head]
    if not (is_predicate(tree, t) and is_predicate(tree, head)) or _is_no_verb(tree, head, t) or main_verb(tree, head.i) == t.i:
        return None
    if _is_denied(tree, t):
        return None
    between = tree.tokens[head.i + 1 : t.i]
    if has_subject(tree, t) or any(x.text in CLAUSE_BREAKS for x in between):
        return "coordinated clause"
    if any(is_word(x) and x.dep not in LIGHT for x in between) or _differs(tree, head, t):
        return "coordinated verb"
    return None


def _is_denied(tree: Tree, t: Token) -> bool:
    """True for "that it burned" of "denied that it sank and that it burned": cut off, it would read as told."""
    i = t.i
    while tree.tokens[i].dep == "conj" and tree.tokens[i].head != i:
        i = tree.tokens[i].head
    above = tree.tokens[tree.tokens[i].head]
    if tree.tokens[i].dep in ("acl", "relcl"):
        above = tree.tokens[above.head]
    governs = tree.tokens[i].dep in ("ccomp", "xcomp", "acl") and above.i < i
    return governs and above.lemma in word_set("stages", "denial_verbs") and not _goes_on(tree, t, i, above)


def _goes_on(tree: Tree, t: Token, first: int, denial: Token) -> bool:
    """True for "said" of "denied it had been closed and said that": no subject of its own, and the tense of the denial."""
    return not has_subject(tree, t) and t.tag == denial.tag and tree.child(t.i, "aux", "auxpass") is None


def _is_no_verb(tree: Tree, first: Token, second: Token) -> bool:
    """True for "antitank" of "supplying shells and antitank missiles": a bare form cannot follow a participle."""
    return second.tag == "VB" and first.tag in ("VBG", "VBN") and tree.child(second.i, "aux") is None


def _differs(tree: Tree, first: Token, second: Token) -> bool:
    """True for "it was forced and denied all guilt": verbs side by side whose forms show that they share no auxiliary."""
    return tree.child(first.i, "aux", "auxpass") is not None and second.tag in FINITE


def _relative(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    if _set_off(tree, t):
        return "relative clause set off"
    if _is_infinitive(tree, t) or _is_cause(tree, tree.tokens[t.head]) or not _opens_with_relative(tree, t):
        return None
    return "long relative clause" if _length(tree, t) >= settings.min_restrictive else None


def _opens_with_relative(tree: Tree, t: Token) -> bool:
    """False for "the boat he sold": without a relative word the clause lacks a part and says nothing by itself."""
    return any(x.tag in RELATIVE or x.lower == "that" for x in tree.tokens[t.left : t.left + 3])


def _participle(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    """Cut "killing four" after a comma; a participle that tells which noun is meant stays with it, however long."""
    if t.tag not in ("VBN", "VBG", "VBD") or t.lower in PREPOSITIONAL or not _set_off(tree, t) or _belongs(tree, t):
        return None
    return "participle set off"


def _belongs(tree: Tree, t: Token) -> bool:
    """True for what is no participle of its noun, whatever the parser says.

    "The belief, he said, that he fled", a part of an apposition, and the predicate of a sentence whose root is its
    subject ("The envoy to the islands, Abel Ardo, spoke of peace").
    """
    noun = tree.tokens[t.head]
    complement = has_subject(tree, t) and tree.child(t.i, "mark") is not None
    subject = noun.head == noun.i and t.tag != "VBG" and not is_predicate(tree, noun)
    return complement or subject or (noun.dep == "appos" and _set_off(tree, noun))


def _is_cause(tree: Tree, noun: Token) -> bool:
    """True for "deal" of "because of the deal signed in May": the clause is the cause and goes with it."""
    return any(tree.tokens[i].lower in CAUSE for i, _ in zip(tree.ancestors(noun.i), range(2), strict=False))


def _adverbial(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    if not (is_predicate(tree, t) or _is_hidden_clause(tree, t)) or _completes(tree, t):
        return None
    if _shares_hedge(tree, t.i):
        return None
    if t.tag == "VB" and not has_subject(tree, t):
        return "long purpose" if _length(tree, t) >= settings.min_purpose else None
    return "adverbial clause" if _set_off(tree, t) or _length(tree, t) >= settings.min_adverbial else None


def _shares_hedge(tree: Tree, i: int) -> bool:
    """True for "when it overheated" of "it may have burned when it overheated": one event, of which neither half is certain.

    What a comma sets off, and what stands first, is told by itself; "reportedly" reaches both halves as they are.
    """
    t, verb = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    if t.left < verb.i or tree.tokens[t.left].lower not in WITH_EVENT or _set_off(tree, t):
        return False
    below = [tree.tokens[c] for c in verb.children if c < verb.i]
    return any(
        (x.dep == "aux" and x.lower in listed("hedges", "modals.possible"))
        or (x.dep == "advmod" and x.lower in levels("adverbs").keys() - listed("reporting", "impersonal.adverbs"))
        for x in below
    )


def _is_hidden_clause(tree: Tree, t: Token) -> bool:
    """True for "lorry" of "when a lorry rammed the gate", where the parser takes the verb for a participle."""
    opened = t.dep == "advcl" and t.pos not in VERBAL and tree.child(t.i, "acl") is not None
    return opened and tree.tokens[t.left].tag in ("WRB", "IN")


def _completes(tree: Tree, t: Token) -> bool:
    """True for what its head cannot be without: "unclear if he fled", "too far away to be seen"."""
    head = tree.tokens[t.head]
    if any(tree.tokens[c].lower in ("too", "enough") for c in head.children):
        return t.tag == "VB"
    mark = tree.child(t.i, "mark")
    if mark is not None and tree.tokens[mark].lower == "than":
        return True
    if mark is None or tree.tokens[mark].lower not in ("if", "whether") or t.left < head.i or _set_off(tree, t):
        return False
    return head.pos == "ADJ" or head.lemma in CERTAIN or tree.child(head.i, "acomp") is not None


def _complement(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    """Cut a clause that the parser calls a complement but that a stronger mark than a comma sets apart."""
    head = tree.tokens[t.head]
    low, high = (t.right, head.i) if t.i < head.i else (head.i + 1, t.left)
    between = tree.tokens[low:high]
    apart = any(x.text in CLAUSE_BREAKS for x in between)
    joined = t.i < t.head and any(x.text == "," and y.lower in CONNECTING for x, y in pairwise(between))
    return "clause set apart" if (apart or joined) and has_subject(tree, t) else None


def _open_complement(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    return "participle set off" if t.tag == "VBG" and t.left > t.head and _set_off(tree, t) else None


def _preposition(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    """Cut "after leaving the port", "because of the deal signed in May", "with the mayor resigning" off."""
    length = _length(tree, t)
    if _shares_hedge(tree, t.i):
        return None
    if t.lower in TIME and (_holds_finite(tree, t) or (t.lower != "as" and tree.child(t.i, "pcomp") is not None)):
        return "preposition and clause" if length >= settings.min_adverbial else None
    if length < settings.min_adverbial:
        return None
    if t.lower in CAUSE:
        return "cause"
    if t.lower == "with" and _set_off(tree, t) and (tree.child(t.i, "pcomp") is not None or _noun_with_clause(tree, t)):
        return "circumstance"
    return None


def _holds_finite(tree: Tree, t: Token) -> bool:
    noun = tree.child(t.i, "pobj")
    return noun is not None and any(_is_finite_after(tree, tree.tokens[c]) for c in tree.tokens[noun].children)


def _noun_with_clause(tree: Tree, t: Token) -> bool:
    noun = tree.child(t.i, "pobj")
    return noun is not None and tree.child(noun, "acl", "relcl") is not None


def _is_finite_after(tree: Tree, t: Token) -> bool:
    """True for "rammed" of "after a lorry rammed the gate", which the parser takes for a participle of the lorry."""
    noun = tree.tokens[t.head]
    opens = t.dep == "acl" and t.tag == "VBD" and noun.dep == "pobj" and not _set_off(tree, t)
    return opens and tree.tokens[noun.head].lower in TIME


def _apposition(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    described = t.pos == "NOUN" and _set_off(tree, t) and tree.tokens[t.left].pos in DESCRIBING
    return "apposition" if described and _length(tree, t) >= settings.min_apposition else None


def _loose(tree: Tree, t: Token, settings: StatementSettings) -> str | None:
    return "loose clause" if is_predicate(tree, t) and has_subject(tree, t) else None


_RULES: dict[str, Callable[[Tree, Token, StatementSettings], str | None]] = {
    "conj": _coordination,
    "relcl": _relative,
    "acl": _participle,
    "advcl": _adverbial,
    "ccomp": _complement,
    "xcomp": _open_complement,
    "prep": _preposition,
    "appos": _apposition,
    "parataxis": _loose,
    "dep": _loose,
}


def _set_off(tree: Tree, t: Token) -> bool:
    """True when a comma, dash or bracket stands before the clause, or a comma behind one that comes before its head."""
    if t.i < t.head and any(x.text == "," for x in tree.tokens[t.right - 2 : t.right + 1]):
        return True
    return t.left > 0 and (tree.tokens[t.left - 1].text in COMMAS or tree.tokens[t.left].text in COMMAS)


def _length(tree: Tree, t: Token) -> int:
    return sum(map(is_word, tree.tokens[t.left : t.right]))


def _is_infinitive(tree: Tree, t: Token) -> bool:
    return t.tag == "VB" and any(tree.tokens[c].tag == "TO" for c in t.children)
