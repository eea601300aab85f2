"""This project's configuration as Ansible makes it, but for what cannot be so here: ports, paths and users."""

import os
import shutil
from pathlib import Path

import jinja2

CONFIGURATION = Path(__file__).resolve().parent.parent
HOSTS = {"isu1": "127.0.0.1", "isu2": "127.0.0.2", "isu3": "127.0.0.3"}
WRITER = "isu1"
FRONT_HOST = "isu1"
"""The host that balances connections (isuumo_front: one)."""

# As in provisioning/roles/nginx/defaults/main.yml.
DEFAULTS: dict[str, object] = {
    "groups": {"isuumo": list(HOSTS)},
    "hostvars": {name: {"private_address": address} for name, address in HOSTS.items()},
    "isuumo_writer": WRITER,
    "isuumo_front": "one",
    "isuumo_front_host": FRONT_HOST,
    "isuumo_time_scale": 1,
    "isuumo_gzip": "app",
    "isuumo_limit_uploads": 32,
    "isuumo_limit_in_flight": 128,
    "isuumo_limit_all_in_flight": 1024,
    "isuumo_limit_connections": 256,
    "isuumo_limit_reads": {"rate": "50r/s", "burst": 200},
    "isuumo_limit_sends": {"rate": "5r/s", "burst": 20},
    "isuumo_limit_operations": {"rate": "30r/m", "burst": 10},
    "isuumo_hsts_seconds": 31536000,
}

_MUCH = {"rate": "100000r/s", "burst": 100000}
UNLIMITED: dict[str, object] = {f"isuumo_limit_{name}": _MUCH for name in ("reads", "sends", "operations")}
"""For a test that sends a day's requests in a second from one address."""

_ENVIRONMENT = jinja2.Environment(
    trim_blocks=True, keep_trailing_newline=True, undefined=jinja2.StrictUndefined, autoescape=False
)


def render(template: Path, variables: dict[str, object]) -> str:
    """As Ansible's module "template"."""
    return _ENVIRONMENT.from_string(template.read_text()).render(DEFAULTS | variables)


def install(directory: Path, variables: dict[str, object], places: dict[str, str], changes: dict[str, str]) -> None:
    """
    Writes what a host has in /etc/nginx. ``places``: what is elsewhere here, each wherever it stands; ``changes``: texts that
    stand in one place, to be replaced, such as a time limit that a test cannot wait for.
    """
    shutil.rmtree(directory, ignore_errors=True)
    (directory / "snippets").mkdir(parents=True)
    sources = [*CONFIGURATION.glob("*.conf*"), *(CONFIGURATION / "snippets").iterdir()]
    texts = {}
    for source in sources:
        target = directory / source.relative_to(CONFIGURATION)
        if source.suffix == ".j2":
            texts[target.with_suffix("")] = render(source, variables)
        else:
            texts[target] = source.read_text()
    for old, new in changes.items():
        if sum(text.count(old) for text in texts.values()) != 1:
            raise ValueError(f"{old!r} must be in the configuration once, to be replaced by {new!r}")
    for target, text in texts.items():
        for old, new in (changes | places).items():
            text = text.replace(old, new)
        target.write_text(text)


def nginx_places(work: Path, host: str, ports: dict[str, int]) -> dict[str, str]:
    """Where this nginx writes and listens, and as whom it runs. ``ports``: those in place of 80 and 443."""
    temporary = "".join(
        f"{kind}_temp_path {work}/temp-{host}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return {
        "listen 80 ": f"listen {HOSTS[host]}:{ports['80']} ",
        "listen 443 ": f"listen {HOSTS[host]}:{ports['443']} ",
        "/etc/nginx/tls/": f"{work}/tls/",
        "user www-data;": "user root;" if os.geteuid() == 0 else "",
        "pid /run/nginx.pid;": f"pid {work}/nginx-{host}.pid;",
        "access_log /var/log/nginx/access.log": f"access_log {work}/log-{host}/access.log",
        "error_log /var/log/nginx/error.log": f"error_log {work}/log-{host}/error.log",
        "http {": "http {" + temporary,
        "-f /run/isuumo-drained/": f"-f {work}/drained/",
        "-f /run/isuumo-leaving": f"-f {work}/leaving-{host}",
    }


def haproxy_places(ports: dict[str, int], profile: str) -> dict[str, str]:
    """Where the balancer listens; as whom it runs is left out."""
    by_tls = {"bind :443 ": f"bind 127.0.0.1:{ports['443']} "} if profile == "public" else {}
    return {"bind :80 ": f"bind 127.0.0.1:{ports['80']} ", "    user haproxy\n": "", "    group haproxy\n": ""} | by_tls
