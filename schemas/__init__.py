"""Schemas of report data and configuration."""
