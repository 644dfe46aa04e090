"""Reading with a language model that the user has: asked for events, believed only with a quote."""
