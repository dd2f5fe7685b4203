"""The engine of guided dialogues. It knows no messenger, no clock and writes nothing.

A dialogue is a coroutine that reads as the talk goes. On every message it runs again from the top
with the answers given so far, kept by name; the first question without an answer is where it
stands.
"""
