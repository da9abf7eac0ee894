"""`python -m clusterdoc`."""

from clusterdoc.cli import main

main()
