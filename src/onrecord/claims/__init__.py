"""Who said what: from quotation marks, the parse and a trained tagger to claims. ``claim`` puts them together."""
