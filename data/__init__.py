"""What Dragoman knows before it reads: vocabulary, actors, lexicon, places, pipeline, samples.

No code lives here; files are opened through ``importlib.resources.files("data")``.
"""
