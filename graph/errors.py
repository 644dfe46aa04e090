"""What can go wrong, named by what the caller can do about it.

DragomanError
├── InputError        the input cannot be read: mend it, or leave it out
│   └── QueryError    the SPARQL query or update is wrong: mend the query
├── NotFoundError     what was asked for is not there
├── StoreError        the store cannot be opened, read or written
│   ├── StoreInUseError   another process owns the store folder: go through it
│   └── StoreDownError    the server at the store's address does not answer
├── EndpointError     the language model that the user named does not answer as it should
├── KnowledgeError    a file of our own knowledge (authority, lexicon) is wrong: mend the file
└── SettingError      a setting or option has a value that cannot be used
"""


class DragomanError(Exception):
    """A failure that a person can act on; its text says what, where, and what next."""


class InputError(DragomanError):
    """An input that cannot be read."""


class QueryError(InputError):
    """A SPARQL query or update that cannot be run as it stands."""


class NotFoundError(DragomanError):
    """A thing that is not in the graph."""


class StoreError(DragomanError):
    """A store that cannot be opened, read or written."""


class StoreInUseError(StoreError):
    """A store folder that another process owns."""


class StoreDownError(StoreError):
    """A SPARQL server that does not answer."""


class EndpointError(DragomanError):
    """A language model that cannot be reached, refuses, or answers in no usable form."""


class KnowledgeError(DragomanError):
    """A knowledge file (authority table, lexicon) that does not hold what it should."""


class SettingError(DragomanError):
    """A setting that cannot be used."""
