"""Trains the English pipeline from treebanks: ``python -m ingest.training TREEBANKS OUT``."""
