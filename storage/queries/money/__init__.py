"""Fees, gifts, books, closing."""
