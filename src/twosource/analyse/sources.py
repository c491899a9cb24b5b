"""Who stands behind a source phrase: its name, its kind, and for the unnamed what the report says of them."""

import re
from bisect import bisect_right

from twosource.analyse.mentions.context import MAX_ROLE_CHARS, head_of, role_after, role_before
from twosource.analyse.mentions.names import Name
from twosource.analyse.mentions.nouns import extent
from twosource.analyse.mentions.words import bare, name_words, person_noun, role_words
from twosource.records.analysis import Analysis, Mention
from twosource.records.attribution import Link, SourceKind
from twosource.records.parse import Token, Tree
from twosource.records.span import Span

MAX_WORDS = 18
"""An unnamed source is shown in at most this many of the report's words."""

NAMED: dict[str, SourceKind] = {
    "person": "person", "body": "body", "outlet": "outlet", "agency": "agency", "document": "document", "place": "body"
}  # fmt: skip
"""Kind of a source by the kind of its mention: a place that speaks is its government."""

MAX_MENTIONS = 2_000
"""A role is looked for among the first mentions of a report; a text with more is no news report."""

_ANONYMITY = re.compile(
    r"\b(?:(?:spoke|speaking|speaks|talked|talking|commented|commenting) )?"
    r"(?:on (?:the )?condition (?:of (?:strict )?anonymity|that (?:he|she|they) not be (?:named|identified))|anonymously)"
    r"|\b(?:asked|asking|requested|requesting|wished|wishing|wanted|preferred|insisted|declined|declining|refused) "
    r"(?:not to be (?:named|identified|quoted)|to (?:remain|stay) anonymous|to be (?:named|identified)|on anonymity|anonymity)"
    r"|\b(?:was|were|is|are) not authori[sz]ed to (?:speak|comment|discuss|talk|brief)\b"
    r"|\bwho (?:cannot|could not|can not|can't) be named\b"
)
_REASON = re.compile(
    r",? (?:because|since|as|citing|due to|owing to|for fear|fearing|in line with|to discuss|to describe|to speak|publicly)"
    r"\b[^,.;:\"“”—()]{0,200}"
)


def describe_source(analysis: Analysis, span: Span, how: str) -> Link:
    """Return the link for a source phrase of one sentence. `how` names the rule that found it; what resolved it is added."""
    k = _sentence_at(analysis, span.start)
    tree = analysis.trees[k]
    inside = [t.i for t in tree.tokens if span.start <= t.start and t.end <= span.end]
    if not inside:
        return Link(source=analysis.report.words(span) or "?", kind="unnamed", spans=(span,), how=how)
    head = _antecedent(tree, head_of(tree, inside[0], inside[-1] + 1))
    if tree.tokens[head].lower in role_words().utterances:
        head = _owner(tree, head)
    if tree.tokens[head].pos in ("VERB", "ADV", "AUX"):  # a name made of words ("the Bring Them Home movement")
        last = next((i for i in reversed(inside) if tree.tokens[i].pos in ("NOUN", "PROPN", "PRON")), head)
        return Link(source=analysis.report.words(span), kind=noun_kind(tree, last), spans=(span,), how=how)
    mention = _named_head(analysis, tree, head, inside)
    if mention is not None:
        beside = _beside(analysis, tree, head, inside)
        if beside is not None and NAMED.get(beside.kind) == NAMED.get(mention.kind) is not None:
            both = f"{mention.name} and {beside.name}"
            return Link(source=both, kind=NAMED[mention.kind], spans=(span,), how=how)
        return _named(analysis, span, mention, how)
    shouted = _shouted(analysis, span)
    if shouted is not None:
        return _named(analysis, span, shouted, how)
    token = tree.tokens[head]
    if token.pos == "PRON" and token.lower in _PRONOUNS:
        return Link(source=token.text, kind=_PRONOUNS[token.lower], spans=(span,), how=how)
    return _by_noun(analysis, k, head, span, how)


_PRONOUNS: dict[str, SourceKind] = {
    "he": "person", "she": "person", "him": "person", "her": "person", "i": "person", "me": "person", "it": "body",
    "they": "unnamed", "them": "unnamed", "we": "unnamed", "us": "unnamed", "you": "unnamed",
}  # fmt: skip


def _sentence_at(analysis: Analysis, offset: int) -> int:
    return max(0, bisect_right(analysis.sentences, offset, key=lambda s: s.span.start) - 1)


def _antecedent(tree: Tree, i: int) -> int:
    """Return what "who" or "which" stands for; of "two of the officials" and "a number of people" the people."""
    tokens = tree.tokens
    if tokens[i].lower in ("who", "which", "that", "whom") and tokens[i].tag in ("WP", "WDT"):
        return next((tokens[a].head for a in tree.ancestors(i) if tokens[a].dep == "relcl"), i)
    if tokens[i].lower in role_words().partitives:
        of = tree.child(i, "prep")
        under = tree.child(of, "pobj") if of is not None and tokens[of].lower == "of" else None
        if under is not None and person_noun(tokens[under].lower):
            return under
    return i


def _owner(tree: Tree, i: int) -> int:
    """Return whose words "his remarks" and "a tweet by Ana Ruso" are, or the token itself."""
    owner = tree.child(i, "poss")
    by = next((j for j in tree.tokens[i].children if tree.tokens[j].lower == "by" and tree.tokens[j].dep == "prep"), None)
    if owner is None and by is not None:
        owner = tree.child(by, "pobj")
    return i if owner is None else owner


def _named_head(analysis: Analysis, tree: Tree, head: int, inside: list[int]) -> Mention | None:
    """Return the mention that the head of a source phrase is, or that stands in apposition to it."""
    found = mention_at(analysis, tree.tokens[head].start)
    if found is not None and not (found.kind == "place" and _is_role(tree.tokens[head])):
        return found
    beside = [
        j
        for j in inside
        if j > head and tree.tokens[j].dep == "appos" and (tree.tokens[j].head == head or _is_role(tree.tokens[head]))
    ]
    if noun_kind(tree, head) in ("outlet", "agency") or tree.tokens[head].lower in name_words().companies:
        # "the newspaper Nice-Soir", "the Kesnews agency": the name stands right before or after its noun
        near = [j for j in tree.tokens[head].children if tree.tokens[j].dep in ("compound", "nmod")]
        beside += [j for j in (head + 1, head - 1, *near) if 0 <= j < len(tree.tokens)]
    for j in beside:
        found = mention_at(analysis, tree.tokens[j].start)
        if found is not None and found.kind in NAMED and found.kind != "place" and not found.how.endswith("unnamed"):
            return found
    return None


def _shouted(analysis: Analysis, span: Span) -> Mention | None:
    """Return a mention of the person whose family name stands in capitals, as in a transcript: "HOLT: ..."."""
    word = analysis.report.words(span)
    if not word.isupper() or not word.isalpha() or len(word) < 3:
        return None
    people = (m for m in analysis.mentions[:MAX_MENTIONS] if m.kind == "person")
    return next((m for m in people if m.name.split()[-1].upper() == word), None)


def _beside(analysis: Analysis, tree: Tree, head: int, inside: list[int]) -> Mention | None:
    """Return the second of two who speak together: "both Ostrel and Brae said"."""
    tokens = tree.tokens
    joined = [j for j in tokens[head].children if tokens[j].dep == "conj" and j in inside]
    if len(joined) != 1 or not any(tokens[j].lower == "and" for j in tokens[head].children if tokens[j].dep == "cc"):
        return None
    if any(tokens[j].dep == "conj" for j in tokens[joined[0]].children):
        return None
    return mention_at(analysis, tokens[joined[0]].start)


def _is_role(token: Token) -> bool:
    return person_noun(token.lower) is not None


def mention_at(analysis: Analysis, offset: int) -> Mention | None:
    """Return the shortest mention that covers a code point, or None."""
    k = bisect_right(analysis.mentions, offset, key=lambda m: m.span.start)
    around = [m for m in analysis.mentions[max(0, k - 4) : k] if offset < m.span.end]
    return min(around, key=lambda m: m.span.end - m.span.start, default=None)


def _named(analysis: Analysis, span: Span, mention: Mention, how: str) -> Link:
    kind = NAMED.get(mention.kind)
    resolved = () if analysis.report.words(mention.span) == mention.name else (mention.span,)
    if mention.how != "full-name":
        how = f"{how}, {mention.how}"
    if kind is None:
        return Link(
            source=mention.name,
            kind=_kind_of_words(mention.name),
            spans=(span,),
            how=how,
            count=_count(mention.name),
            reason=_reason(analysis, span, mention.name),
            resolved_from=resolved,
        )
    role = _role(analysis, mention) if kind == "person" else None
    return Link(source=mention.name, kind=kind, spans=(span,), how=how, role=role, resolved_from=resolved)


def _by_noun(analysis: Analysis, k: int, head: int, span: Span, how: str) -> Link:
    tree = analysis.trees[k]
    start, end = extent(tree, head)
    tokens = tree.tokens[start : min(end, max(head + 1, start + MAX_WORDS))]
    tokens = tuple(t for t in tokens if t.i <= head or t.end <= span.end or tree.tokens[head].lower in role_words().vague)
    name = analysis.report.text[tokens[0].start : tokens[-1].end]
    kind = noun_kind(tree, head)
    if tree.tokens[head].pos == "PROPN" and kind != "unnamed":
        name = name.removeprefix("the ").removeprefix("The ")
    if kind != "unnamed":
        return Link(source=name, kind=kind, spans=(span,), how=how)
    return Link(source=name, kind=kind, spans=(span,), how=how, count=_count(name), reason=_reason(analysis, span, name))


def noun_kind(tree: Tree, head: int) -> SourceKind:
    """Return the kind of a source phrase without a known name, by its head noun."""
    token, roles, known = tree.tokens[head], role_words(), name_words()
    noun = token.lower
    modifiers = {tree.tokens[j].lower for j in token.children if j < head}
    if noun in roles.agencies:
        return "agency" if modifiers & {"news", "press", "wire"} else "body"
    if noun in roles.outlets or (noun in ("report", "reports") and modifiers & {"media", "press", "news", "newspaper"}):
        return "outlet"
    if token.text[0].isupper() and token.pos == "PROPN" and not person_noun(noun):
        whole = known.known.get(bare(token.text))
        return NAMED[whole] if whole else _proper_kind(tree, head)
    if noun in roles.bodies or noun in known.companies:
        return "body"
    if noun in roles.documents:
        return "document"
    return "unnamed"


def _proper_kind(tree: Tree, head: int) -> SourceKind:
    token = tree.tokens[head]
    several = any(tree.tokens[j].dep == "compound" and tree.tokens[j].pos == "PROPN" for j in token.children)
    if any(tree.tokens[j].lower == "the" for j in token.children) or (token.text.isupper() and len(token.text) > 1):
        return "body"
    if token.lower in name_words().demonyms or token.tag == "NNPS":
        return "unnamed"
    return "person" if several or token.text.isalpha() else "body"


def _kind_of_words(name: str) -> SourceKind:
    """Return the kind of what a pronoun or role noun was resolved to, given as the words of its first mention."""
    roles = role_words()
    for word in re.findall(r"[\w-]+", name.lower()):
        if person_noun(word) or word in roles.crowds:
            return "unnamed"
        if word in ("of", "for", "from", "in", "at", "with", "close", "familiar", "who"):
            break
    last = re.split(r" (?:of|for|from|in|at|with|on) ", name.lower())[0].split()[-1:] or [""]
    if last[0] in roles.outlets:
        return "outlet"
    if last[0] in roles.agencies:
        return "agency" if "news" in name.lower() else "body"
    return "body" if last[0] in roles.bodies or last[0] in name_words().companies else "unnamed"


def _count(name: str) -> str | None:
    words = name.lower().split()
    counts = role_words().counts
    if " ".join(words[:2]) in counts:
        return " ".join(name.split()[:2])
    if words and (words[0] in counts or words[0].isdigit()):
        return name.split()[0]
    return words[1] if len(words) > 1 and words[0] in ("the", "these", "those") and words[1] in counts else None


def _role(analysis: Analysis, mention: Mention) -> str | None:
    """Return what the report says somebody is, from the first mention that says so."""
    for other in analysis.mentions[:MAX_MENTIONS]:
        if other.name != mention.name or other.how not in ("full-name", "short-name"):
            continue
        tree = analysis.trees[_sentence_at(analysis, other.span.start)]
        inside = [t.i for t in tree.tokens if other.span.start <= t.start and t.end <= other.span.end]
        if not inside:
            continue
        name = Name(sentence=0, first=inside[0], last=inside[-1] + 1, words=(), title=None, kind=None)
        part = role_before(tree, name) or role_after(tree, name)
        if part:
            text = analysis.report.text[tree.tokens[part[0]].start : tree.tokens[part[1] - 1].end].strip(" ,")
            if 1 < len(text) <= MAX_ROLE_CHARS and text.lower() not in _COURTESY:
                return text
    return None


_COURTESY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "mx"})


def _reason(analysis: Analysis, span: Span, name: str) -> Span | None:
    """Return where the report says why (or that) an unnamed source is not named: in its sentence, or in the next two where they
    begin with the same people ("The officials spoke ...").
    """
    k = _sentence_at(analysis, span.start)
    nouns = {w for w in name.lower().split() if person_noun(w)}
    for sentence in analysis.sentences[k : k + 3]:
        text = analysis.report.words(sentence.span)
        if sentence.index != analysis.sentences[k].index and not nouns & set(text.lower().split()[:4]):
            continue
        m = _ANONYMITY.search(text)
        if m:
            more = _REASON.match(text, m.end())
            end = more.end() if more else m.end()
            return analysis.report.span(sentence.span.start + m.start(), sentence.span.start + len(text[:end].rstrip()))
    return None
