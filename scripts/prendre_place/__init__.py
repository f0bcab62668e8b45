"""The ChairESS knowledge base: sources in, checked and cited site out."""
