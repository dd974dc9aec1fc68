"""A story's report: findings, page, evidence and the package of its data."""

from onrecord.report.page import Page

__all__ = ["Page"]
