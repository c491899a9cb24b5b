"""All text of a page, for pages no tree can be built of: any nesting, any damage, in one linear pass."""

import re
from html import unescape

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,20})(?:[\s/][^<>]*)?>")
RAW = frozenset({
    "script", "style", "noscript", "template", "textarea", "title", "svg",
})  # fmt: skip
"""What stands inside is no text of the page, whatever it looks like."""
SKIPPED = frozenset({
    "nav", "header", "footer", "aside", "form", "button", "select", "iframe",
})  # fmt: skip
INLINE = frozenset({
    "a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
    "time", "u", "wbr",
})  # fmt: skip


def all_text(source: str) -> str:
    """Return the text of a page, one line a block, menus and forms left out unless nothing else is there."""
    bare = _without_comments(source)
    return _collect(bare, SKIPPED) or _collect(bare, frozenset())


def _without_comments(source: str) -> str:
    first, *rest = source.split("<!--")
    return first + " ".join(part.partition("-->")[2] if "-->" in part else part for part in rest)


def _collect(source: str, skipped: frozenset[str]) -> str:
    pieces: list[str] = []
    inside = dict.fromkeys(skipped, 0)
    raw: str | None = None
    hidden = at = 0
    for tag in _TAG.finditer(source):
        if raw is None and not hidden:
            pieces.append(source[at : tag.start()])
        at = tag.end()
        name, end = tag["name"].lower(), bool(tag["end"])
        if raw is not None:
            raw = None if end and name == raw else raw
        elif name in RAW:
            raw = None if end else name
        elif name in inside:
            change = -1 if end and inside[name] else 0 if end else 1
            inside[name] += change
            hidden += change
        elif name not in INLINE:
            pieces.append("\n")
    if raw is None and not hidden:
        pieces.append(source[at:])
    lines = (" ".join(line.split()) for line in unescape("".join(pieces)).split("\n"))
    return "\n".join(line for line in lines if line)
