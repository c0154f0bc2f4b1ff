"""Statements under way: what several readers of cells need to make one."""
