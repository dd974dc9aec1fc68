"""A story's folder, its ``story.yaml``, and the parameters with which its notebooks run."""

from onrecord.story import parameters
from onrecord.story.aliases import ALIAS_COLUMNS, ALIAS_FURTHER, AliasLine, read_alias_lines
from onrecord.story.parameters import ELSEWHERE, NOTEBOOKS, Settings, check_parameters, read_parameters
from onrecord.story.program import digest_file, digest_parts, digest_program
from onrecord.story.story import HAND_MADE, NEVER_ARTICLES, REFERENCE, Story, find_root, list_stories, read_story
from onrecord.story.story_file import ArticleEntry, MeasureEntry, StoryFile

__all__ = [
    "ALIAS_COLUMNS",
    "ALIAS_FURTHER",
    "ELSEWHERE",
    "HAND_MADE",
    "NEVER_ARTICLES",
    "NOTEBOOKS",
    "REFERENCE",
    "AliasLine",
    "ArticleEntry",
    "MeasureEntry",
    "Settings",
    "Story",
    "StoryFile",
    "check_parameters",
    "digest_file",
    "digest_parts",
    "digest_program",
    "find_root",
    "list_stories",
    "parameters",
    "read_alias_lines",
    "read_parameters",
    "read_story",
]
