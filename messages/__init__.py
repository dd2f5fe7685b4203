"""Every word, number, picture and page a person sees, and what people's words mean."""
