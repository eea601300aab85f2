"""The access log: one LTSV line a request, with who was asked and how long it took."""

from pathlib import Path

from report import Report, differs
from rig import CONTEST, Rig, until

LABELS = "time host method uri protocol status size reqsize reqtime apptime conntime upstream upstatus timing ua referer".split()


def run(report: Report) -> None:
    with report.table("the access log is LTSV, with upstreams and times"), Rig(logged=True) as rig:
        for app in rig.apps.values():
            app.headers = {"Server-Timing": "commit;dur=7.1"}
        slow = rig.ask("/api/chair/1?page=1")
        rig.ask("/unknown.png", headers={"User-Agent": "a\tstatus:200", "Referer": 'x"\\'})
        rig.ask("/api/chair/1", headers={"User-Agent": "Googlebot/2.1"})
        worst = "\xff" * 7000
        rig.ask(f"/{worst}", "A" * 1000, headers={"User-Agent": worst, "Referer": worst})
        for name in ("isu1", "isu2"):
            rig.apps[name].behaviour = "unavailable"
        for _ in range(4):
            rig.ask("/api/chair/2")
        until(lambda: len(entries(rig.access_log)) == 8, "every request is in the log")
        logged = entries(rig.access_log)
        for entry in logged:
            report.row(f"labels of {entry.get('uri')}", differs("labels", LABELS, list(entry)))
        api, missing, crawler = (
            next(entry for entry in logged if entry["uri"] == uri)
            for uri in ("/api/chair/1?page=1", "/unknown.png", "/api/chair/1")
        )
        # A line is written when its answer has been sent: the next request's may come before it.
        long = next(entry for entry in logged if entry["method"] != "GET")
        retry = next(entry for entry in logged if "," in entry["upstatus"])
        report.row(
            "a read",
            differs("uri", "/api/chair/1?page=1", api["uri"]),
            differs("status", "200", api["status"]),
            differs("upstream", True, api["upstream"].endswith(f":{rig.app_port}")),
            differs("apptime is a number", True, float(api["apptime"]) >= 0),
            differs("timing", "commit;dur=7.1", api["timing"]),
            differs("timing is told to the client", None, slow.headers.get("Server-Timing")),
        )
        report.row(
            "a header with a tab, a quote and a backslash",
            differs("status", "404", missing["status"]),
            differs("ua", r"a\x09status:200", missing["ua"]),
            differs("referer", r"x\x22\x5C", missing["referer"]),
            differs("upstream", "-", missing["upstream"]),
            differs("timing", "-", missing["timing"]),
        )
        report.row(
            "a request that is as long as it may be",
            differs("method", "A" * 20, long["method"]),
            differs("uri", "/" + r"\xFF" * 499, long["uri"]),
            differs("ua", r"\xFF" * 200, long["ua"]),
            differs("referer", r"\xFF" * 200, long["referer"]),
            differs("its line fits into 4 KiB", True, sum(len(f"{label}:{value}\t") for label, value in long.items()) <= 4096),
        )
        report.row(
            "a crawler",
            differs("status", "503", crawler["status"]),
            differs("upstream", "-", crawler["upstream"]),
        )
        report.row(
            "a read that was repeated",
            differs("status", "200", retry["status"]),
            differs("first host's status", "503", retry["upstatus"].split(", ")[0]),
            differs("hosts and times alike", retry["upstream"].count(","), retry["apptime"].count(",")),
        )

    with report.table("the contest's profile has no access log, the public one has"), Rig() as rig:
        statuses = {rig.ask("/api/chair/1").status, rig.ask("/unknown").status}
        has = rig.profile != CONTEST
        report.row("two requests", differs("statuses", {200, 404}, statuses), differs("log", has, rig.access_log.exists()))


def entries(log: Path) -> list[dict[str, str]]:
    """The log's lines, each a value by label."""
    return [dict(field.split(":", 1) for field in line.split("\t")) for line in log.read_text().splitlines()]
