"""A story's folder, its ``story.yaml``, and the parameters with which its notebooks run."""

from onrecord.story import parameters
from onrecord.story.parameters import ELSEWHERE, NOTEBOOKS, Settings, check_parameters, read_parameters
from onrecord.story.story import (
    NEVER_ARTICLES,
    ArticleEntry,
    MeasureEntry,
    Story,
    find_root,
    list_stories,
    near,
    read_story,
)

__all__ = [
    "ELSEWHERE",
    "NEVER_ARTICLES",
    "NOTEBOOKS",
    "ArticleEntry",
    "MeasureEntry",
    "Settings",
    "Story",
    "check_parameters",
    "find_root",
    "list_stories",
    "near",
    "parameters",
    "read_parameters",
    "read_story",
]
