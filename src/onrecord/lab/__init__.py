"""What stands in JupyterLab: the desk, where a story is read and reviewed, and tables with facets."""

from onrecord.lab.desk import explore, preview, review
from onrecord.lab.facets import show_table

__all__ = ["explore", "preview", "review", "show_table"]
