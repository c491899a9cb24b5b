"""Twosource: are these five citations five sources, or one?

    import twosource
    account = twosource.brief(["reports/"])

The names below load what they need on first use, so that `import twosource` stays quick.
"""

from typing import TYPE_CHECKING, Any

from twosource.version import __version__

if TYPE_CHECKING:
    from twosource.errors import Problem, TwosourceError
    from twosource.pipeline import brief, brief_reports, check, check_reports
    from twosource.records.account import Account
    from twosource.records.report import Report
    from twosource.render.json import account_from_json, account_to_json
    from twosource.settings import Settings, load_settings

_HOMES = {
    "Account": "twosource.records.account",
    "Problem": "twosource.errors",
    "Report": "twosource.records.report",
    "Settings": "twosource.settings",
    "TwosourceError": "twosource.errors",
    "account_from_json": "twosource.render.json",
    "account_to_json": "twosource.render.json",
    "brief": "twosource.pipeline",
    "brief_reports": "twosource.pipeline",
    "check": "twosource.pipeline",
    "check_reports": "twosource.pipeline",
    "load_settings": "twosource.settings",
}

__all__ = [
    "Account",
    "Problem",
    "Report",
    "Settings",
    "TwosourceError",
    "__version__",
    "account_from_json",
    "account_to_json",
    "brief",
    "brief_reports",
    "check",
    "check_reports",
    "load_settings",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'twosource' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
