"""From numbered paragraphs to nodes: how they nest, what they are, how they are counted."""
