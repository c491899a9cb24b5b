"""Accounts to pages: JSON, terminal, Markdown, HTML."""
