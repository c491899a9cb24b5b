"""Reports of one event belong together."""

from twosource.story.grouping import group_reports

__all__ = ["group_reports"]
