"""Frozen records that the stages hand on. Statements are never edited; conclusions are assembled from them."""
