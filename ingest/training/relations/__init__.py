"""Trains the network of `ingest.relations` on annotated sentences (data/relations/README.md).

Needs PyTorch and a sentence encoder, which nothing else needs: `make relations` installs both in
a folder of its own.
"""
