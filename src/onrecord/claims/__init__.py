"""Who said what: from quotation marks, the parse and a trained tagger to claims. ``claim`` puts them together."""

from onrecord.claims import tagger
from onrecord.claims.claim import Claim, find_claims
from onrecord.claims.stances import class_of

__all__ = ["Claim", "class_of", "find_claims", "tagger"]
