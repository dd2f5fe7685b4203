"""Several processes at work on one database, on PostgreSQL: who is there and who does what."""
