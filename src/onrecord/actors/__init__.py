"""Who is who: mentions, the actors that they name, and the same actors across a story. ``actor`` puts them together."""

from onrecord.actors.actor import Actor, Resolution, find_mentions, resolve_actors, resolve_speakers, with_outlet
from onrecord.actors.merging import resolve_story
from onrecord.actors.namesakes import Alias

__all__ = [
    "Actor",
    "Alias",
    "Resolution",
    "find_mentions",
    "resolve_actors",
    "resolve_speakers",
    "resolve_story",
    "with_outlet",
]
