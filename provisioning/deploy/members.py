#!/usr/bin/env python3
"""A host's lines in an inventory, YAML or INI. With comments, and as they stand: what a parser would write anew loses both.

find HOST INVENTORY       the one file, of a file or a directory, that has the host's lines
without HOST FILE         that file without them
names                     the hosts of what ansible-inventory --list prints, if one of them is where people come in
"""

import json
import re
import sys
from pathlib import Path


def lines_of(host, text):
    """The indices of the host's lines: its name, and what is indented deeper (YAML); or one line that begins with it (INI)."""
    lines = text.splitlines()
    head = re.compile(rf"(\s+){re.escape(host)}:|{re.escape(host)}(\s|$)")
    found = []
    for index, line in enumerate(lines):
        if match := head.match(line):
            end = index + 1
            while match[1] and end < len(lines) and deeper(lines[end], match[1]):
                end += 1
            found.append(range(index, end))
    return found


def deeper(line, indent):
    return line.startswith(indent + " ") and line.strip()


def find(host, inventory):
    path = Path(inventory)
    files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
    having = [(file, len(lines_of(host, file.read_text()))) for file in files]
    if sum(count for _, count in having) != 1:
        sys.exit(f"{host} stands in {sum(count for _, count in having)} places of {inventory}; remove takes it out where it stands in "
                 "one. Take it out by hand, then ./deploy.sh provision")
    print(next(file for file, count in having if count))


def without(host, file):
    text = Path(file).read_text()
    gone = set(lines_of(host, text)[0])
    print("\n".join(line for index, line in enumerate(text.splitlines()) if index not in gone))


def names():
    inventory = json.load(sys.stdin)
    hosts = inventory["isuumo"]["hosts"]
    front = inventory["_meta"]["hostvars"][hosts[0]].get("isuumo_front_host", hosts[0])
    print(" ".join(hosts) if front in hosts else f"nobody where people come in, {front}")


{"find": find, "without": without, "names": names}[sys.argv[1]](*sys.argv[2:])
