"""The errors of dash_intel.

    DashIntelError
    ├── SettingError          a setting or environment variable cannot be used
    ├── VocabularyError       a vocabulary file is broken; names file and line
    ├── ProfileError          a profile of a third party cannot be used
    ├── InputError            what is to be read cannot be taken in
    ├── OutputError           a file cannot be written
    ├── ExportError           what is shown cannot be made into a file
    ├── StoreError            the database cannot be read or written
    │   └── BuildVersionError a build was written by another version of the program
    └── LedgerError           a decision cannot be kept, or the ledger not be used; nothing changed
        ├── ConflictError     somebody else changed the same thing meanwhile
        └── RoleError         the person's role does not allow it

A bad report is no error: it is a ``Rejection`` or a ``Problem``. Every message is one sentence
that says what is wrong and what to do; the command line prints it, a page shows it calmly.
"""


class DashIntelError(Exception):
    """Anything that stops a command or a page and that the user can do something about."""


class SettingError(DashIntelError):
    """A setting or environment variable cannot be used."""


class VocabularyError(DashIntelError):
    """A vocabulary file is broken."""


class ProfileError(DashIntelError):
    """A profile of a third party cannot be used."""


class InputError(DashIntelError):
    """What is to be read cannot be taken in."""


class OutputError(DashIntelError):
    """A file cannot be written."""


class ExportError(DashIntelError):
    """What is shown cannot be made into a file."""


class StoreError(DashIntelError):
    """The database cannot be read or written."""


class BuildVersionError(StoreError):
    """A build was written by another version of the program."""


class LedgerError(DashIntelError):
    """A decision cannot be kept, or the ledger cannot be used; nothing was written."""


class ConflictError(LedgerError):
    """Somebody else changed the same thing meanwhile."""


class RoleError(LedgerError):
    """The person's role does not allow it."""
