"""From a table of an outline to a table of the plan."""
