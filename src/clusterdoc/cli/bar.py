"""How far a run is, as a bar on a terminal, with the time left from the first article on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as RichProgress

from clusterdoc.run.progress import Progress, progress_line

if TYPE_CHECKING:
    from rich.console import Console

WIDTH: Final = 20


class Bar(Progress):
    """A bar that grows with the bytes of the corpus that are read; without their number it only moves."""

    __slots__ = ("bar", "task")

    def __init__(self, console: Console) -> None:
        super().__init__(sys.stderr)
        columns = (TextColumn("{task.description}"), BarColumn(WIDTH), TextColumn("{task.fields[said]}"))
        self.bar = RichProgress(*columns, console=console, transient=True, refresh_per_second=4)
        self.task = self.bar.add_task("loading the model", total=None, said="")

    def loading(self) -> None:
        """Show that the model is being loaded."""
        self.bar.start()

    def ready(self) -> None:
        """Show that the model is loaded."""
        super().ready()
        self.bar.update(self.task, description="reading")

    def show(self, position: int) -> None:
        """Show how far the run is; `position` is in bytes of the corpus."""
        if self.summary is not None:
            said = progress_line(self.summary, self.left(position))
            self.bar.update(self.task, description="reading", total=self.total, completed=position, said=said)
            self.bar.start()

    def clear(self) -> None:
        """Remove the bar, so that another line can be written; the next article brings it back."""
        self.bar.stop()

    end = clear
