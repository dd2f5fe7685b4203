"""The outermost ring: channels, the step from inbox to outbox, delivery, settings, the command
line, wiring.
"""
