"""From last year's Word file, web page or text to a plan."""
