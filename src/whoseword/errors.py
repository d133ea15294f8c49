"""The exceptions of whoseword. Wrong *use* or a broken machine raises one; wrong *input* is a `Problem`.

::

    WhosewordError
    ├── UsageError      the call makes no sense: an option's value, two options that exclude each other
    ├── NoInputError    nothing at all could be read
    ├── ModelError      the reader's weights are missing, damaged or of another version
    ├── LexiconError    a lexicon file has a wrong or useless entry
    └── StoreError      the store cannot be opened, read or written, or holds not what was named
"""


class WhosewordError(Exception):
    """Base of all errors that whoseword raises; the message says what to do."""


class UsageError(WhosewordError):
    """An argument has a value that makes no sense."""


class NoInputError(WhosewordError):
    """None of the inputs could be read; `problems` of the single inputs were told before."""


class ModelError(WhosewordError):
    """The reader's model files cannot be used."""


class LexiconError(WhosewordError):
    """A lexicon entry is wrong; the message names file and entry."""


class StoreError(WhosewordError):
    """The store cannot be used; the message names it and says what to do."""
