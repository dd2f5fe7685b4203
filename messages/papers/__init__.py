"""Papers: pictures and sheets that go out after a message.

A paper is declared by the function that draws it:

    @paper("receipt")
    def receipt(words: Words, *, number: int, paid: Money) -> Drawn: ...

Calling `receipt(number=12, paid=Money(20_000))` draws nothing: it makes a Paper, a name with its
values, as a moment is. `Card(body, papers=(receipt(...),))` takes it along. In the outbox it lies
as JSON, so the values are a small snapshot: what a moment may carry, in lists or lists of lists.
Moments among them reach the drawer as words.

It is drawn when the message is sent (bot/papers.py): after the text, in a thread, within a time,
one after another in a chat and ten in an hour. What cannot be drawn is said in a line and holds up
nothing. Where a messenger carries no files the text says so by itself.

A drawer asks no clock and no network and gives the same bytes for the same values. What lies in
rows must stay readable: where the meaning of the values changes, the version does.
"""
