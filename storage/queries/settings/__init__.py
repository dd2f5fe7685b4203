"""What a club settles, and messages to many."""
