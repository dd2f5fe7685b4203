"""Accounts that are held back: a phone that was lost, and an office on an account that is new."""

from sqlalchemy import Column, Table, Text, UniqueConstraint

from storage.tables.columns import Instant, Json, link, metadata, number, one_of

# Whose accounts are frozen since when, by whom, and what two people decided in the end.
account_freezes = Table(
    "account_freezes",
    metadata,
    number(),
    link("person_id", "persons", index=True),
    link("club_id", "clubs", optional=True, index=True),
    link("frozen_by", "persons"),
    Column("chats", Json, nullable=False),  # the accounts, by the numbers of their chats
    Column("frozen_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("outcome", Text),
    one_of("outcome", "opened", "cut_off"),
)

# Who has seen in person that the new account of an officer of the club is really his.
account_confirmations = Table(
    "account_confirmations",
    metadata,
    number(),
    link("chat_id", "chats"),
    link("confirmed_by", "persons"),
    Column("confirmed_at", Instant, nullable=False),
    UniqueConstraint("chat_id", "confirmed_by"),
)
