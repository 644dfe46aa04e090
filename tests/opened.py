"""Opens once what the processes of `tests.victims` need: each of them is forked from one that did.

It must open no store: one that is open before a fork does not work after it.
"""

from tests.victims import reader, world

reader()
world()
