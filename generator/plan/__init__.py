"""The plan: model, building from a tree, numbers, tables, goals and places in words."""
