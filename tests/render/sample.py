"""An account made by hand: an invented fire in an invented tunnel, with every state a page must show, and a second story.

A, B and C retell one agency text that is not in the pile; D and E report on their own and E quotes D; F and G share words, and
nothing shows which came first. The words of the reports are ours.
"""

from collections.abc import Sequence
from typing import Any

from twosource.errors import Problem
from twosource.ids import digest
from twosource.records.account import Account, Claim, Entity, MadeBy, StoryAccount, TimelineEntry
from twosource.records.attribution import Link
from twosource.records.comparison import Descent, Hidden, Origin, Passage, Relation
from twosource.records.evidence import Evidence
from twosource.records.report import Report
from twosource.records.span import Span
from twosource.records.statement import Statement, StatementTime

TEXTS: dict[str, tuple[str | None, str | None, str | None, str]] = {
    # key: outlet, title, published, body
    "sentinel.txt": (
        "Norvik Sentinel",
        "Tanker fire shuts the Brenholt tunnel",
        "2031-05-12T05:50Z",
        "BRENHOLT, 12 May (Veldpress) – A fuel tanker caught fire in the Brenholt tunnel shortly after six on Sunday evening, "
        "and at least four people were hurt, fire chief Marta Lindqvo said. The brakes may have failed, a mechanic who asked "
        "not to be named told Veldpress. The tunnel had passed an inspection in March. The roads ministry is considering a "
        "ban on tankers, its spokesman said.",
    ),
    "halmar.html": (
        "Radio Halmar",
        "Failed brakes behind tunnel fire, mechanics say",
        "2031-05-12T06:30Z",
        "The brakes failed on the tanker that burned in the Brenholt tunnel on Sunday evening, several mechanics say. At "
        "least four people were hurt, fire chief Marta Lindqvo said. The tunnel had passed an inspection in March. The roads "
        "ministry is considering a ban on tankers.",
    ),
    "post.html": (
        "Brenholt Post",
        "Four hurt in tunnel blaze",
        "2031-05-12T07:15+02:00",
        "Four people were hurt when a fuel tanker caught fire in the Brenholt tunnel, fire chief Marta Lindqvo said. Officials "
        "believe the brakes may have failed. The roads ministry is to ban tankers. It [the tunnel] was inspected in March.",
    ),
    "weekly.html": (
        "Orsund Weekly",
        "Haulier rejects talk of bad brakes",
        "2031-05-12T13:30Z",
        "The brakes of the tanker had failed, a driver with knowledge of the case told the Orsund Weekly on condition of "
        "anonymity. “Our brakes were sound,” said Piet Corvane, director of Corvane Haulage. Six people are hurt, the hospital "
        "said at noon. The police declined to comment on the cause. The lorry carried 30,000 litres of fuel, the police log "
        "shows. A fuel tanker burned in the Brenholt tunnel at 18:04 on Sunday, the log has it.",
    ),
    "gazette.txt": (
        "Lake Gazette",
        "Nine hurt, says fire chief",
        "2031-05-12T18:20Z",
        "Nine people are now known to have been hurt, fire chief Marta Lindqvo told the Lake Gazette. The lorry carried 18,000 "
        "litres, said Corvane Haulage. The Orsund Weekly has quoted a driver, whom it did not name, as saying that the brakes "
        "had failed. Corvane Haulage told the Gazette that nothing was wrong with its brakes. The roads minister has banned "
        "tankers from the tunnel.",
    ),
    "valley-a.txt": (
        None,
        None,
        None,
        "The tunnel will stay shut for a week. The fire began at the north gate and spread. Rescue teams came from three towns.",
    ),
    "valley-b.txt": (
        None,
        "Tunnel to stay shut",
        None,
        "The tunnel will stay shut for a week. The fire began at the south gate. Rescue teams came from three towns, among "
        "them Orsund.",
    ),
    "harvest.txt": (
        "Norvik Sentinel",
        "Plum harvest late in Orsund",
        "2031-05-12",
        "The plum harvest in Orsund will be three weeks late, growers said. Frost took a third of the blossom.",
    ),
}
OTHER = "harvest.txt"


def make_reports() -> dict[str, Report]:
    """The reports by key."""
    out = {}
    for key, (outlet, title, published, body) in TEXTS.items():
        text = f"{title}\n\n{body}" if title else body
        out[key] = Report(
            id=digest("report", text, title, outlet, None, published),
            key=key,
            text=text,
            title=title,
            title_span=(0, len(title)) if title else None,
            outlet=outlet,
            published=published,
            published_from="metadata" if published else None,
            byline="Ana Prell" if key == "weekly.html" else None,
            agency="Veldpress" if key == "sentinel.txt" else None,
            url=f"https://example.org/{key}" if key.endswith("html") else None,
            language="en",
        )
    return out


class Maker:
    """Makes statements from words of the reports."""

    def __init__(self) -> None:
        self.reports = make_reports()
        self.statements: dict[str, Statement] = {}

    def span(self, key: str, words: str) -> Span:
        report = self.reports[key]
        start = report.text.index(words)
        return Span(report.id, start, start + len(words))

    def say(self, name: str, key: str, *words: str, chain: Sequence[Link] = (), **fields: Any) -> str:
        """Make a statement, to be known by `name`; return its id."""
        spans = tuple(self.span(key, w) for w in words)
        report = self.reports[key].id
        self.statements[name] = Statement(
            id=digest("statement", report, [[s.start, s.end] for s in spans]),
            report=report,
            spans=spans,
            exact=" ".join(words),
            chain=tuple(chain),
            sentence=0,
            **fields,
        )
        return self.statements[name].id

    def link(self, source: str, kind: Any, key: str, words: str | None = None, **fields: Any) -> Link:
        spans = (self.span(key, words or source),)
        return Link(source=source, kind=kind, spans=spans, how="frame-said", **fields)

    def evidence(self, kind: str, detail: str, score: float | None = None, *places: tuple[str, str]) -> Evidence:
        return Evidence(kind=kind, detail=detail, score=score, spans=tuple(self.span(k, w) for k, w in places))

    def origin(self, label: str, kind: Any, *names: str, why: tuple[Evidence, ...] = ()) -> Origin:
        ids = tuple(self.statements[n].id for n in names)
        reports = tuple(dict.fromkeys(self.statements[n].report for n in names))
        return Origin(id=digest("origin", label, *ids), label=label, kind=kind, statements=ids, reports=reports, why=why)

    def claim(
        self, origins: tuple[Origin, ...], low: int, high: int, standing: Any, wording: str | None = None, **more: Any
    ) -> Claim:
        ids = tuple(dict.fromkeys(s for o in origins for s in o.statements)) + more.pop("also", ())
        first = next(s for s in self.statements.values() if s.id == ids[0])
        return Claim(
            id=digest("claim", ids[0]),
            wording=wording or " [...] ".join(self._words(first)),
            wording_from=ids[0],
            statements=ids,
            origins=origins,
            origins_min=low,
            origins_max=high,
            standing=standing,
            evidence=more.pop("evidence", ()),
        )

    def _words(self, statement: Statement) -> list[str]:
        text = next(r.text for r in self.reports.values() if r.id == statement.report)
        return [text[s.start : s.end] for s in statement.spans]

    def relation(self, kind: Any, a: str, b: str, slot: Any, reason: str, *evidence: Evidence) -> Relation:
        ids = (self.statements[a].id, self.statements[b].id)
        return Relation(
            id=digest("relation", kind, slot, *ids),
            kind=kind,
            a=ids[0],
            b=ids[1],
            slot=slot,
            reason=reason,
            evidence=evidence,
        )


def _statements(m: Maker) -> None:
    chief = {
        k: m.link("Marta Lindqvo", "person", k, role="fire chief")
        for k in ("sentinel.txt", "halmar.html", "post.html", "gazette.txt")
    }
    veldpress = m.link("Veldpress", "agency", "sentinel.txt", "told Veldpress")
    mechanic = m.link("a mechanic who asked not to be named", "unnamed", "sentinel.txt", count="a")
    driver = m.link("a driver with knowledge of the case", "unnamed", "weekly.html", count="a")
    log = m.link("the police log", "document", "weekly.html")
    ministry = m.link("the roads ministry", "body", "sentinel.txt", "its spokesman")
    haulage = m.link("Corvane Haulage", "body", "weekly.html")
    sunday = m.span("sentinel.txt", "Sunday evening")
    m.say(
        "a-fire",
        "sentinel.txt",
        "A fuel tanker caught fire in the Brenholt tunnel shortly after six on Sunday evening",
        chain=[chief["sentinel.txt"]],
        times=(StatementTime(span=sunday, value="2031-05-11", about="event"),),
    )
    m.say("a-hurt", "sentinel.txt", "at least four people were hurt", chain=[chief["sentinel.txt"]])
    m.say("a-brakes", "sentinel.txt", "The brakes may have failed", chain=[veldpress, mechanic], certainty="possible")
    m.say("a-march", "sentinel.txt", "The tunnel had passed an inspection in March")
    m.say("a-ban", "sentinel.txt", "The roads ministry is considering a ban on tankers", chain=[ministry], stage="proposed")
    m.say("b-title", "halmar.html", "Failed brakes behind tunnel fire", chain=[m.link("mechanics", "unnamed", "halmar.html")])
    m.say(
        "b-brakes",
        "halmar.html",
        "The brakes failed on the tanker",
        chain=[m.link("several mechanics", "unnamed", "halmar.html")],
    )
    m.say("b-hurt", "halmar.html", "At least four people were hurt", chain=[chief["halmar.html"]])
    m.say("b-march", "halmar.html", "The tunnel had passed an inspection in March")
    m.say("b-ban", "halmar.html", "The roads ministry is considering a ban on tankers", stage="proposed")
    m.say("c-hurt", "post.html", "Four people were hurt", chain=[chief["post.html"]])
    m.say("c-fire", "post.html", "a fuel tanker caught fire in the Brenholt tunnel", chain=[chief["post.html"]])
    m.say(
        "c-brakes",
        "post.html",
        "the brakes may have failed",
        chain=[m.link("Officials", "unnamed", "post.html")],
        certainty="possible",
    )
    m.say("c-ban", "post.html", "The roads ministry is to ban tankers", stage="planned")
    m.say("c-march", "post.html", "It [the tunnel] was inspected in March")
    m.say("d-brakes", "weekly.html", "The brakes of the tanker had failed", chain=[driver])
    m.say(
        "d-sound",
        "weekly.html",
        "Our brakes were sound",
        chain=[m.link("Piet Corvane", "person", "weekly.html", role="director of Corvane Haulage")],
        stage="denied",
    )
    m.say("d-hurt", "weekly.html", "Six people are hurt", chain=[m.link("the hospital", "body", "weekly.html")])
    m.say(
        "d-police",
        "weekly.html",
        "The police declined to comment on the cause",
        chain=[m.link("The police", "body", "weekly.html")],
        stage="no-comment",
    )
    m.say("d-litres", "weekly.html", "The lorry carried 30,000 litres of fuel", chain=[log])
    m.say("d-fire", "weekly.html", "A fuel tanker burned in the Brenholt tunnel at 18:04 on Sunday", chain=[log])
    m.say("e-hurt", "gazette.txt", "Nine people are now known to have been hurt", chain=[chief["gazette.txt"]])
    m.say("e-litres", "gazette.txt", "The lorry carried 18,000 litres", chain=[m.link("Corvane Haulage", "body", "gazette.txt")])
    m.say(
        "e-brakes",
        "gazette.txt",
        "the brakes had failed",
        chain=[m.link("Orsund Weekly", "outlet", "gazette.txt"), m.link("a driver", "unnamed", "gazette.txt")],
    )
    m.say("e-sound", "gazette.txt", "nothing was wrong with its brakes", chain=[haulage], polarity="negated", stage="denied")
    m.say("e-ban", "gazette.txt", "The roads minister has banned tankers", "from the tunnel", stage="done")
    m.say("f-shut", "valley-a.txt", "The tunnel will stay shut for a week", stage="planned")
    m.say("f-north", "valley-a.txt", "The fire began at the north gate")
    m.say("f-teams", "valley-a.txt", "Rescue teams came from three towns")
    m.say("g-shut", "valley-b.txt", "The tunnel will stay shut for a week", stage="planned")
    m.say("g-south", "valley-b.txt", "The fire began at the south gate")
    m.say("g-teams", "valley-b.txt", "Rescue teams came from three towns")
    m.say(
        "h-late",
        OTHER,
        "The plum harvest in Orsund will be three weeks late",
        chain=[m.link("growers", "unnamed", OTHER)],
        stage="planned",
    )
    m.say("h-frost", OTHER, "Frost took a third of the blossom")


def _claims(m: Maker) -> tuple[Claim, ...]:
    one_text = m.evidence(
        "common-text",
        "A, B and C tell the same facts in the same words",
        0.93,
        ("sentinel.txt", "The tunnel had passed an inspection in March"),
    )
    quotes = m.evidence("quotation", "E quotes D by name", 0.99, ("gazette.txt", "The Orsund Weekly has quoted a driver"))
    near = m.evidence("unnamed-near", "both are not named and nothing tells them apart", 0.5)
    same = m.evidence("same-words", "the same predicate and the same things in it", 0.88)
    silent = "no origin stated"
    return (
        m.claim(
            (
                m.origin("a mechanic", "unnamed", "a-brakes", "b-title", "b-brakes", "c-brakes", why=(one_text, near)),
                m.origin("a driver", "unnamed", "d-brakes", "e-brakes", why=(quotes, near)),
            ),
            1,
            2,
            "denied",
            evidence=(same,),
            also=(m.statements["d-police"].id,),
        ),
        m.claim(
            (
                m.origin("Marta Lindqvo", "person", "a-fire", "c-fire", why=(one_text,)),
                m.origin("the police log", "document", "d-fire"),
            ),
            2,
            2,
            "agreed",
            evidence=(same,),
        ),
        m.claim((m.origin("Marta Lindqvo", "person", "e-hurt"),), 1, 1, "single-origin"),
        m.claim((m.origin("the hospital", "body", "d-hurt"),), 1, 1, "superseded"),
        m.claim((m.origin("Marta Lindqvo", "person", "a-hurt", "b-hurt", "c-hurt", why=(one_text,)),), 1, 1, "superseded"),
        m.claim((m.origin("the police log", "document", "d-litres"),), 1, 1, "disputed"),
        m.claim(
            (m.origin("Corvane Haulage", "body", "e-litres"),),
            1,
            1,
            "disputed",
            wording="The lorry carried 18,000 litres [of fuel]",
        ),
        m.claim(
            (m.origin("Piet Corvane", "person", "d-sound"), m.origin("Corvane Haulage", "body", "e-sound")),
            1,
            2,
            "not-established",
        ),
        m.claim((m.origin("the roads ministry", "body", "a-ban", "b-ban", "c-ban", why=(one_text,)),), 1, 1, "superseded"),
        m.claim((m.origin(silent, "report", "e-ban"),), 1, 1, "origin-not-stated"),
        m.claim((m.origin(silent, "hidden", "a-march", "b-march", "c-march", why=(one_text,)),), 1, 1, "origin-not-stated"),
        m.claim((m.origin(silent, "report", "f-shut", "g-shut"),), 1, 1, "origin-not-stated"),
        m.claim((m.origin(silent, "report", "f-north"),), 1, 1, "disputed"),
        m.claim((m.origin(silent, "report", "g-south"),), 1, 1, "disputed"),
        m.claim((m.origin(silent, "report", "f-teams"), m.origin(silent, "report", "g-teams")), 1, 2, "origin-not-stated"),
    )


def _relations(m: Maker) -> tuple[Relation, ...]:
    drift = "drift"
    may = m.evidence("hedge-lost", "“may have” is gone", 0.97, ("sentinel.txt", "may have"))
    link = m.evidence(
        "link-lost",
        "the agency and its witness are gone",
        None,
        ("sentinel.txt", "a mechanic who asked not to be named told Veldpress"),
    )
    many = m.evidence("speaker", "one mechanic became several", None, ("halmar.html", "several mechanics say"))
    return (
        m.relation("disputes", "a-brakes", "d-sound", "polarity", "Piet Corvane rejects it"),
        m.relation("disputes", "d-brakes", "e-sound", "polarity", "Corvane Haulage rejects it"),
        m.relation("contradicts", "d-litres", "e-litres", "number", "30,000 against 18,000 litres"),
        m.relation("contradicts", "f-north", "g-south", "place", "north gate against south gate"),
        m.relation("updates", "d-hurt", "e-hurt", "number", "the toll rose from six to nine"),
        m.relation("updates", "a-hurt", "d-hurt", "number", "the toll rose from four to six"),
        m.relation("updates", "a-ban", "e-ban", "stage", "considered, then done"),
        m.relation("narrows", "a-fire", "d-fire", "date", "18:04 is within shortly after six"),
        m.relation(drift, "a-brakes", "b-brakes", "hedge", "a possibility became a fact", may),
        m.relation(drift, "a-brakes", "b-brakes", "link", "the report no longer says through whom", link),
        m.relation(drift, "a-brakes", "b-brakes", "speaker", "one voice became several", many),
        m.relation(
            drift,
            "a-hurt",
            "c-hurt",
            "hedge",
            "a lower bound became a total",
            m.evidence("hedge-lost", "“at least” is gone", 0.9, ("sentinel.txt", "at least")),
        ),
        m.relation(
            drift,
            "a-ban",
            "c-ban",
            "stage",
            "what was considered is now planned",
            m.evidence("stage", "is to", None, ("sentinel.txt", "is considering"), ("post.html", "is to ban")),
        ),
        m.relation(
            drift,
            "a-ban",
            "b-ban",
            "link",
            "the ministry’s spokesman is gone",
            m.evidence("link-lost", "its spokesman said", None, ("sentinel.txt", "its spokesman said")),
        ),
        m.relation(drift, "b-brakes", "b-title", "wording", "the headline goes ahead of its body"),
        m.relation(
            drift,
            "a-march",
            "c-march",
            "polarity",
            "“passed” is gone",
            m.evidence("wording", "passed", None, ("sentinel.txt", "had passed")),
        ),
        m.relation(
            drift,
            "a-fire",
            "c-fire",
            "date",
            "the hour is gone",
            m.evidence("wording", "hour", None, ("sentinel.txt", "shortly after six")),
        ),
        m.relation(drift, "d-brakes", "e-brakes", "person", "a driver with knowledge of the case is a driver"),
    )


def _passage(m: Maker, child: tuple[str, str], parent: tuple[str, str]) -> Passage:
    a, b = m.span(*child), m.span(*parent)
    return Passage(child=(a.start, a.end), parent=(b.start, b.end))


def _descents(m: Maker) -> tuple[tuple[Descent, ...], tuple[Hidden, ...]]:
    ids = {k: r.id for k, r in m.reports.items()}
    three = tuple(sorted(ids[k] for k in ("sentinel.txt", "halmar.html", "post.html")))
    hidden = Hidden(
        id=digest("hidden", *three),
        label="unseen Veldpress report",
        children=three,
        evidence=(m.evidence("credit", "A credits Veldpress in its dateline", 0.97, ("sentinel.txt", "(Veldpress)")),),
    )

    def descent(
        child: str, parent: str, kind: Any, score: float, detail: str, *passages: Passage, directed: bool = True
    ) -> Descent:
        return Descent(
            id=digest("descent", child, parent),
            child=child,
            parent=parent,
            kind=kind,
            directed=directed,
            score=score,
            passages=passages,
            evidence=(Evidence(kind="shared-words", detail=detail, score=score),),
        )

    march = "The tunnel had passed an inspection in March."
    return (
        descent(ids["sentinel.txt"], hidden.id, "copy", 0.97, "credits Veldpress in its dateline"),
        descent(ids["halmar.html"], hidden.id, "rewrite", 0.86, "shares rare facts with A and C only"),
        descent(ids["post.html"], hidden.id, "rewrite", 0.81, "shares rare facts with A and B only"),
        descent(
            ids["halmar.html"],
            ids["sentinel.txt"],
            "rewrite",
            0.9,
            "three sentences in the same words",
            _passage(m, ("halmar.html", march), ("sentinel.txt", march)),
            _passage(
                m,
                ("halmar.html", "The roads ministry is considering a ban on tankers"),
                ("sentinel.txt", "The roads ministry is considering a ban on tankers"),
            ),
        ),
        descent(
            ids["gazette.txt"],
            ids["weekly.html"],
            "quotation",
            0.99,
            "quotes the Orsund Weekly by name",
            _passage(m, ("gazette.txt", "the brakes had failed"), ("weekly.html", "The brakes of the tanker had failed")),
        ),
        descent(
            ids["valley-b.txt"],
            ids["valley-a.txt"],
            "rewrite",
            0.78,
            "two sentences in the same words",
            _passage(
                m, ("valley-b.txt", "Rescue teams came from three towns"), ("valley-a.txt", "Rescue teams came from three towns")
            ),
            directed=False,
        ),
    ), (hidden,)


def make_account(stories: int = 2) -> Account:
    """The account of the fire, or of the fire and the harvest."""
    m = Maker()
    _statements(m)
    claims = _claims(m)
    descents, hidden = _descents(m)
    harvest = m.reports[OTHER].id
    fire_ids = tuple(r.id for k, r in m.reports.items() if k != OTHER)
    fire = StoryAccount(
        id=digest("story", fire_ids[0]),
        title="Tanker fire shuts the Brenholt tunnel",
        reports=fire_ids,
        statements=tuple(s for s in m.statements.values() if s.report != harvest),
        claims=claims,
        relations=_relations(m),
        descents=descents,
        hidden=hidden,
        timeline=(
            TimelineEntry(
                value="2031-03",
                statements=(m.statements["a-march"].id, m.statements["b-march"].id),
                origins_min=1,
                first_reported=None,
            ),
            TimelineEntry(
                value="2031-05-11",
                statements=(m.statements["a-fire"].id, m.statements["d-fire"].id),
                origins_min=2,
                first_reported="2031-05-12T05:50Z",
                origins=tuple(o.id for c in claims for o in c.origins if m.statements["a-fire"].id in o.statements),
            ),
        ),
        entities=(
            Entity(
                id=digest("entity", "Marta Lindqvo"),
                name="Marta Lindqvo",
                kind="person",
                aliases=("Lindqvo",),
                mentions=(m.span("sentinel.txt", "Marta Lindqvo"),),
            ),
        ),
    )
    plums = StoryAccount(
        id=digest("story", harvest),
        title="Plum harvest late in Orsund",
        reports=(harvest,),
        statements=tuple(s for s in m.statements.values() if s.report == harvest),
        claims=(
            m.claim((m.origin("growers", "unnamed", "h-late"),), 1, 1, "single-origin"),
            m.claim((m.origin("no origin stated", "report", "h-frost"),), 1, 1, "origin-not-stated"),
        ),
        relations=(),
        descents=(),
        hidden=(),
        timeline=(),
        entities=(),
    )
    return Account(
        made_by=MadeBy(twosource="0.1.0", models=(("parser", "sample 1.0"),), settings="0123456789abcdef"),
        reports=tuple(sorted((r for k, r in m.reports.items() if stories > 1 or k != OTHER), key=lambda r: r.key)),
        problems=(Problem(key="blank.txt", stage="read", kind="no-text", detail="the file is empty"),),
        stories=(fire, plums)[:stories],
    )
