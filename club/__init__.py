"""The rules of a club in plain values: no clock, no words, no database."""
