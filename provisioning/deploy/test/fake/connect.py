"""Plays host/connect.py: a played host answers over a socket as the release that "runs" there does, by these rows. A file in the
release makes it answer otherwise: see does()."""

import http.client
import json
import os
import pathlib
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

ANSWER_SECONDS = 0.2  # as long as a test waits

CHAIRS = [{"id": i, "name": f"chair {i}", "description": "", "thumbnail": "/images/chair/1.png", "price": 1000 * i, "height": 70 + i,
           "width": 60, "depth": 80, "color": "黒" if i % 2 else "白", "features": "肘掛け" if i % 3 else "", "kind": "座椅子"} for i in range(1, 31)]
ESTATES = [{"id": i, "thumbnail": "/images/estate/1.png", "name": f"estate {i}", "description": "", "latitude": 35 + i / 100,
            "longitude": 139 - i / 100, "address": "東京都", "rent": 50000 + 1000 * i, "doorHeight": 60 + i, "doorWidth": 70 + i,
            "features": "駅から徒歩5分"} for i in range(1, 31)]


def ranges(*splits):
    ends = [-1, *splits, -1]
    return {"prefix": "", "suffix": "", "ranges": [{"id": i, "min": low, "max": high} for i, (low, high) in enumerate(zip(ends, ends[1:]))]}


CONDITIONS = {
    "chair": {"height": ranges(80), "price": ranges(10000, 20000), "color": {"list": ["黒", "白"]},
              "feature": {"list": ["肘掛け"]}, "kind": {"list": ["座椅子"]}},
    "estate": {"rent": ranges(60000), "feature": {"list": ["駅から徒歩5分"]}},
}


def connect(address):
    host = pathlib.Path(os.environ["FAKE"]) / f"isu{address.rsplit('.', 1)[1]}"
    if not (host / "running").exists():
        raise ConnectionRefusedError("Connection refused")
    here, there = socket.socketpair()
    here.settimeout(ANSWER_SECONDS)
    threading.Thread(target=Played, args=(there, None, host), daemon=True).start()
    connection = http.client.HTTPConnection(address)
    connection.sock = here
    return connection


class Played(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    times = 0  # that a kind was searched for

    def does(self, what):
        return (self.server / "opt/isuumo" / (self.server / "running").read_text().strip() / what).exists()

    def do_GET(self):
        url = urlsplit(self.path)
        _, _, kind, *rest = url.path.split("/")
        rows = CHAIRS if kind == "chair" else ESTATES
        if self.does("silent"):
            time.sleep(1)
        if self.does("slow"):
            time.sleep(0.15)
        if rest == ["search", "condition"]:
            self.send(CONDITIONS[kind])
        elif rest == ["search"]:
            self.search(kind, rows, {name: value for name, (value,) in parse_qs(url.query).items()})
        elif rest == ["low_priced"]:
            found = rows[:20]
            if self.does("dear"):
                found = found[::-1]
            self.send({f"{kind}s": found})
        elif not rest[0].isdigit():
            self.send({"error": "no integer"}, 400)
        elif kind == "recommended_estate":
            self.recommended(int(rest[0]))
        else:
            self.detail([row for row in rows if row["id"] == int(rest[0])])

    def search(self, kind, rows, query):
        page, per_page, found = query.pop("page", None), query.pop("perPage", None), rows
        for name, value in query.items():
            if name.endswith("RangeId"):
                key = name.removesuffix("RangeId")
                limits = dict(enumerate(CONDITIONS[kind][key]["ranges"])).get(int(value))
                if limits is None:
                    return self.send({"error": "no range"}, 400)
                found = [row for row in found if limits["min"] <= row[key] and (row[key] < limits["max"] or limits["max"] == -1)]
            elif name == "features":
                found = [row for row in found if value in row["features"]]
            else:
                found = [row for row in found if row[name] == value]
        if not query or page is None or per_page is None:
            return self.send({"error": "nothing asked"}, 400)
        if "kind" in query:
            Played.times += 1
        if self.does("wrong-search") and query.get("color") == "白" or self.does("wrong-for-a-moment") and 0 < Played.times < 9:
            found = found[1:]
        if self.does("fails") and "features" in query:
            return self.send({"error": "broken on purpose"}, 500)
        start = int(page) * int(per_page)
        self.send({"count": len(found), f"{kind}s": found[start:start + int(per_page)]})

    def detail(self, found):
        self.send(found[0]) if found else self.send({"error": "unknown"}, 404)

    def recommended(self, chair):
        sizes = [sorted([row["height"], row["width"], row["depth"]]) for row in CHAIRS if row["id"] == chair]
        if not sizes:
            return self.send({"error": "unknown"}, 400)
        doors = [(min(row["doorHeight"], row["doorWidth"]), max(row["doorHeight"], row["doorWidth"]), row) for row in ESTATES]
        self.send({"estates": [row for low, high, row in doors if low >= sizes[0][0] and high >= sizes[0][1]][:20]})

    def do_POST(self):
        ring = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["coordinates"]
        if not ring:
            return self.send({"error": "no polygon"}, 400)
        sides = {name: (min(point[name] for point in ring), max(point[name] for point in ring)) for name in ring[0]}
        found = [row for row in ESTATES if all(low < row[name] < high for name, (low, high) in sides.items())]
        self.send({"count": len(found), "estates": found})

    def send(self, said, status=200):
        body = json.dumps(said, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass
