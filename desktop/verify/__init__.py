"""Whether a PDF is what it says: which dossier and version, equal to what the library made, which signatures hold.

``verify_pdf`` in :mod:`desktop.verify.check` does the work, without Qt; :mod:`desktop.verify.words` words it;
:mod:`desktop.verify.view` shows it.
"""
