"""Drawings made from the corpus: SVG that needs no script, no colour and no wide screen."""
