"""External links: where they are written, what their sites answer, and the report of it."""
