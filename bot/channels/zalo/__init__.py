"""Zalo: the Bot API's JSON in and out, over aiohttp; no library of anybody's is used.

Short texts, no buttons, no editing, no number of an update. docs/CHANNELS.md lists what is known of
this API and what is assumed until somebody has looked with a real token.
"""

NAME = "zalo"
