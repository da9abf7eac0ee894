"""The command line: options, streams, exit codes, nothing else."""


def main() -> None:
    """Run the command line."""
