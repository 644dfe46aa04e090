"""Trains the network that says which day of an article is that of an event."""
