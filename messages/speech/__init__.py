"""What is read aloud: a card or a text as the words a voice says, without a figure or a sign."""
