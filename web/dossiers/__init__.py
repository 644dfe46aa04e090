"""What the graph knows of one thing, gathered for its page as frozen values."""
