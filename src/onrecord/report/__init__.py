"""A story's report: findings, page, evidence and the package of its data."""
