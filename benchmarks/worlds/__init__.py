"""Worlds with known descent: invented events, writers who tell them, and copies whose every change is logged."""
