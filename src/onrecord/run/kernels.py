"""Kernels that are started, and have loaded what a notebook needs, before its turn comes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# What each notebook of the chain loads first; a kernel loads it while the notebook before still works.
LOADS = {
    "01-clean": "import onrecord.processed, onrecord.intake",
    "02-extract": "import onrecord.processed, onrecord.extraction; onrecord.extraction.warm_up()",
    "03-compare": "import onrecord.processed",
    "04-report": "import onrecord.report",
}
LINE = "exec(compile({source!r}, 'onrecord', 'exec'), {{}})"  # in a namespace of its own: no name reaches the notebook
OPTIONS = ["--IPKernelApp.log_level=50"]  # else ipykernel tells of TCP ports and of its own shutdown


class Kernels:
    """The kernels of one run, by notebook; at most the one at work and the next are alive."""

    def __init__(self) -> None:
        self.started: dict[str, Any] = {}

    def start(self, notebook: str) -> None:
        """Start a notebook's kernel, unless it is started; it goes on loading by itself."""
        if notebook not in self.started:
            from jupyter_client.manager import KernelManager

            kernel = KernelManager(kernel_name="python3")
            line = LINE.format(source=f"try:\n    {LOADS[notebook]}\nexcept Exception:\n    pass")
            kernel.start_kernel(extra_arguments=[*OPTIONS, f"--IPKernelApp.exec_lines=[{line!r}]"])
            self.started[notebook] = kernel

    @contextmanager
    def using(self, notebook: str) -> Iterator[Any]:
        """The notebook's kernel, shut down when the block ends."""
        self.start(notebook)
        kernel = self.started[notebook]
        try:
            yield kernel
        finally:
            self._stop(notebook)

    def stop_all(self) -> None:
        for notebook in list(self.started):
            self._stop(notebook)

    def _stop(self, notebook: str) -> None:
        kernel = self.started.pop(notebook)
        kernel.shutdown_kernel(now=True)
        kernel.cleanup_resources()
