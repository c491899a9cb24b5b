"""Tellers shown by colons and dashes: "Police: blast was planned", "Blast was planned - police", `Name: "..."`, `"..." - Name`."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from twosource.analyse.attribution.cues import Cues
from twosource.analyse.attribution.frame import Frame
from twosource.records.analysis import Analysis, Sentence

LABEL = re.compile(r"(?:[-•*–—]\s+)?(?P<name>[A-Z][^:\n\"“”]{1,60}?)(?P<cue>:)\s+(?=\S)")
"""A short label before a colon, at the start of a line."""
CLOSING_DASH = re.compile(r"(?<=[\"”’'.?!])\s*(?P<cue>[–—-]{1,2})\s*(?P<name>[A-Z][^\n\"“”–—:;]{1,80}?)\s*$")
"""A name after a dash, at the end of a line that holds a quotation."""
TITLE_END = re.compile(r"\s(?P<cue>[–—-]|:)\s?(?P<name>[^\s:–—-][^:–—\n]{1,40})$|(?P<cue2>:)\s(?P<name2>[^:\n]{2,40})$")
TELLING = re.compile(
    r"\b(?:said|says|say|wrote|writes|added|adds|tweeted|posted|told|tells|asked|asks|reads?|continued|is|are|was|were|has|have|had|did|do|does|will|would|can|could|hold)\b",
    re.IGNORECASE,
)
"""Words that make a clause of what stands before a colon: its verb has a frame of its own."""
MAX_NAME_WORDS = 8

IsTeller = Callable[[int, int], bool]
"""Says whether the words `[start, end)` of the report can name a teller."""


def layout_frames(analysis: Analysis, cues: Cues, is_teller: IsTeller) -> Iterator[Frame]:
    """Yield frames of labels and closing names, line by line."""
    text = analysis.report.text
    lines = _lines(analysis)
    labels = Counter(m["name"] for first, last in lines if (m := LABEL.match(text, first.span.start, last.span.end)))
    for first, last in lines:
        start, end = first.span.start, last.span.end
        label = LABEL.match(text, start, end)
        if label is not None and _is_label(text, label, end, first.block == "title", labels, is_teller):
            rest = (
                end
                if first.block == "title" or text[label.end()] not in '"“' or _is_transcript(label["name"])
                else _quotation_end(text, label.end(), end)
            )
            yield _frame("label", first.index, label.span("cue"), label.span("name"), (label.end(), rest))
            continue
        closing = (TITLE_END if first.block == "title" else CLOSING_DASH).search(text, max(start, end - 120), end)
        if closing is not None:
            group = "name" if closing["name"] is not None else "name2"
            name, cue = closing.span(group), closing.span("cue" if group == "name" else "cue2")
            if (
                len(text[slice(*name)].split()) <= MAX_NAME_WORDS
                and (first.block != "title" or is_teller(*name))
                and text[start : cue[0]].strip()
            ):
                yield _frame("closing-name", last.index, cue, name, (start, cue[0] - (text[cue[0] - 1] == " ")))


def _lines(analysis: Analysis) -> list[tuple[Sentence, Sentence]]:
    """Return the first and last sentence of each paragraph of title and prose."""
    found: list[tuple[Sentence, Sentence]] = []
    for sentence in analysis.sentences:
        if sentence.block not in ("title", "prose"):
            continue
        if found and found[-1][1].paragraph == sentence.paragraph:
            found[-1] = (found[-1][0], sentence)
        else:
            found.append((sentence, sentence))
    return found


def _frame(rule: str, sentence: int, cue: tuple[int, int], name: tuple[int, int], content: tuple[int, int]) -> Frame:
    return Frame(
        sentence=sentence,
        rule=rule,
        speech="say",
        cue=(cue,),
        source=(name,),
        content=[content] if content[0] < content[1] else [],
    )


def _is_transcript(name: str) -> bool:
    """True for a speaker's name as transcripts print it, in capitals throughout."""
    return name.isupper() and len(name) > 2


def _is_label(text: str, label: re.Match[str], end: int, title: bool, labels: Counter[str], is_teller: IsTeller) -> bool:
    name = label["name"]
    if TELLING.search(name):
        return False
    if len(name.split()) > MAX_NAME_WORDS or text[label.end() : end].count(" ") < 2:
        return False
    known = is_teller(*label.span("name"))
    if title:
        return known
    quoted = text[label.end()] in "\"“‘'"
    return (
        (known and (quoted or labels[name] > 1)) or (_is_transcript(name) and (labels[name] > 1 or known)) or (quoted and known)
    )


def _quotation_end(text: str, start: int, end: int) -> int:
    closing = max(text.rfind("”", start, end), text.rfind('"', start + 1, end))
    return closing + 1 if closing > start else end
