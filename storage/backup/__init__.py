"""A whole database as rows that either kind of database takes: out of one, into an empty one."""
