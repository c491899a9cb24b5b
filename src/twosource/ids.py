"""Ids are digests of what makes a record itself: same input, same id, on any machine."""

import hashlib
import json

DIGEST_CHARS = 16
"""Sixty-four bits: no collision to be expected below a hundred million records of one kind."""


def digest(kind: str, *parts: object) -> str:
    """Return the id of a record: sixteen hexadecimal digits over its kind and what identifies it.

    `parts` must be JSON values (strings, numbers, None, lists or tuples of them).
    """
    payload = json.dumps([kind, *parts], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(payload.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST_CHARS]
