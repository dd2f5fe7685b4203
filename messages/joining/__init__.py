"""Becoming known: joining, invitations, imported lists."""
