"""The finished HTML read like a visitor."""
