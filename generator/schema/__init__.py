"""What a plan file and a region file may say, and the checking of it."""
