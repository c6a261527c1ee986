"""The journal of decisions and the conversation."""
