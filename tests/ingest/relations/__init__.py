"""Tests of the network that reads relations."""
