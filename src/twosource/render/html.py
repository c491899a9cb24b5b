"""The brief as one static HTML page: no script, no network, no font to load, nothing from a report but escaped text."""

import hashlib
from base64 import b64encode
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from twosource.records.account import Account
from twosource.render.changes_view import changes_title
from twosource.render.inline import Line, Piece, inner
from twosource.render.labels import counted, first_up, together
from twosource.render.matrix_view import STANCE_WORDS, matrix_title
from twosource.render.rests_view import rests_title
from twosource.render.timeline_view import timeline_title, voices_words
from twosource.render.view import view_story

if TYPE_CHECKING:
    from jinja2 import Environment

STANDING_WORDS = {
    "agreed": ("agreed", ""),
    "not-established": ("not established", ""),
    "single-origin": ("single origin", ""),
    "origin-not-stated": ("origin not stated", ""),
    "disputed": ("disputed", "≠ "),
    "denied": ("denied", "✕ "),
    "superseded": ("superseded", "→ "),
}
MARK_CLASSES = {"hedge": "h-lost", "link": "l-lost", "changed": "chg", "same": "same", "context": "ctx"}
GREYS = 3
"""Patterns for the fourth text and later ones, which share one grey."""
CHANGED = Markup(
    '<svg class="dr" viewBox="0 0 10 10" role="img" aria-label="changed on the way">'
    '<path d="M5 0L10 10H0z" fill="currentColor"/></svg>'
)


def render_html(account: Account) -> str:
    """Return the page; the same account gives the same text."""
    environment = _environment()
    style = _style(environment)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    views = [view_story(account, s) for s in account.stories]
    return environment.get_template("brief.html").render(
        account=account,
        views=views,
        several=len(views) > 1,
        style=Markup(style),  # noqa: S704 (our own style sheet, from the package)
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
    )


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("twosource.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_fit,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        line=line_markup,
        counted=counted,
        together=together,
        slot=slot_class,
        first_up=first_up,
        changes_title=changes_title,
        rests_title=rests_title,
        matrix_title=matrix_title,
        timeline_title=timeline_title,
        voices=voices_words,
    )
    environment.globals.update(standing_words=STANDING_WORDS, stance_words=STANCE_WORDS, changed_mark=CHANGED)
    return environment


def _fit(value: object) -> object:
    """Every string that a template prints goes through here, then through the escaping."""
    return inner(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _style(environment: "Environment") -> str:
    """The style sheet, without the white space at its ends (its digest is in the page's policy)."""
    return environment.get_template("brief.css").render().strip()


def slot_class(slot: str) -> str:
    """Return the classes that give hue and pattern of a text."""
    if slot in ("1", "2", "3"):
        return f"o-{slot}"
    if slot == "n":
        return "o-n"
    return f"o-x o-x{(int(slot) - 4) % GREYS}" if slot.isdigit() else "o-i"


def line_markup(line: Line, prefix: str = "") -> Markup:
    """Return a line as markup, every piece of it escaped; links lead to targets of the story with that prefix."""
    return Markup("").join(_piece(p, prefix) for p in line)


def _piece(piece: Piece, prefix: str) -> Markup:
    text = inner(piece.text)
    match piece.voice:
        case "said":
            words = Markup('<bdi class="q">{}</bdi>').format(text)
            return Markup('<span class="{}">{}</span>').format(MARK_CLASSES[piece.mark], words) if piece.mark else words
        case "added":
            return Markup('<span class="add">{}</span>').format(text)
        case "ref":
            link = Markup('<a class="ref {}" href="#{}{}">{}</a>').format(slot_class(piece.slot), prefix, piece.target, text)
            return Markup('<span class="nw">{}{}</span>').format(link, CHANGED) if piece.changed else link
        case "strong":
            return Markup("<b>{}</b>").format(text)
        case "soft":
            return Markup('<span class="soft">{}</span>').format(text)
    return escape(text)
