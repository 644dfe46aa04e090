"""The SPARQL service: queries, updates, whole graphs, limits, and what is said about all of it."""
