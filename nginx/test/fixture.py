"""A small site and a few pictures. What a file holds names it; nginx neither compresses nor looks inside."""

import shutil
from pathlib import Path

SITE = [
    "index.html",
    "index.html.br",
    "index.html.gz",
    "favicon.svg",
    "robots.txt",
    "site.json",
    "assets/app-abc.js",
    "assets/app-abc.js.br",
    "assets/app-abc.js.gz",
    "assets/only-gz.css",
    "assets/only-gz.css.gz",
    "assets/small-abc.css",
    "assets/notes.md",
    ".env",
    ".git/config",
    "server.jar",
]

DATA = [
    "images/chair/all.png",
    "images/chair/all.webp",
    "images/chair/all.avif",
    "images/chair/webp.png",
    "images/chair/webp.webp",
    "images/estate/plain_-1.png",
    "images/chair/text.txt",
    "images/secret.png",
    "chair_condition.json",
    "1_DummyEstateData.sql",
]


def write(root: Path, names: list[str]) -> None:
    shutil.rmtree(root, ignore_errors=True)
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
