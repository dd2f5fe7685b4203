"""The practice club: a made-up village with a past, the same for the same seed and day."""
