"""The colours of the app."""

from __future__ import annotations

from textual.theme import Theme

DARK, LIGHT, CONTRAST = "reviewer-dark", "reviewer-light", "reviewer-contrast"

BY_WORD = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
"""As the conversation calls them."""

THEMES = (
    Theme(
        name=DARK,
        primary="#7fa7d9",
        secondary="#8f98aa",
        accent="#e3b56b",
        foreground="#d6d9df",
        background="#15181d",
        surface="#1a1d23",
        panel="#2a2f38",
        error="#e8808a",
        warning="#e3b56b",
        success="#8fc28a",
        variables={
            "paper": "#1d2128",
            "ink-soft": "#8b92a0",
            "row": "#2b2a26",
            "chip": "#2a2f38",
            "input-cursor-background": "#e3b56b",
            "input-cursor-foreground": "#15181d",
        },
    ),
    Theme(
        name=LIGHT,
        primary="#2a5d9c",
        secondary="#6a6f7a",
        accent="#8f5600",
        foreground="#25282d",
        background="#f1efe9",
        surface="#f7f5f0",
        panel="#d8d4ca",
        error="#b3261e",
        warning="#8f5600",
        success="#2d6a33",
        dark=False,
        variables={
            "paper": "#fdfcf9",
            "ink-soft": "#666b75",
            "row": "#f6ecd4",
            "chip": "#e2ded4",
            "input-cursor-background": "#2a5d9c",
            "input-cursor-foreground": "#ffffff",
        },
    ),
    Theme(
        name=CONTRAST,
        primary="#66ccff",
        secondary="#ffffff",
        accent="#ffff00",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#ffffff",
        error="#ff6b6b",
        warning="#ffff00",
        success="#5dff5d",
        text_alpha=1.0,
        variables={
            "paper": "#000000",
            "ink-soft": "#ffffff",
            "row": "#333300",
            "chip": "#003a5c",
            "input-cursor-background": "#ffff00",
            "input-cursor-foreground": "#000000",
        },
    ),
)
