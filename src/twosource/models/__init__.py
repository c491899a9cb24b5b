"""Models behind small protocols; offline defaults ship."""
