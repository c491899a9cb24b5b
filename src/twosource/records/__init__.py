"""Frozen records that the stages hand on. Observations (statements) are never edited; what is concluded is assembled from them."""
