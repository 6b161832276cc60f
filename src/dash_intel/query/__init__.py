"""Questions to a build, and the rows that answer them: one function a question."""
