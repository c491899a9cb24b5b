"""Errors that stop a run, and problems that do not.

TwosourceError
├── InputError        nothing could be read, or an option makes no sense
├── SettingsError     a settings file names an unknown key or a value of the wrong kind
├── AccountError      a file is not an account of this version
├── UnknownIdError    an account holds no record of that id
└── ModelError        a model is missing or is not the one that was pinned
"""

from dataclasses import dataclass


class TwosourceError(Exception):
    """Base of all errors raised on purpose; its text is written for the user."""


class InputError(TwosourceError):
    """Nothing could be read, or an option makes no sense."""


class SettingsError(TwosourceError):
    """A settings file names an unknown key or a value of the wrong kind."""


class AccountError(TwosourceError):
    """A file is not an account of a version this program reads."""


class UnknownIdError(TwosourceError):
    """An account holds no record of that id."""


class ModelError(TwosourceError):
    """A model is missing, or is not the one that was pinned."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """What went wrong with one report; the run goes on without it, or with less of it."""

    key: str
    """What the user calls the report: file name, URL or row id."""
    stage: str
    """Where it happened: read, analyse, group, compare."""
    kind: str
    """A short stable word: no-text, bad-encoding, bad-json, other-language, unreadable, too-large ..."""
    detail: str
    """One sentence for the user, with the place (line, byte, row) where one is known."""
