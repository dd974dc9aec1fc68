"""On the Record: who said what, with which numbers, and who left it out."""
