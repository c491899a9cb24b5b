"""Frames around a verb of telling: active with its complement, passive, impersonal, parenthetical."""

from collections.abc import Iterator

from twosource.analyse.attribution.complements import Pieces, find_complement
from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Frame, between, ranges
from twosource.analyse.attribution.phrases import could_tell
from twosource.analyse.attribution.speakers import (
    can_speak,
    find_speaker,
    hangs_on_a_thing,
    has_mark_between,
    is_loose,
    is_reduced,
)
from twosource.analyse.attribution.syntax import (
    RELATIVES,
    SUBJECTS,
    agent_of,
    antecedent,
    cue_tokens,
    is_passive,
    noun_phrase,
    own_subject,
    subject_of,
)
from twosource.analyse.attribution.tails import as_frame, tail_frame
from twosource.records.attribution import Speech
from twosource.records.parse import Tree

QUOTABLE = frozenset({"say", "ask", "write", "demand", "think", "deny", "doubt"})
FORMS = frozenset({"said", "says", "say", "told", "tells"})
"""Verb forms that the tagger may take for something else."""
NOUNLIKE = frozenset({"reports", "claims", "notes"})
"""Forms that may be verbs at the end of a sentence though the tagger takes them for nouns."""
QUOTING = frozenset({"quote", "cite", "report"})


def verb_frames(tree: Tree, sentence: int, cues: Cues) -> Iterator[Frame]:
    """Yield the frames of a sentence's reporting verbs, also those still without a content."""
    for token in tree.tokens:
        if token.tag[:1] != "V" and token.lower not in FORMS:
            if token.lower in NOUNLIKE:
                yield from _nounlike(tree, token.i, sentence, cues)
            continue
        speech = cues.verbs.get(token.lemma)
        if speech is None or (token.lower in ("citing", "quoting") and _cites(tree, token.i, cues)):
            continue
        if is_passive(tree, token.i) or (token.tag == "VBN" and token.dep == "acl" and agent_of(tree, token.i) is not None):
            frame = _passive(tree, token.i, speech, cues)
        else:
            apposed = token.i > 0 and tree.tokens[token.i - 1].text == "," and own_subject(tree, token.i) is None
            frame = (apposed and tail_frame(tree, token.i, speech, cues)) or _active(tree, token.i, speech, cues)
            if frame is None or not frame.content or frame.rule == "verb-object":
                frame = tail_frame(tree, token.i, speech, cues) or frame
        if frame is not None:
            frame.sentence = sentence
            yield frame


def _is_act(tree: Tree, i: int, kind: str, subject: int, cues: Cues) -> bool:
    """True where the verb names an act or a state and nobody tells anything."""
    tokens = tree.tokens
    speech = cues.verbs[tokens[i].lemma]
    to = any(tokens[j].tag == "TO" for j in tokens[i].children)
    if kind == "infinitive":
        return speech in ("think", "expect")
    if kind == "preposition":
        return to
    if kind == "clause":
        return (to and speech in ("think", "show", "expect")) or not _may_state(tree, i, subject, cues)
    return kind == "object" and _is_act_on_object(tree, i, subject, cues)


def _may_state(tree: Tree, i: int, subject: int, cues: Cues) -> bool:
    """True unless a thing does what the verb says: "the fog showed that"."""
    if tree.tokens[i].lemma not in cues.things_do:
        return True
    stands_for = antecedent(tree, subject)
    named = subject if stands_for is None else stands_for
    word = tree.tokens[named].lower
    if word == "it":
        return tree.tokens[i].lemma in BODIES_DO
    return word in SPEAKING_PRONOUNS or could_tell(tree, named, cues)


def _is_act_on_object(tree: Tree, i: int, subject: int, cues: Cues) -> bool:
    """True for "endorsed the mayor", "questioned the driver", "will report a loss", "the war claimed lives"."""
    tokens, thing = tree.tokens, tree.child(i, "dobj")
    speaks = tokens[subject].pos == "PRON" or tokens[i].lemma in PERSONS_DO or could_tell(tree, subject, cues)
    ahead = any(tokens[j].lower in AHEAD or tokens[j].tag == "TO" for j in tokens[i].children)
    asked = (
        cues.verbs[tokens[i].lemma] == "doubt"
        and thing is not None
        and (tokens[thing].pos == "PRON" or could_tell(tree, thing, cues))
    )
    relayed = thing is not None and tokens[thing].lemma in cues.nouns and tree.child(thing, "poss") is not None
    return (tokens[i].lemma in cues.act_objects and not relayed) or not speaks or ahead or asked


BODIES_DO = frozenset({"explain", "reveal", "confirm", "find", "signal"})
"""Of the verbs that things do, those of which "it" is rather a body than a thing."""
PERSONS_DO = frozenset({"deny", "refute", "rebut"})
"""Verbs whose subject tells, whatever it is."""
SPEAKING_PRONOUNS = frozenset({"he", "she", "they", "who", "both", "others", "another", "some", "many", "most"})
AHEAD = frozenset({"will", "would", "may", "might", "shall", "’ll", "'ll"})
"""Auxiliaries of what has not been told yet."""


def _nounlike(tree: Tree, i: int, sentence: int, cues: Cues) -> Iterator[Frame]:
    frame = as_frame(tree, i) or tail_frame(tree, i, "say", cues)
    if frame is not None and frame.source_token is not None and could_tell(tree, frame.source_token, cues):
        frame.sentence = sentence
        yield frame


def _active(tree: Tree, i: int, speech: Speech, cues: Cues) -> Frame | None:
    tokens = tree.tokens
    subject = find_speaker(tree, i, cues)
    if subject is not None and tokens[subject].dep == "csubj":
        subject = tree.child(subject, "dobj")
    if subject is None or subject == i or not can_speak(tree, subject) or is_reduced(tree, i):
        return None
    if hangs_on_a_thing(tree, i, subject, cues):
        return None
    if has_mark_between(tree, subject, i):
        return None
    cue = cue_tokens(tree, i)
    frame = _start(tree, i, speech, cue, cues)
    _name(tree, frame, subject, *cue)
    if tokens[tokens[subject].head].dep == "csubj" and subject == tokens[subject].head + 1:
        frame.source = between(tree, tokens[subject].head, subject + 1)
    if not frame.named and tokens[subject].lower in RELATIVES:
        return None
    _quoted_as(tree, i, frame)
    left, right = noun_phrase(tree, subject, *cue)
    kind, content = find_complement(tree, i, {*cue, *range(left, right)}, subject, cues)
    if kind == "preposition" and is_loose(tree, i):
        return None
    frame.rule, frame.content = f"verb-{kind}", list(content)
    frame.act = _is_act(tree, i, kind, subject, cues)
    frame.quotable = (
        speech in QUOTABLE and kind in ("clause", "none", "parenthetical") and tokens[i].lemma not in cues.clause_only
    )
    frame.close = not frame.quotable and kind != "object" and tokens[i].lemma in cues.quoting
    frame.quotable = frame.quotable or frame.close
    return frame


def _cites(tree: Tree, i: int, cues: Cues) -> bool:
    """True for "citing an official", which names a further teller and is told of in `phrases`."""
    name = tree.child(i, "dobj")
    return name is not None and could_tell(tree, name, cues)


def _start(tree: Tree, i: int, speech: Speech, cue: list[int], cues: Cues) -> Frame:
    hedge = " ".join(tree.tokens[j].text for j in sorted(cue)) if tree.tokens[i].lemma in cues.hedges else None
    return Frame(sentence=0, rule="", speech=speech, cue=ranges(tree, cue), head=i, hedge=hedge)


def _name(tree: Tree, frame: Frame, head: int, *outside: int) -> None:
    """Set the source: as written, and, for a relative pronoun, what it stands for."""
    frame.source, frame.source_token = between(tree, *noun_phrase(tree, head, *outside)), head
    stands_for = antecedent(tree, head)
    if stands_for is not None:
        frame.named = between(tree, *noun_phrase(tree, stands_for, head))


def _quoted_as(tree: Tree, i: int, frame: Frame) -> None:
    """Who was quoted by X as saying: X is the intermediary, the one quoted the teller."""
    tokens, token = tree.tokens, tree.tokens[i]
    if token.dep not in ("pcomp", "xcomp", "advcl"):
        return
    above = tokens[tokens[token.head].head if token.dep == "pcomp" else token.head]
    if above.lemma not in QUOTING:
        return
    if is_passive(tree, above.i):
        agent = agent_of(tree, above.i)
        if agent is not None:
            frame.via.extend(between(tree, *noun_phrase(tree, agent, i)))
        return
    quoted, quoting = tree.child(above.i, "dobj"), subject_of(tree, above.i)
    if quoted is not None and quoting is not None:
        frame.via.extend(between(tree, *noun_phrase(tree, quoting, above.i)))
        _name(tree, frame, quoted, i)


def _passive(tree: Tree, i: int, speech: Speech, cues: Cues) -> Frame | None:
    cue = cue_tokens(tree, i)
    frame = _start(tree, i, speech, cue, cues)
    agent = agent_of(tree, i)
    if agent is not None:
        _name(tree, frame, agent)
    frame.rule, content = _passive_content(tree, i, speech, cues, agent)
    if not content:
        return None
    frame.content = list(content)
    lemma = tree.tokens[i].lemma
    frame.act = lemma in cues.act_objects
    if agent is None:
        weak = lemma in cues.hedges or lemma in ("say", "report", "hear")
        frame.hedge = " ".join(tree.tokens[j].text for j in sorted(cue)) if weak else None
        if cue[0] and tree.tokens[cue[0] - 1].lower == "it":
            frame.cue = between(tree, cue[0] - 1, cue[-1] + 1)
    return frame


def _passive_content(tree: Tree, i: int, speech: Speech, cues: Cues, agent: int | None) -> tuple[str, Pieces]:
    """Return the rule and what is told by a verb in the passive; nothing where nobody tells anything."""
    tokens, lemma = tree.tokens, tree.tokens[i].lemma
    subject, clause, inner = tree.child(i, *SUBJECTS), tree.child(i, "ccomp"), tree.child(i, "xcomp")
    by = "passive-agent" if agent is not None else ""
    if (
        clause is not None
        and clause > i
        and (agent is not None or lemma in cues.impersonal or speech in ("say", "ask", "demand"))
    ):
        return by or "impersonal-clause", between(tree, max(tokens[clause].left, i + 1), tokens[clause].right)
    if inner is not None and inner > i:
        told = between(tree, max(tokens[inner].left, i + 1), tokens[inner].right)
        if subject is not None and lemma in cues.raising:
            return by or "impersonal-raising", between(tree, *noun_phrase(tree, subject, i)) + told
        return (by, told) if by and lemma in cues.infinitives else ("", ())
    named = next((j for j in tokens[i].children if tokens[j].dep == "prep" and tokens[j].lower == "as"), None)
    if agent is not None and named is not None and lemma in cues.as_verbs:
        thing = tokens[i].head if subject is None and tokens[i].dep == "acl" else subject
        about = between(tree, *noun_phrase(tree, thing, i)) if thing is not None else ()
        return by, about + between(tree, named, max(tokens[j].right for j in (named,) if j != agent))
    if subject is None and tokens[i].dep == "acl":
        subject = tokens[i].head
    if subject is None or tokens[subject].lemma in cues.withheld:
        return "", ()
    if agent is not None and (lemma in cues.objects or lemma in cues.act_objects):
        return by, between(tree, *noun_phrase(tree, subject, i))
    if clause is not None and clause < i and tokens[subject].lower == "it" and subject and tokens[subject - 1].text == ",":
        return "impersonal-clause", between(tree, tokens[clause].left, min(subject, tokens[clause].right))
    return "", ()
