"""What an operator's machines look at: is it well, and how much does it do. No personal data."""
