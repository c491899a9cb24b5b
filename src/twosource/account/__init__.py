"""From what was concluded to what is handed to a reader."""

from twosource.account.build import build_account

__all__ = ["build_account"]
