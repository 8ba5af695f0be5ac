"""What frames a plan: the notice, the annexes, the region, the year."""
