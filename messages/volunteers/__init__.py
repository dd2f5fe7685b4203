"""Young volunteers and their support sessions."""
