"""Where articles come from: one file for each kind of input, listed in ``catalogue.SOURCES``."""
