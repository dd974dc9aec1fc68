"""Which numbers are stated: numeral, unit, bound, measure, party and time. ``figure`` puts them together."""
