"""From a plan to its documents: finished strings first, then one small module a format."""
