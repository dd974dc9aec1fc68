"""A story's folder, its ``story.yaml``, and the parameters with which its notebooks run."""

from onrecord.story import parameters
from onrecord.story.parameters import ELSEWHERE, NOTEBOOKS, Settings, check_parameters, read_parameters
from onrecord.story.program import digest_file, digest_parts, digest_program
from onrecord.story.story import NEVER_ARTICLES, REFERENCE, Story, find_root, list_stories, read_story
from onrecord.story.story_file import ArticleEntry, MeasureEntry, StoryFile

__all__ = [
    "ELSEWHERE",
    "NEVER_ARTICLES",
    "NOTEBOOKS",
    "REFERENCE",
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
    "read_parameters",
    "read_story",
]
