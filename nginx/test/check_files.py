"""The configuration itself: nginx -t, every way upstreams.conf.j2 can be rendered, and what must agree with the server."""

import re

from report import Report, differs
from rig import CONFIGURATION, HOSTS, WRITER, Rig

SERVER = CONFIGURATION.parent / "webapp/src/main/java/isuumo/site"


def run(report: Report) -> None:
    with report.table("nginx -t takes the files"):
        for name, variables in {
            "three hosts": {},
            "a drained host": {"drained_hosts": ["isu3"]},
            "the drained writer": {"drained_hosts": [WRITER]},
            "weights": {"hostvars": {h: {"private_address": a, "isuumo_reader_weight": 3} for h, a in HOSTS.items()}},
            "a tile server": {"isuumo_tile_origin": "https://*.tile.example"},
            "one host": {"groups": {"isuumo": ["isu1"]}, "inventory_hostname": "isu1"},
        }.items():
            is_valid(report, name, variables)
    with report.table("files have one idea each, and agree with the server"):
        every_snippet_is_included(report)
        security_headers_agree(report)
        types_agree(report)


def is_valid(report: Report, name: str, variables: dict[str, object]) -> None:
    rig = Rig(**variables)
    result = rig.test_configuration()
    for app in rig.apps.values():
        app.stop()
    report.row(
        name,
        differs("exit code", 0, result.returncode),
        None if "[warn]" not in result.stderr and result.returncode == 0 else result.stderr,
    )


def every_snippet_is_included(report: Report) -> None:
    files = [CONFIGURATION / "nginx.conf", *(CONFIGURATION / "snippets").iterdir()]
    included = {match for file in files for match in re.findall(r"include snippets/(\S+);", file.read_text())}
    report.row("snippets", differs("included", {file.name for file in files[1:]}, included))


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
