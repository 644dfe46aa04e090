"""Trains the network that says who takes part in an event."""
