"""Whom pronouns and descriptions take up, by a network that learned from annotated articles."""
