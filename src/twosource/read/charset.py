"""Bytes to characters: what is declared, else UTF-8, else a guess that is told to the user."""

import codecs
import re
from typing import NamedTuple

SINGLE_BYTE = ("iso8859", "cp125", "latin", "ascii")
"""Any bytes at all can be read in these, so that a declaration of one proves nothing against valid UTF-8."""

ENOUGH_FOR_GUESS = 65_536
"""Bytes shown to the guesser, which is slow."""

MAX_LOST = 0.01
"""A share of undecodable characters above which the bytes are not text in the encoding tried."""

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip file",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
}
_DECLARED = re.compile(rb"""(?:charset|<\?xml[^>]{0,200}encoding)\s{0,9}=\s{0,9}["']?([A-Za-z0-9_:.-]{2,40})""", re.I)


class Decoded(NamedTuple):
    """Characters, and what the user should know about how they were got."""

    text: str | None
    """None where the bytes are no text."""
    kind: str | None = None
    """Problem kind: `binary` or `bad-encoding`; None where all is well."""
    detail: str = ""


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Return the characters of a text file or page; `declared` is the encoding it names for itself."""
    binary = next((name for magic, name in _MAGIC.items() if raw.startswith(magic)), None)
    if binary:
        return Decoded(None, "binary", f"This is {binary}, not text.")
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _lossy(raw, encoding)
    if b"\x00" in raw[:4096] and not _wide(raw):
        return Decoded(None, "binary", "This is a binary file, not text.")
    return _decode_declared(raw, declared) or _decode_utf8(raw) or _guess(raw, declared)


def find_declared(raw: bytes) -> str | None:
    """Return the encoding a page names in its first 4,096 bytes, or None."""
    match = _DECLARED.search(raw[:4096])
    return match[1].decode("ascii") if match else None


def _decode_declared(raw: bytes, declared: str | None) -> Decoded | None:
    try:
        name = codecs.lookup(declared).name if declared else None
        if name is None or name.startswith(SINGLE_BYTE):
            text = _strict_utf8(raw)
            if text is not None or name is None:
                return None if text is None else Decoded(text)
            # Pages that declare Latin-1 mean Windows-1252, as every browser has it.
            name = "cp1252" if name in ("iso8859-1", "ascii") else name
        return Decoded(raw.decode(name))
    except (LookupError, UnicodeError, ValueError):
        return None


def _decode_utf8(raw: bytes) -> Decoded | None:
    text = _strict_utf8(raw)
    return None if text is None else Decoded(text)


def _strict_utf8(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _guess(raw: bytes, declared: str | None) -> Decoded:
    import chardet

    if _wide(raw):
        return _lossy(raw, "utf-16-le" if raw[1:2] == b"\x00" else "utf-16-be", guessed=True)
    said = f"declared as {declared}, which it is not" if declared else "not UTF-8"
    at = _first_fault(raw)
    if _mostly_utf8(raw):
        return Decoded(
            raw.decode("utf-8", "replace"),
            "bad-encoding",
            f"The file is broken UTF-8 at byte {at}; what is lost shows as \ufffd.",
        )
    name = chardet.detect(raw[max(0, at - ENOUGH_FOR_GUESS // 2) : at + ENOUGH_FOR_GUESS // 2]).get("encoding")
    for encoding in (name, "cp1252"):
        try:
            text = raw.decode(encoding or "cp1252", "replace")
        except (LookupError, UnicodeError):
            continue
        if _readable(text):
            return Decoded(text, "bad-encoding", f"The file is {said} (byte {at}); it was read as {encoding or 'cp1252'}.")
    return Decoded(None, "bad-encoding", f"The file is {said} (byte {at}), and no other encoding makes text of it.")


def _lossy(raw: bytes, encoding: str, guessed: bool = False) -> Decoded:
    text = raw.decode(encoding, "replace")
    if not _readable(text):
        return Decoded(None, "bad-encoding", f"The file says it is {encoding}, but its bytes are not.")
    if guessed:
        return Decoded(text, "bad-encoding", f"The file is not UTF-8; it was read as {encoding}.")
    lost = "\ufffd" in text and "\ufffd".encode(encoding) not in raw
    return (
        Decoded(text, "bad-encoding", f"The file is broken {encoding}; what is lost shows as \ufffd.") if lost else Decoded(text)
    )


def _wide(raw: bytes) -> bool:
    """True for UTF-16 without a mark: every second byte of Latin text is zero."""
    head = raw[:4096]
    zeros = head[0::2].count(0), head[1::2].count(0)
    return len(head) >= 8 and max(zeros) > 0.4 * len(head) and min(zeros) < 0.05 * len(head)


def _mostly_utf8(raw: bytes) -> bool:
    text = raw.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    whole = sum(c > "\x7f" for c in text[:200_000]) - lost
    return whole > 3 * lost and _readable(text)


def _readable(text: str) -> bool:
    sample = text[:200_000]
    bad = sum(c == "\ufffd" or ("\x7f" <= c <= "\x9f") or (c < " " and c not in "\t\n\r\f\v") for c in sample)
    return bad <= MAX_LOST * len(sample)


def _first_fault(raw: bytes) -> int:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as e:
        return e.start
    return 0
