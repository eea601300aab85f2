"""Which app gets a request, by method, address and User-Agent."""

from report import Report, differs
from rig import CONTEST, HOSTS, THIS_HOST, WRITER, Rig

VERIFY = "isucon-verify"
PERSON = "ISUCON Nickel-0a4d55a8"

# isuumo_front: who answers reads when all is well
READERS = {"one": {THIS_HOST}, "each": {THIS_HOST}, "http": set(HOSTS)}

READS = [
    ("GET", "/api/chair/1"),
    ("GET", "/api/chair/404"),
    ("GET", "/api/chair/search?priceRangeId=1&features=%E3%81%82,b&perPage=25&page=0"),
    ("GET", "/api/chair/low_priced"),
    ("GET", "/api/chair/search/condition"),
    ("GET", "/api/estate/1"),
    ("GET", "/api/estate/search?page=0"),
    ("GET", "/api/recommended_estate/1"),
    ("GET", "/api/unknown.html"),
    ("GET", "/api/chair/buy"),
    ("GET", "/api/estate/req_doc"),
    ("GET", "/api/"),
    ("HEAD", "/api/chair/1"),
    ("POST", "/api/estate/nazotte"),
    ("POST", "/api/estate/req_doc/1"),
]

WRITES = [
    ("POST", "/initialize"),
    ("POST", "/api/chair"),
    ("POST", "/api/estate"),
    ("POST", "/api/chair/buy/1"),
    ("POST", "/api/chair/buy/a%2Eb"),
    ("POST", "/api/chair/1"),
    ("POST", "/api/estate/req_doc"),
    ("POST", "/api/unknown"),
    ("POST", "/api/chair/buy"),
    ("POST", "/api/x.png"),
    ("POST", "/api/estate/nazotte/"),
    ("PUT", "/api/chair/1"),
    ("DELETE", "/api/chair/1"),
]

UNREACHABLE = [
    (method, path)
    for path in [
        "/cluster/report",
        "/cluster/",
        "/cluster",
        "//cluster/report",
        "/%63luster/report",
        "/./cluster/report",
        "/api/../cluster/report",
        "/api/%2e%2e/cluster/report",
        "/api/..%2fcluster/report",
        "/metrics",
        "/metrics/",
        "/api/../metrics",
        "/initialize/",
        "/initialize/../cluster/report",
        "/healthz",
        "/healthz/",
        "/version",
        "/%76ersion",
        "/API/chair/1",
    ]
    for method in ("GET", "POST")
]

# The app reads these as /cluster/report, which nginx alone would not: 400, with or without a line feed before the ;
DISGUISED = [
    "/api/..;/cluster/report",
    "/api/..;x=1/cluster/report",
    "/api/x/..;/..;/cluster/report",
    "/api/%2e%2e;/cluster/report",
    "/api/..%3b/cluster/report",
    "/api/%0a/..;/..;/cluster/report",
    "/api/chair/buy/..;/..;/..;/cluster/report",
    "/api/x.png/..;/..;/cluster/report",
    "/api/chair/1;x",
]


def run(report: Report) -> None:
    for front, readers in READERS.items():
        with Rig(isuumo_front=front) as rig, report.table(f"isuumo_front: {front}: reads go to {', '.join(sorted(readers))}"):
            for method, path in READS:
                goes_to(report, rig, method, path, PERSON, readers)
    with Rig() as rig:
        with report.table("writes go to the writer"):
            for method, path in WRITES:
                goes_to(report, rig, method, path, PERSON, {WRITER})
        verify = {WRITER} if rig.profile == CONTEST else READERS["one"]
        with report.table(f"isucon-verify's reads go to {', '.join(verify)}, its writes to the writer"):
            for method, path in READS:
                goes_to(report, rig, method, path, VERIFY, verify)
            for method, path in WRITES:
                goes_to(report, rig, method, path, VERIFY, {WRITER})
            for user_agent in ("ISUCON-VERIFY", "isucon-verify2", "x isucon-verify"):
                goes_to(report, rig, "GET", "/api/chair/1", user_agent, READERS["one"])
        with report.table("what is for the hosts and for operators is not to be had from outside"):
            for method, path in UNREACHABLE:
                reaches_no_app(report, rig, method, path, 404)
            for path in DISGUISED:
                reaches_no_app(report, rig, "GET", path, 400)
                reaches_no_app(report, rig, "POST", path, 400)
        with report.table("requests arrive as they were sent, on kept connections"):
            arrives_unchanged(report, rig)
            host_arrives(report, rig)
            connections_are_kept(report, rig)


def goes_to(report: Report, rig: Rig, method: str, path: str, user_agent: str, apps: set[str]) -> None:
    """Asks often enough to see every host; each answer and each record must be one of these apps'."""
    before = len(rig.received())
    body = b"{}" if method == "POST" else None
    answers = [rig.ask(path, method, headers={"User-Agent": user_agent}, body=body) for _ in range(6)]
    expected_status = 404 if path == "/api/chair/404" else 200
    report.row(
        f"{method} {path} by {user_agent}",
        differs("statuses", {expected_status}, {answer.status for answer in answers}),
        differs("answered by", apps, {answer.app for answer in answers}),
        differs("requests that reached an app", 6, len(rig.received()) - before),
        differs("type", "application/json; charset=UTF-8", answers[0].header("Content-Type")),
    )


def reaches_no_app(report: Report, rig: Rig, method: str, path: str, status: int) -> None:
    before = len(rig.received())
    answer = rig.ask(path, method, body=b"{}" if method == "POST" else None)
    report.row(
        f"{method} {path}",
        differs("status", status, answer.status),
        differs("requests that reached an app", 0, len(rig.received()) - before),
    )


def arrives_unchanged(report: Report, rig: Rig) -> None:
    path, body = "/api/chair/buy/%31?a=%20b&c=%E3%81%82", '{"email":"椅子 <x>"}'.encode()
    headers = {"Content-Type": "application/json", "X-Own": "kept", "X-Forwarded-Proto": "gopher", "Isuumo-Busy-Status": "200"}
    rig.ask(path, "POST", headers=headers, body=body)
    received = rig.apps[WRITER].received[-1]
    scheme = "gopher" if rig.profile == CONTEST else "https"
    report.row(
        "a purchase, as the app sees it",
        differs("address", path, received.path),
        differs("body", body, received.body),
        differs("Host", "isuumo.example", received.headers.get("Host")),
        differs("X-Forwarded-Proto", scheme, received.headers.get("X-Forwarded-Proto")),
        differs("Isuumo-Busy-Status", "429", received.headers.get("Isuumo-Busy-Status")),
        differs("Connection", None, received.headers.get("Connection")),
        differs("Content-Type", "application/json", received.headers.get("Content-Type")),
        differs("a header of the client's own", "kept", received.headers.get("X-Own")),
    )


HOSTS_SENT = ["isuumo.example", "ISUUMO.example", "isuumo.example:8443", "127.0.0.1:19300", "[::1]:80", "isuumo.example."]


def host_arrives(report: Report, rig: Rig) -> None:
    """By Host and Origin the app knows its own pages: a browser sends both with the same port, or both without."""
    for host in HOSTS_SENT:
        for method, path in [("GET", "/api/chair/1"), ("POST", "/api/chair/buy/1"), ("POST", "/api/estate/nazotte")]:
            origin = f"{'http' if rig.profile == CONTEST else 'https'}://{host.lower()}"
            rig.ask(path, method, headers={"Host": host, "Origin": origin})
            headers = rig.received()[-1][1].headers
            report.row(
                f"{method} {path} of {host}",
                differs("Host", host, headers.get("Host")),
                differs("Origin", origin, headers.get("Origin")),
            )


def connections_are_kept(report: Report, rig: Rig) -> None:
    for method, path in [("POST", "/api/chair/buy/1"), ("GET", "/api/chair/1")]:
        for _ in range(3):
            rig.ask(path, method)
        before = sum(app.connection_count for app in rig.apps.values())
        for _ in range(12):
            rig.ask(path, method)
        after = sum(app.connection_count for app in rig.apps.values())
        report.row(f"{method} {path}, 12 times", differs("new connections to apps", 0, after - before))
