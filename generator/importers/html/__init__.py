"""From the elements of a web page to blocks."""
