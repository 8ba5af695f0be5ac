"""The past of a plan: files at a revision, and git showing plans and Word files as the text they print."""
