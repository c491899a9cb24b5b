"""Word lists as commented data files, and the one loader."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_lexicon(name: str, language: str = "en") -> dict[str, Any]:
    """Return `lexicons/<language>/<name>.toml` as a dictionary. Raises FileNotFoundError for an unknown name."""
    return tomllib.loads((files(__name__) / language / f"{name}.toml").read_text("utf-8"))


@cache
def word_set(name: str, key: str, language: str = "en") -> frozenset[str]:
    """Return one list of a lexicon as a set."""
    return frozenset(load_lexicon(name, language)[key])
