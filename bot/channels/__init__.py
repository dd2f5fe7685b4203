"""The messengers, one folder each. The core knows what a channel can do, never which it is."""
