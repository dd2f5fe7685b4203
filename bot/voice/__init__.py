"""Reading aloud: a voice on this machine, what it has spoken already, and how that is sent."""
