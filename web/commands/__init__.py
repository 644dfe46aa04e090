"""The commands, grouped by what they work on: articles, questions, graphs, the site."""
