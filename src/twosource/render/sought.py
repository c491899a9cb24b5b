"""Finding one record by what a reader calls it: an id or its beginning, a claim's number, a label such as A3, a letter."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from twosource.errors import UnknownIdError
from twosource.records.account import Account, Claim, StoryAccount
from twosource.records.comparison import Descent, Hidden, Origin, Relation
from twosource.records.report import Report
from twosource.records.statement import Statement
from twosource.render.inline import shown
from twosource.render.labels import Labels, label_story
from twosource.render.terminal import to_ascii

Found = Statement | Claim | Relation | Descent | Hidden | Origin | Report | StoryAccount
MIN_PREFIX = 4
"""Shorter beginnings of an id are not looked up."""
_LABEL = re.compile(r"(?:(\d+):)?([A-Za-z]+\d+|\d+|[A-Za-z]+|[α-ω]\d*)")


class Hit(NamedTuple):
    """A record and the story it stands in."""

    labels: Labels
    record: Found


def find_record(account: Account, name: str) -> Hit:
    """Return the record that goes by a name; in a pile of several stories "2:A3" is A3 of the second one.

    Raises UnknownIdError where there is none, or more than one.
    """
    stories = [label_story(account, s) for s in account.stories]
    hits = list(_by_label(stories, name.strip())) or list(_by_id(stories, name.strip().lower()))
    unique = {h.record.id: h for h in hits}
    if len(unique) == 1:
        return next(iter(unique.values()))
    if not unique:
        raise UnknownIdError(
            f"the account holds nothing called {shown(name)!r}; give an id, a claim's number, or a label such as A3"
        )
    places = [f"{i}:{shown(name)}" for i, s in enumerate(stories, 1) if any(h.labels is s for h in hits)]
    choices = places if len(places) > 1 else sorted(unique)
    raise UnknownIdError(f"{shown(name)!r} stands for {len(unique)} things; say which: {', '.join(choices[:8])}")


def find_report(account: Account, name: str) -> tuple[Labels, Report]:
    """Return a report by its key, letter, id or the beginning of its id. Raises UnknownIdError."""
    for story in account.stories:
        for id_ in story.reports:
            report = next(r for r in account.reports if r.id == id_)
            if name == report.key:
                return label_story(account, story), report
    hit = find_record(account, name)
    if not isinstance(hit.record, Report):
        raise UnknownIdError(f"{shown(name)!r} is no report; give its name, its letter or its id")
    return hit.labels, hit.record


def _by_label(stories: list[Labels], name: str) -> Iterator[Hit]:
    m = _LABEL.fullmatch(name)
    if not m:
        return
    wanted = m[2]
    for place, labels in enumerate(stories, 1):
        if m[1] and int(m[1]) != place:
            continue
        for claim in labels.story.claims:
            if wanted == str(labels.numbers[claim.id]):
                yield Hit(labels, claim)
        for id_, mark in labels.marks.items():
            if wanted.upper() == mark:
                yield Hit(labels, labels.statements[id_])
        for id_, mark in labels.letters.items():
            if id_ in labels.reports and wanted.upper() == mark:
                yield Hit(labels, labels.reports[id_])
            elif id_ not in labels.reports and wanted.lower() in (mark, to_ascii(mark)):
                yield Hit(labels, next(h for h in labels.story.hidden if h.id == id_))


def _by_id(stories: list[Labels], name: str) -> Iterator[Hit]:
    if len(name) < MIN_PREFIX:
        return
    for labels in stories:
        for record in _records(labels):
            if record.id.startswith(name):
                yield Hit(labels, record)


def _records(labels: Labels) -> Iterator[Found]:
    story = labels.story
    yield story
    yield from labels.reports.values()
    yield from story.statements
    yield from story.claims
    for claim in story.claims:
        yield from claim.origins
    yield from story.relations
    yield from story.descents
    yield from story.hidden
