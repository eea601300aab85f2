"""Plays knock.py: a played host lists the doors that let this machine in, "ADDRESS PORT" a line; this machine is 10.0.0.99."""

import os
import pathlib


def knock(doors):
    lists = pathlib.Path(os.environ["FAKE"]).glob("*/open-ports")
    opened = {line for file in lists for line in file.read_text().splitlines()}
    return {(address, port): "10.0.0.99" if f"{address} {port}" in opened else None for address, port in doors}
