"""Who takes part in the events of an article: a small network weighs everybody whom it names."""
