"""What Dragoman knows before it reads: ontology, shapes, actors, lexicon, places, pipeline, samples.

No code lives here; files are opened through ``importlib.resources.files("data")``.
"""
