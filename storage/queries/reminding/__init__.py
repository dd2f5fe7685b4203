"""Who is due a reminder."""
