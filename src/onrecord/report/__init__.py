"""A story's report: findings, page, evidence and the package of its data."""

from onrecord.report.page import Page
from onrecord.report.verification import read_bodies, verify_page

__all__ = ["Page", "read_bodies", "verify_page"]
