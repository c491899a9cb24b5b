"""The one form in which report text is kept: characters of the original, with broken encodings and stray blanks mended."""

import re

MOST_REPAIRS = 2
"""Text that was mis-decoded twice is met in the wild; three times is not. The bound keeps hostile text linear."""

_HIGH = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"
_C1 = {code: char for code, char in enumerate(_HIGH, 0x80) if ord(char) != code}
"""Windows-1252 characters that were read as Latin-1 and so became control characters."""

_BYTE_OF = {**{chr(b): b for b in range(0x80, 0x100)}, **{char: code for code, char in _C1.items()}}
_TAIL = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_LETTER_TAIL = "[\x80-\x83\x86-\x8f\x98-\xbf€‚ƒ†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]"

MOJIBAKE = re.compile(
    f"[ÂÃ]{_TAIL}"  # Latin-1 letters and signs
    f"|[ÄÅ]{_LETTER_TAIL}"  # Central European letters; a real Å or Ä may well stand before a quotation mark or a dash
    f"|â[\x80€]{_TAIL}|â[\x82‚]¬|â[\x84„]¢"  # quotation marks, dashes, ellipsis; euro; trade mark
    f"|ï»¿|ï¿½|ð[\x9fŸ]{_TAIL}{_TAIL}"  # byte-order mark; replacement character; pictures
)
"""UTF-8 read as Windows-1252 or Latin-1. Narrow on purpose: "café”…" and "fiancé’s" are sequences of UTF-8 bytes too."""

_LOST_CLOSING_QUOTE = re.compile(r"â€(?=[\s.,;:!?)\]]|$)")
"""UTF-8 for ” whose last byte (0x9D) has no character in Windows-1252 and was dropped."""

_LINE_END = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
    "|(?<![\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])[\u200c\u200d]"  # joiners stay inside pictures
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_EDGE = re.compile(r" ?\n ?")
_GAP = re.compile(r"\n{3,}")


def normalise_text(raw: str) -> str:
    r"""Return the text with "\n" line ends, single blanks, at most one empty line in a row, and no invisible characters.

    Mis-decoded characters are repaired where that is certain; all others are kept as they are (no re-quoting, no case change).
    """
    text = _LINE_END.sub("\n", repair_encoding(raw))
    text = _INVISIBLE.sub("", text)
    text = _LINE_EDGE.sub("\n", _BLANKS.sub(" ", text))
    return _GAP.sub("\n\n", text).strip()


def normalise_line(raw: str) -> str:
    """Return the text as one line: as `normalise_text`, with line ends turned into blanks."""
    return " ".join(normalise_text(raw).split())


def repair_encoding(raw: str) -> str:
    """Return the text with mojibake repaired ("â€œ" is a quotation mark, "Ã©" an é) and lone surrogates made U+FFFD."""
    text = _SURROGATE.sub("\ufffd", raw)
    if text.isascii():
        return text
    for _ in range(MOST_REPAIRS):
        repaired = _LOST_CLOSING_QUOTE.sub("”", MOJIBAKE.sub(_decoded, text))
        if repaired == text:
            break
        text = repaired
    return text.translate(_C1)


def _decoded(match: re.Match[str]) -> str:
    try:
        return bytes(_BYTE_OF[c] for c in match.group()).decode("utf-8")
    except UnicodeDecodeError:
        return match.group()
