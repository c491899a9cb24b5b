"""An account in its JSON form, looked up by passage."""

from typing import Any

from tests.golden.truth import Passage

NO_TEXT_SHARED = frozenset({"quotation", "credit"})
"""Kinds of descent that make two reports no family."""


class Found:
    """One account, with what the checks ask of it."""

    def __init__(self, account: dict[str, Any]) -> None:
        self.text = {r["key"]: r["text"] for r in account["reports"]}
        self.key = {r["id"]: r["key"] for r in account["reports"]}
        stories = account["stories"]
        self.statements = {s["id"]: s for story in stories for s in story["statements"]}
        self.claims = [c for story in stories for c in story["claims"]]
        self.claim_of = {s: c for c in self.claims for s in c["statements"]}
        self.relations = [r for story in stories for r in story["relations"]]
        self.descents = [d for story in stories for d in story["descents"]]
        self.hidden = [h for story in stories for h in story["hidden"]]
        self.by_key: dict[str, list[dict[str, Any]]] = {key: [] for key in self.text}
        for s in self.statements.values():
            self.by_key[self.key[s["report"]]].append(s)
        self.parents: dict[str, set[str]] = {}
        self.sides: set[frozenset[str]] = set()
        self._read_descents()

    def _read_descents(self) -> None:
        loose = set()
        for d in self.descents:
            parent = self.key.get(d["parent"], d["parent"])
            if d["kind"] in NO_TEXT_SHARED:
                loose.add((d["child"], d["parent"]))
            elif d["directed"]:
                self.parents.setdefault(self.key[d["child"]], set()).add(parent)
            else:
                self.sides.add(frozenset((self.key[d["child"]], parent)))
        for h in self.hidden:
            for child in h["children"]:
                if (child, h["id"]) not in loose:
                    self.parents.setdefault(self.key[child], set()).add(h["id"])

    def words(self, statement: str) -> str:
        """Return a statement's report and exact words."""
        s = self.statements[statement]
        return f"{self.key[s['report']]} {s['exact']!r}"

    def overlapping(self, passage: Passage) -> list[dict[str, Any]]:
        """Return the statements that share characters with a passage, the best fit (overlap by union) first."""
        key, words = passage
        start = self.text[key].index(words)
        end = start + len(words)
        scored = []
        for s in self.by_key[key]:
            shared = sum(max(0, min(end, e) - max(start, b)) for b, e in s["spans"])
            if shared:
                union = sum(e - b for b, e in s["spans"]) + len(words) - shared
                scored.append((-shared / union, s["id"]))
        return [self.statements[i] for _, i in sorted(scored)]

    def claim(self, passage: Passage) -> str | None:
        """Return the id of the claim that the best-fitting statement stands in."""
        best = self.overlapping(passage)
        return self.claim_of[best[0]["id"]]["id"] if best and best[0]["id"] in self.claim_of else None

    def around(self, passage: Passage) -> set[str]:
        """Return the ids of the overlapping statements and of all that stand in their claims."""
        near = {s["id"] for s in self.overlapping(passage)}
        return near | {x for i in near if i in self.claim_of for x in self.claim_of[i]["statements"]}

    def linked(self, a: Passage, b: Passage, kinds: frozenset[str]) -> bool:
        """Whether a relation of one of the kinds leads from the claims of one passage to those of the other, either way."""
        left, right = self.around(a), self.around(b)
        return any(
            r["kind"] in kinds and ((r["a"] in left and r["b"] in right) or (r["b"] in left and r["a"] in right))
            for r in self.relations
        )

    def ancestors(self, key: str) -> set[str]:
        """Return the texts, seen and unseen, that a report comes of."""
        seen: set[str] = set()
        todo = [key]
        while todo:
            for parent in self.parents.get(todo.pop(), ()):
                if parent not in seen:
                    seen.add(parent)
                    todo.append(parent)
        return seen

    def joined(self, a: str, b: str) -> bool:
        """Whether two reports come of one text."""
        up, down = self.ancestors(a), self.ancestors(b)
        return a in down or b in up or bool(up & down) or frozenset((a, b)) in self.sides
