"""Drafts to reports: text fixed, dates checked, keys and ids settled."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from twosource.errors import Problem
from twosource.ids import digest
from twosource.lexicons import word_set
from twosource.read.draft import Draft, problem
from twosource.read.language import other_language
from twosource.read.plain import find_byline
from twosource.records.report import Report
from twosource.settings import ReadSettings
from twosource.text.edtf import to_edtf
from twosource.text.normalise import normalise_line, normalise_text
from twosource.text.tokens import WORD

NO_WORD = re.compile(r"(?<!\S)\S{1001,}")
"""A run of more than a thousand characters without a blank is no language: a picture or a program that got into the text."""


def build_reports(drafts: Sequence[Draft], settings: ReadSettings) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Return the reports in order of key, and a problem for each draft that is none or lost its date."""
    reports: list[Report] = []
    problems: list[Problem] = []
    for key, draft in _settle_keys(drafts):
        report, faults = _build(key, draft, settings)
        problems += faults
        if report:
            reports.append(report)
    return _with_ids(reports), tuple(problems)


def too_long(text: str, settings: ReadSettings) -> str:
    """Return what the user is told of a text above the limit."""
    return f"The text has {len(text):,} characters; a report may have {settings.max_chars:,}."


def has_words(text: str, count: int) -> bool:
    """True when the text has at least so many words; looks no further than needed."""
    return sum(1 for _ in islice(WORD.finditer(text), count)) == count


def _settle_keys(drafts: Sequence[Draft]) -> list[tuple[str, Draft]]:
    """Return the drafts under the shortest names that tell them apart, in order of name."""
    settled: dict[str, Draft] = {}
    waiting, level = sorted(drafts, key=lambda d: d.names[-1]), 0
    taken: set[str] = set()
    while waiting:
        names = [d.names[min(level, len(d.names) - 1)] for d in waiting]
        times = Counter(names)
        ambiguous = []
        for name, draft in zip(names, waiting, strict=True):
            last = level >= len(draft.names) - 1
            if not last and (times[name] > 1 or name in taken):
                ambiguous.append(draft)
            else:
                settled[name if name not in settled else f"{name} ({len(settled)})"] = draft
        taken.update(names)
        waiting, level = ambiguous, level + 1
    return sorted(settled.items())


def _build(key: str, draft: Draft, settings: ReadSettings) -> tuple[Report | None, list[Problem]]:
    if len(draft.body) > settings.max_chars:
        return None, [problem(key, "too-large", too_long(draft.body, settings))]
    title = normalise_line(draft.title or "") or None
    body = _without_furniture(draft.body)
    if not body.strip():
        return None, [problem(key, "no-text", "There is no text.")]
    if not has_words(body, settings.min_words):
        return None, [problem(key, "no-text", f"The text has fewer than {settings.min_words} words.")]
    text, title_span = _join(title, body)
    language = other_language(text)
    if language:
        return None, [problem(key, "other-language", f"The text is not English (taken for {language!r}); only English is read.")]
    published, faults = _published(key, draft)
    return Report(
        id="",
        key=key,
        text=text,
        title=title,
        title_span=title_span,
        byline=_field(draft.byline) or _byline(text, title_span),
        outlet=_field(draft.outlet),
        agency=_field(draft.agency),
        publisher=_field(draft.publisher),
        feed=_field(draft.feed),
        url=_field(draft.url),
        published=published,
        published_from=draft.published_from if published else None,
        published_evidence=draft.published_evidence,
        language="en",
    ), faults


def _published(key: str, draft: Draft) -> tuple[str | None, list[Problem]]:
    if not (draft.published or "").strip():
        return None, []
    published = to_edtf(draft.published or "")
    said = f"{(draft.published or '')[:60]!r} is not a date such as 2023-09-05 or 2023-09-05T14:00Z; it was left out."
    return published, [] if published else [problem(key, "bad-date", said)]


def _byline(text: str, title_span: tuple[int, int] | None) -> str | None:
    """Return the byline that stands as the first line below the title."""
    return find_byline(text[title_span[1] if title_span else 0 :].lstrip("\n").partition("\n")[0])


def _field(value: str | None) -> str | None:
    return normalise_line(value or "")[:500] or None


def _join(title: str | None, body: str) -> tuple[str, tuple[int, int] | None]:
    """Return the text, which begins with the title, and the place of the title in it."""
    if title is None:
        return body, None
    first = body.partition("\n")[0]
    if _loose(first) == _loose(title):
        return body, (0, len(first))
    return f"{title}\n\n{body}", (0, len(title))


def _loose(line: str) -> str:
    return "".join(c for c in line.casefold() if c.isalnum()) or line


def _without_furniture(text: str) -> str:
    """Return the normalised text without the lines and the endless words that certainly belong to no report."""
    text = normalise_text(NO_WORD.sub("", text))
    furniture = word_set("page_lines", "lines")
    lines = [line for line in text.split("\n") if line.strip(" .:…>»|").casefold() not in furniture]
    return normalise_text("\n".join(lines)) if len(lines) <= text.count("\n") else text


def _with_ids(reports: list[Report]) -> tuple[Report, ...]:
    """Return the reports with their ids; where all that makes an id is the same, the key is added."""
    parts = [(r.text, r.title, r.outlet, r.url, r.published) for r in reports]
    times = Counter(parts)
    keys = [() if times[p] == 1 else (r.key,) for r, p in zip(reports, parts, strict=True)]
    return tuple(replace(r, id=digest("report", *p, *k)) for r, p, k in zip(reports, parts, keys, strict=True))
