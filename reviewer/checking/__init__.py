"""Checks, the relations they state, and the engine that evaluates them."""
