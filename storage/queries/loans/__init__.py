"""Loans from the asking to the last repayment."""
