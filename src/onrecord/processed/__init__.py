"""A processed story opened, explained, and shown with its words marked."""

from onrecord.processed import marking, provenance
from onrecord.processed.corpus import Answer, Corpus, open_corpus
from onrecord.processed.corpus_copies import write_corpus_copies
from onrecord.processed.explanations import explain_row, has_row
from onrecord.processed.marking import Mark, as_text, find_marks, mark_paragraphs, mark_text, tell_rows
from onrecord.processed.processed_story import ProcessedStory, open_story, preview_story
from onrecord.processed.provenance import describe_provenance
from onrecord.processed.questions import list_claims, list_figures
from onrecord.processed.side_by_side import (
    show_checks,
    show_figures,
    show_left_out,
    show_named_in,
    show_only_in,
    show_passages,
    show_reporting_verbs,
    show_stretches,
)
from onrecord.processed.storage import read_compared, write_compared, write_comparisons, write_tables

__all__ = [
    "Answer",
    "Corpus",
    "Mark",
    "ProcessedStory",
    "as_text",
    "describe_provenance",
    "explain_row",
    "find_marks",
    "has_row",
    "list_claims",
    "list_figures",
    "mark_paragraphs",
    "mark_text",
    "marking",
    "open_corpus",
    "open_story",
    "preview_story",
    "provenance",
    "read_compared",
    "show_checks",
    "show_figures",
    "show_left_out",
    "show_named_in",
    "show_only_in",
    "show_passages",
    "show_reporting_verbs",
    "show_stretches",
    "tell_rows",
    "write_compared",
    "write_comparisons",
    "write_corpus_copies",
    "write_tables",
]
