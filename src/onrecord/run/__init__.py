"""The notebooks run in order, and the command line."""

__all__ = ["chain"]
