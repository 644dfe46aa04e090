"""Which day of an article is that of an event, by a network that learned from annotations."""
