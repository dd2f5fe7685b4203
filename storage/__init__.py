"""Everything that touches the database: tables, questions (queries), ways to change it."""
