"""The configuration itself: nginx -t and haproxy -c, every way the templates can be rendered, and what must agree with the server."""

import re
from concurrent.futures import ThreadPoolExecutor

from configuration import CONFIGURATION, HOSTS, WRITER
from report import Report, differs
from rig import Rig

SERVER = CONFIGURATION.parent / "webapp/src/main/java/isuumo/site"


def run(report: Report) -> None:
    with report.table("nginx -t and haproxy -c take the files"):
        for name, variables in {
            "three hosts": {},
            "a drained host": {"drained_hosts": ["isu3"]},
            "the drained writer": {"drained_hosts": [WRITER]},
            "weights": {"hostvars": {h: {"private_address": a, "isuumo_reader_weight": 3} for h, a in HOSTS.items()}},
            "a tile server": {"isuumo_tile_origin": "https://*.tile.example"},
            "three front doors": {"isuumo_front": "each"},
            "HTTP proxying": {"isuumo_front": "http"},
            "connections weighted": {"hostvars": {h: {"private_address": a, "isuumo_front_weight": 3} for h, a in HOSTS.items()}},
            "the contest's profile": {"isuumo_profile": "contest"},
            "compressed by nginx": {"isuumo_gzip": "nginx"},
            "compressed by nobody": {"isuumo_gzip": "nobody"},
            "time three and a half times as long": {"isuumo_time_scale": 3.5},
            "one host": {"groups": {"isuumo": [WRITER]}},
        }.items():
            is_valid(report, name, variables)
    with report.table("files have one idea each, and agree with the server"):
        every_snippet_is_included(report)
        security_headers_agree(report)
        types_agree(report)


def is_valid(report: Report, name: str, variables: dict[str, object]) -> None:
    """On every host, since each has files of its own."""
    hosts = variables.get("groups", {}).get("isuumo", list(HOSTS))
    rig = Rig(hosts=tuple(hosts), **variables)
    with ThreadPoolExecutor() as threads:
        results = list(threads.map(lambda server: server.test_configuration(), rig.servers()))
    for app in rig.apps.values():
        app.stop()
    report.row(
        name,
        differs("exit codes", {0}, {result.returncode for result in results}),
        differs("warnings", [], [r.stderr for r in results if re.search(r"\[(warn|WARNING|emerg|ALERT)", r.stderr)]),
    )


def every_snippet_is_included(report: Report) -> None:
    files = [*CONFIGURATION.glob("*.conf*"), *(CONFIGURATION / "snippets").iterdir()]
    included = {match for file in files for match in re.findall(r"include (\S+);", file.read_text())}
    names = {str(file.relative_to(CONFIGURATION)).removesuffix(".j2") for file in files}
    report.row("files", differs("included", names - {"nginx.conf"}, included))


def security_headers_agree(report: Report) -> None:
    """Each string in the server's list of headers is in the snippet; both have as many headers."""
    snippet = (CONFIGURATION / "snippets/security-headers.conf").read_text()
    java = (SERVER / "SecurityHeaders.java").read_text()
    java = java[java.index("String policy") : java.index("private static String origin")]
    literals = re.findall(r'"([^"]+)"', java)
    report.row(
        "security headers",
        differs("missing in nginx", [], [literal for literal in literals if literal not in snippet]),
        differs("headers", len(re.findall("createCached", java)), len(re.findall("^add_header", snippet, re.MULTILINE))),
    )


def types_agree(report: Report) -> None:
    snippet = (CONFIGURATION / "snippets/types.conf").read_text()
    java = (SERVER / "ContentType.java").read_text()
    ours = {ending: name for name, ending in re.findall(r'^ {4}"?([^"\n]+?)"? (\w+);$', snippet, re.MULTILINE)}
    report.row("types", differs("by ending", dict(re.findall(r'"(\w+)", "([^"]+)"', java)), ours))
    endings = set(re.findall(r"\\\.\(([a-z|]+)\)\$", (CONFIGURATION / "snippets/site.conf").read_text()))
    report.row("endings", differs("in site.conf", set(ours), {e for group in endings for e in group.split("|")}))
