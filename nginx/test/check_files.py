"""The configuration itself: nginx -t and haproxy -c, every way the templates can be rendered, and what must agree with the server."""

import json
import re
from concurrent.futures import ThreadPoolExecutor

from configuration import CONFIGURATION, DEFAULTS, HOSTS, WRITER
from report import Report, differs
from rig import PUBLIC, Rig

SERVER = CONFIGURATION.parent / "webapp/src/main/java/isuumo/site"
ROLE = CONFIGURATION.parent / "provisioning/roles/nginx"


def run(report: Report) -> None:
    with report.table("nginx -t and haproxy -c take the files"):
        for name, variables in {
            "three hosts": {},
            "three front doors": {"isuumo_front": "each"},
            "HTTP proxying": {"isuumo_front": "http"},
            "one host": {"groups": {"isuumo": [WRITER]}},
        }.items():
            is_valid(report, name, variables)
        # Four more nginx for each, and the profile makes no difference to what these change.
        others = {
            "a drained host": {"drained_hosts": ["isu3"]},
            "the drained writer": {"drained_hosts": [WRITER]},
            "weights": {"hostvars": {h: {"private_address": a, "isuumo_reader_weight": 3} for h, a in HOSTS.items()}},
            "a tile server": {"isuumo_tile_origin": "https://*.tile.example"},
            "connections weighted": {"hostvars": {h: {"private_address": a, "isuumo_front_weight": 3} for h, a in HOSTS.items()}},
            "compressed by nginx": {"isuumo_gzip": "nginx"},
            "compressed by nobody": {"isuumo_gzip": "nobody"},
            "time three and a half times as long": {"isuumo_time_scale": 3.5},
        }
        for name, variables in others.items() if Rig.profile != PUBLIC else ():
            is_valid(report, name, variables)
    with report.table("files have one idea each, and agree with the server"):
        every_snippet_is_included(report)
        settings_agree(report)
        every_template_is_made(report)
        security_headers_agree(report)
        types_agree(report)


def is_valid(report: Report, name: str, variables: dict[str, object]) -> None:
    """On every host, since each has files of its own."""
    hosts = variables.get("groups", {}).get("isuumo", list(HOSTS))
    balanced = variables.get("isuumo_front", "one") == "one" and len(hosts) > 1
    rig = Rig(hosts=tuple(hosts), balanced=balanced, **variables)
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
    included = {match for file in files for match in re.findall(r"include ([\w./-]+\.conf);", file.read_text())}
    included |= {"snippets/rules.conf", "snippets/to-https.conf"}  # the servers include one of them
    names = {str(file.relative_to(CONFIGURATION)).removesuffix(".j2") for file in files}
    report.row("files", differs("included", names - {"nginx.conf"}, included))


def settings_agree(report: Report) -> None:
    """What these tests take for the role's defaults is what it has."""
    text = (ROLE / "defaults/main.yml").read_text()
    settings = dict(re.findall(r"^(isuumo_\w+): (.+)$", text, re.MULTILINE))
    ours = {name: str(value) for name, value in DEFAULTS.items() if name in settings and not isinstance(value, dict)}
    theirs = {name: settings[name] for name in ours} | {"isuumo_front_host": DEFAULTS["isuumo_front_host"]}
    report.row("settings", differs("defaults", theirs, ours), differs("isuumo_profile has one", None, settings.get("isuumo_profile")))
    for name, value in DEFAULTS.items():
        if isinstance(value, dict) and name.startswith("isuumo_"):
            report.row(name, differs("default", re.findall(r"[\w/]+", settings[name]), re.findall(r"[\w/]+", json.dumps(value))))


def every_template_is_made(report: Report) -> None:
    made = set(re.findall(r"^  - (\S+\.conf)$", (ROLE / "vars/main.yml").read_text(), re.MULTILINE))
    templates = [*CONFIGURATION.glob("*.j2"), *(CONFIGURATION / "snippets").glob("*.j2")]
    report.row("templates", differs("made", {str(t.relative_to(CONFIGURATION).with_suffix("")) for t in templates}, made))


def security_headers_agree(report: Report) -> None:
    """Each string in the server's list of headers is in the snippet; both have as many headers, but for that of TLS."""
    snippet = (CONFIGURATION / "snippets/security-headers.conf.j2").read_text()
    snippet = snippet[: snippet.index("{% if isuumo_profile")]
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
