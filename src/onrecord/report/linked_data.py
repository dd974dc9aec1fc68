"""What machines read of a page: schema.org for the page, its data, its articles and the claims that it prints."""

import json
from typing import Any

from onrecord.report.findings import Findings
from onrecord.report.material import Material

SCHEMA = "https://schema.org"


def describe_linked(material: Material, findings: Findings) -> str:
    """JSON-LD that is safe inside a page: the report, the articles it is based on, and each printed claim."""
    about = material.story.story.about
    articles = {article: _article(row) for article, row in material.articles.items()}
    claims = [_claim(material, articles, row) for row in sorted(findings.shown) if row in material.claims]
    report = {
        "@context": SCHEMA,
        "@type": "Report",
        "name": about.title,
        "abstract": about.standfirst or about.question,
        "inLanguage": "en",
        "isBasedOn": list(articles.values()),
        "hasPart": [
            {
                "@type": "Dataset",
                "name": f"{about.title}: data",
                "description": about.question,
                "url": "datapackage.json",
            },
            *claims,
        ],
    }
    return json.dumps(report, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _article(row: Any) -> dict[str, Any]:
    known = {
        "@type": "NewsArticle",
        "headline": row.headline,
        "url": row.url,
        "datePublished": row.published.isoformat() if row.published else None,
        "license": row.licence,
        "publisher": {"@type": "Organization", "name": row.outlet},
    }
    return {key: value for key, value in known.items() if value is not None}


def _claim(material: Material, articles: dict[str, Any], claim_id: str) -> dict[str, Any]:
    """A claim as printed: its words, who is said to say it (nobody where that is open), and where it appeared; nothing
    on whether it is true."""
    claim = material.claims[claim_id]
    author = {"@type": "Thing", "name": material.actors[claim.actor_id].name} if claim.actor_id else None
    known = {
        "@type": "Claim",
        "@id": f"#{claim_id}",
        "text": claim.content,
        "author": author,
        "appearance": articles[claim.article_id],
    }
    return {key: value for key, value in known.items() if value is not None}
