"""Commands that make the weights which ship with the package."""
