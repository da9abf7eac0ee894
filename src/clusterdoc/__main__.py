"""`python -m clusterdoc`."""

from clusterdoc.again import main

main()
