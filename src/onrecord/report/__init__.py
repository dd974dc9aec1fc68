"""A story's report: findings, page, evidence and the package of its data."""

from onrecord.report.exports import export_page
from onrecord.report.findings import Findings, find_findings
from onrecord.report.material import Material
from onrecord.report.pack import verify_pack, write_pack
from onrecord.report.page import Page
from onrecord.report.readiness import Unreviewed, find_unreviewed, weigh
from onrecord.report.sections import Cards
from onrecord.report.verification import verify_page

__all__ = [
    "Cards",
    "Findings",
    "Material",
    "Page",
    "Unreviewed",
    "export_page",
    "find_findings",
    "find_unreviewed",
    "verify_pack",
    "verify_page",
    "weigh",
    "write_pack",
]
