"""Who is who: mentions, the actors that they name, and the same actors across a story. ``actor`` puts them together."""
