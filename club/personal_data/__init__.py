"""Where personal data lies, why, who sees it, how long, and what erasing does with it."""
