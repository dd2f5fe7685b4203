"""What a person sees and settles of her own."""
