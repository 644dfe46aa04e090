"""Trains the network that says whom pronouns and descriptions take up."""
