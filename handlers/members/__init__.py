"""Members, their offices, groups and lives."""
