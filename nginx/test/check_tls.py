"""In public: TLS as it should be, HTTP/2 by the same rules, and port 80 that only sends people there. In contest: no TLS."""

import json
import ssl
import warnings

import fixture
from client import Place, ask, connect, raw
from configuration import CONFIGURATION, HOSTS, render
from fake_app import Received
from h2_client import Browser2
from report import Report, differs
from rig import CONTEST, CREDENTIAL, PUBLIC, THIS_HOST, WRITER, Rig

V1_1, V1_2, V1_3 = ssl.TLSVersion.TLSv1_1, ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3
# versions, OpenSSL's names of ciphers, whether they are spoken
SPOKEN = [
    (V1_1, "ALL:@SECLEVEL=0", False),
    (V1_2, "ECDHE-ECDSA-AES128-GCM-SHA256", True),
    (V1_2, "ECDHE-ECDSA-CHACHA20-POLY1305", True),
    (V1_2, "ECDHE-ECDSA-AES128-SHA256", False),
    (V1_2, "AES128-GCM-SHA256:AES256-GCM-SHA384", False),
    (V1_3, None, True),
]

# Host, to which host port 80 sends; None: 400
HOSTS_SENT = [
    ("isuumo.example", "isuumo.example"),
    ("ISUUMO.Example:80", "isuumo.example"),
    ("10.0.0.1", "10.0.0.1"),
    ("[::1]:80", "[::1]"),
    ("a_b-c.example", "a_b-c.example"),
    ("", None),
    ("a@evil.example", None),
    ("evil.example\\x", None),
    ("a b", None),
    ("<script>", None),
]
PATHS = ["/", "/chair/1?a=%20b&c=//x", "/api/chair/1", "//evil.example/", "/errors/400", "/unknown", "/healthz", "/;", "/%2f"]


def run(report: Report) -> None:
    if Rig.profile == CONTEST:
        with report.table("nobody speaks TLS"), Rig(hosts=tuple(HOSTS), balanced=True) as rig:
            for host, nginx in rig.hosts.items():
                listening = [name for name, port in nginx.ports.items() if listens(Place(HOSTS[host], port))]
                report.row(host, differs("listens on", ["http"] if host == "isu1" else ["80", "http"], listening))
        return
    for balanced in (False, True):
        with Rig(balanced=balanced) as rig:
            through = "through the balancer" if balanced else "at a host"
            with report.table(f"port 80 sends everybody to https, {through}"):
                sends_on(report, rig)
            if not balanced:
                continue
            with report.table("TLS 1.2 and 1.3, with forward secrecy"):
                for version, ciphers, spoken in SPOKEN:
                    is_spoken(report, rig, version, ciphers, spoken)
                comes_back(report, rig)
                plain = raw(rig.place._replace(tls=None), b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                is_refused_as_json(report, "HTTP to the port of TLS", plain)
                report.row("what is not encrypted", differs("HSTS", None, plain.header("Strict-Transport-Security")))
    with report.table("HTTP/2 by the same rules"), Rig(balanced=True) as rig:
        speaks_http2(report, rig)
    with report.table("a newer nginx gets the directive that it wants"):
        for front in ("one", "each"):
            text = servers_of_newer_nginx(front)
            report.row(front, differs("http2", (True, False), ("    http2 on;" in text, "ssl http2" in text)))


def listens(place: Place) -> bool:
    try:
        connect(place).close()
        return True
    except ConnectionRefusedError:
        return False


def sends_on(report: Report, rig: Rig) -> None:
    for path in PATHS:
        for method in ("GET", "HEAD", "POST", "DELETE"):
            answer = ask(rig.port_80, path, method, body=b"x" if method == "POST" else None)
            is_sent(report, f"{method} {path}", answer, f"https://isuumo.example{path}")
    crawler = ask(rig.port_80, "/api/chair/1", headers={"User-Agent": "Googlebot/2.1"})
    is_sent(report, "a crawler", crawler, "https://isuumo.example/api/chair/1")
    for host, to in HOSTS_SENT:
        answer = ask(rig.port_80, "/chair/1", headers={"Host": host})
        if to:
            is_sent(report, f"to {host}", answer, f"https://{to}/chair/1")
        else:
            is_refused_as_json(report, f"to {host!r}", answer)
    is_refused_as_json(report, "HTTP/1.0 to nobody", raw(rig.port_80, b"GET /chair/1 HTTP/1.0\r\n\r\n"))
    is_refused_as_json(report, "no HTTP", raw(rig.port_80, b"garbage\r\n\r\n"))
    report.row("port 80", differs("requests that reached an app", [], rig.received()))


def is_sent(report: Report, name: str, answer, to: str) -> None:
    report.row(
        name,
        differs("status", 308, answer.status),
        differs("Location", to, answer.header("Location")),
        differs("HSTS", None, answer.header("Strict-Transport-Security")),
        differs("Server", "nginx", answer.header("Server")),
        differs("X-Content-Type-Options", "nosniff", answer.header("X-Content-Type-Options")),
    )


def is_refused_as_json(report: Report, name: str, answer) -> None:
    report.row(
        name,
        differs("status", 400, answer.status),
        differs("type", "application/json; charset=UTF-8", answer.header("Content-Type")),
        differs("an error", True, bool(json.loads(answer.body)["error"])),
    )


def is_spoken(report: Report, rig: Rig, version: ssl.TLSVersion, ciphers: str | None, spoken: bool) -> None:
    context = only(rig, version)
    if ciphers:
        context.set_ciphers(ciphers)
    try:
        status = ask(rig.place._replace(tls=context), "/api/chair/1").status
    except (ssl.SSLError, ConnectionError):
        status = None
    report.row(f"{version.name}, {ciphers or 'its ciphers'}", differs("status", 200 if spoken else None, status))


def only(rig: Rig, version: ssl.TLSVersion) -> ssl.SSLContext:
    """A client that speaks one version."""
    context = ssl.create_default_context(cafile=rig.work / "tls/ca.pem")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of TLS 1.1
        context.minimum_version = context.maximum_version = version
    return context


def comes_back(report: Report, rig: Rig) -> None:
    """A session is resumed from the cache of the host, and 1.2 gets no ticket, which only a key that never changes could read."""
    for version in (V1_2, V1_3):
        context = only(rig, version)
        with connect(rig.place._replace(tls=context)) as first:
            first.sendall(b"GET /api/chair/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            while first.recv(1000):
                pass  # in 1.3 the session comes after the handshake
            session = first.session
        with (
            connect(rig.place._replace(tls=None)) as plain,
            context.wrap_socket(plain, server_hostname="isuumo.example", session=session) as second,
        ):
            reused = second.session_reused
        ticket = session.has_ticket and version == V1_2
        report.row(f"{version.name}, again", differs("resumed", True, reused), differs("ticket", False, ticket))


def speaks_http2(report: Report, rig: Rig) -> None:
    fixture.write(rig.site_root, fixture.SITE)
    with Browser2(rig.place, "isuumo.example:8443") as browser:
        report.row("protocol", differs("ALPN", "h2", browser.protocol))
        # method, address, headers, body, status, who is asked
        for method, path, headers, body, status, name in [
            ("GET", "/api/chair/1", {}, b"", 200, THIS_HOST),
            ("GET", "/assets/app-abc.js", {}, b"", 200, None),
            ("GET", "/healthz", {}, b"", 404, None),
            ("GET", "/api/chair//1", {}, b"", 404, None),
            ("GET", "/api/chair/1", {"user-agent": "Googlebot/2.1"}, b"", 503, None),
            ("POST", "/api/chair/buy/1", {}, b"{}", 200, WRITER),
            ("POST", "/api/estate/nazotte", {}, b"{}", 200, THIS_HOST),
            ("POST", "/api/chair", {}, b"a,b", 403, None),
            ("POST", "/api/chair", _lower(CREDENTIAL), b"a,b" * 10_000, 200, WRITER),
        ]:
            before = len(rig.received())
            answer = browser.ask(path, method, {"origin": "https://isuumo.example:8443"} | headers, body)
            received = rig.received()[before:]
            report.row(
                f"{method} {path}, {headers}",
                differs("status", status, answer.status),
                differs("asked", [name] if name else [], [asked for asked, _ in received]),
                differs("HSTS", "max-age=31536000", answer.headers.get("strict-transport-security")),
                *(arrived(received[0][1], body) if name and received else []),
            )
        streams = [browser.send("/api/chair/1") for _ in range(32)]
        browser.receive()
        report.row("32 at once", differs("statuses", {200}, {browser.answers[stream].status for stream in streams}))
        limit = browser.connection.remote_settings.max_concurrent_streams
        report.row("at most at once", differs("streams", 32, limit))
    with Browser2(rig.place) as browser:
        rig.apps[THIS_HOST].behaviour = "busy"
        answer = browser.ask("/api/chair/1")
        retry = answer.headers.get("retry-after")
        report.row("a busy app", differs("status", 503, answer.status), differs("Retry-After", "1", retry))


def arrived(received: Received, body: bytes) -> list[str | None]:
    return [
        differs("Host", "isuumo.example:8443", received.headers.get("Host")),
        differs("Origin", "https://isuumo.example:8443", received.headers.get("origin", received.headers.get("Origin"))),
        differs("X-Forwarded-Proto", "https", received.headers.get("X-Forwarded-Proto")),
        differs("Isuumo-Busy-Status", "429", received.headers.get("Isuumo-Busy-Status")),
        differs("body", True, body == received.body),
    ]


def _lower(headers: dict[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def servers_of_newer_nginx(front: str) -> str:
    variables = {"isuumo_http_port": 1, "isuumo_https_port": 2, "inventory_hostname": THIS_HOST, "isuumo_front": front}
    return render(CONFIGURATION / "servers.conf.j2", variables | {"isuumo_profile": PUBLIC, "nginx_has_http2_directive": True})
