"""YAML text as frozen nodes that know their places, and edits spliced into that text."""
