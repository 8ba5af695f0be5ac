"""Regions: their units, groups, words and yearly constants."""
