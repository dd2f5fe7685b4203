"""Everything that touches the database: tables, questions (queries) and ways to change it (changes)."""
