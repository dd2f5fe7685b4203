"""Practice for members: a made-up club in her own chat, with people who answer; nothing is real."""
