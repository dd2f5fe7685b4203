"""What is wrong in the books."""
