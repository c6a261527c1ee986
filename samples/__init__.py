"""Drafts written for this project, about regencies that do not exist."""
