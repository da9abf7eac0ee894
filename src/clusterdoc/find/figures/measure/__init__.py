"""What a number is a number of: the noun it counts or measures, and whether it is a level or a change."""
