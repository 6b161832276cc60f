"""Report to report: what its words mean, each reading with its words and rule."""
