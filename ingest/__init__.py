"""From bytes to events: articles, sentences, mentions, events."""

import os

# One thread for matrix products, before NumPy loads: the matrices are small, and threads of their
# own make reading several times slower. Several processes read side by side instead.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
