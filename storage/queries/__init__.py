"""Questions to the books: they return values of the club, never rows."""

from sqlalchemy import Connection

__all__ = ["Connection"]
