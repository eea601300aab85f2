"""Answers that the app compresses pass through as they are, or nginx compresses them, as isuumo_gzip says."""

import gzip

from report import Report, differs
from rig import THIS_HOST, Rig

READ = "/api/chair/search?page=0"
PLAIN = b'{"name":"' + b"chair " * 1000 + b'"}'
COMPRESSED = gzip.compress(PLAIN)
VARY = {"Vary": "Accept-Encoding"}


def run(report: Report) -> None:
    with report.table("answers go out as compressed as isuumo_gzip says"):
        # isuumo_gzip, what the app is asked for, its answer, its headers
        arrives(report, "app", "gzip, br", COMPRESSED, VARY | {"Content-Encoding": "gzip"}, COMPRESSED, "gzip", "Accept-Encoding")
        arrives(report, "app", "gzip, br", PLAIN, VARY, PLAIN, None, "Accept-Encoding")
        arrives(report, "nginx", None, PLAIN, {}, PLAIN, "gzip", "Accept-Encoding")
        arrives(report, "nobody", None, PLAIN, {}, PLAIN, None, None)


def arrives(
    report: Report,
    who: str,
    asked: str | None,
    body: bytes,
    headers: dict[str, str],
    expected: bytes,
    encoding: str | None,
    vary: str | None,
) -> None:
    with Rig(isuumo_gzip=who) as rig:
        app = rig.apps[THIS_HOST]
        app.body, app.headers = body, headers
        answer = rig.ask(READ, headers={"Accept-Encoding": "gzip, br"})
        report.row(
            f"isuumo_gzip: {who}, the app sends {headers}",
            differs("Accept-Encoding that the app got", asked, app.received[0].headers.get("Accept-Encoding")),
            differs("Content-Encoding", encoding, answer.header("Content-Encoding")),
            differs("Vary", vary, answer.header("Vary")),
            differs("body", expected, gzip.decompress(answer.body) if who == "nginx" else answer.body),
        )
