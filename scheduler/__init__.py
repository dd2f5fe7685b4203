"""One file per thing the calendar does, and the clock face that knocks."""
