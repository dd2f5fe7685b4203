"""Pictures and recordings that people send: fetched, made anew without what they tell in secret."""
