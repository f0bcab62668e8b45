"""`python -m prendre_place` is the command `prendre-place`."""

from prendre_place.cli import main

raise SystemExit(main())
