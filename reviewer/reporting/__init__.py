"""What was found, on paper: one module a form."""
