"""The notebooks run in order, and the command line."""
