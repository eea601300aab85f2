"""A read is asked again of another host, so that one bad host is not seen; when all are bad, the answer is 503."""

from client import raw
from fake_app import FakeApp
from report import Report, differs
from rig import CONTEST, HOSTS, THIS_HOST, WRITER, Rig, until

READ = "/api/chair/search?page=0"
POSTS = ("/api/estate/nazotte", "/api/estate/req_doc/1")
OTHERS = ("isu2", "isu3")
OTHERS_THAN_THIS = ("isu1", "isu3")


def run(report: Report) -> None:
    with report.table("GET is repeated on another host"):
        for behaviour in behaviours():
            get_finds_a_good_host(report, behaviour, (THIS_HOST,))
            if behaviour != "silent":  # a second each, and then the client has gone
                get_finds_a_good_host(report, behaviour, ("isu1", THIS_HOST))
        for bad in (("isu3",), ("isu1", "isu2")):
            get_finds_a_good_host(report, "unavailable", bad, isuumo_front="http")
    with report.table("others are asked only if this host's own app fails"):
        for behaviour in ("dead", "unavailable"):
            own_app_comes_back(report, behaviour)
    with report.table("a POST that is a read is repeated on the writer, once"):
        for path in POSTS:
            for behaviour in behaviours():
                post_finds_the_writer(report, path, behaviour)
            post_gives_up(report, path)
            post_finds_another(report, path)
            chunks_find_the_writer(report, path)
    with report.table("reads are answered 503 when no host can"):
        for behaviour in behaviours():
            no_host_can(report, behaviour)
    with report.table("reads go on the moment the writer does"):
        writer_goes_on(report)


def behaviours() -> list[str]:
    """How apps fail. Each takes servers of its own, and the profile makes no difference to it: two will do for the second."""
    return ["dead", "slam", "hang_up", "unavailable", "silent"] if Rig.profile == CONTEST else ["hang_up", "unavailable"]


def misbehave(rig: Rig, behaviour: str, *names: str) -> None:
    for name in names:
        if behaviour == "dead":
            rig.apps[name].stop()
        else:
            rig.apps[name].behaviour = behaviour


def get_finds_a_good_host(report: Report, behaviour: str, bad: tuple[str, ...], **variables: object) -> None:
    with Rig(**variables) as rig:
        misbehave(rig, behaviour, *bad)
        answers = [rig.ask(READ) for _ in range(6)]
        report.row(
            f"{' and '.join(bad)} {behaviour}",
            differs("statuses", {200}, {answer.status for answer in answers}),
            differs("answered by", set(rig.apps) - set(bad), {answer.app for answer in answers}),
        )


def own_app_comes_back(report: Report, behaviour: str) -> None:
    """After fail_timeout, two seconds."""
    with Rig() as rig:
        misbehave(rig, behaviour, THIS_HOST)
        while_away = {rig.ask(READ).app for _ in range(6)}
        if behaviour == "dead":
            rig.apps[THIS_HOST] = FakeApp(THIS_HOST, HOSTS[THIS_HOST], rig.app_port)
        rig.apps[THIS_HOST].behaviour = "answer"
        until(lambda: rig.ask(READ).app == THIS_HOST, "its own app answers again")
        answers = {rig.ask(READ).app for _ in range(6)}
        report.row(
            f"{THIS_HOST} {behaviour}, then back",
            differs("answered meanwhile by", set(OTHERS_THAN_THIS), while_away),
            differs("answered afterwards by", {THIS_HOST}, answers),
        )


def post_finds_another(report: Report, path: str) -> None:
    """On the writer's own host, where the writer is who failed."""
    with Rig(hosts=(WRITER,), balanced=True) as rig:
        misbehave(rig, "hang_up", WRITER)
        answers = [rig.ask(path, "POST", body=b"{}") for _ in range(4)]
        report.row(
            f"POST {path}, {WRITER} hangs up",
            differs("statuses", {200}, {answer.status for answer in answers}),
            differs("answered by", set(OTHERS), {answer.app for answer in answers}),
        )


def post_finds_the_writer(report: Report, path: str, behaviour: str) -> None:
    with Rig() as rig:
        misbehave(rig, behaviour, *OTHERS)
        body = b'{"coordinates":[]}' * 2000
        asked = []
        for _ in range(4):
            before = len(rig.received())
            answer = rig.ask(path, "POST", body=body)
            asked.append(len(rig.received()) - before)
            report.row(
                f"POST {path}, isu2 and isu3 {behaviour}",
                differs("status", 200, answer.status),
                differs("answered by", WRITER, answer.app),
            )
        report.row(
            f"POST {path}, isu2 and isu3 {behaviour}: how often",
            differs("an app at most twice", True, max(asked) <= 2),
            differs("bodies", {body}, {request.body for _, request in rig.received()}),
        )


def chunks_find_the_writer(report: Report, path: str) -> None:
    """But an app's own 503 passes (snippets/api.conf)."""
    request = f"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n\r\n"
    for behaviour, status, name in (("dead", 200, WRITER), ("hang_up", 200, WRITER), ("unavailable", 503, THIS_HOST)):
        with Rig() as rig:
            misbehave(rig, behaviour, *OTHERS)
            answer = raw(rig.place, request.encode())
            report.row(
                f"POST {path} in chunks, isu2 and isu3 {behaviour}",
                differs("status", status, answer.status),
                differs("answered by", name, answer.app),
                differs("body", b"{}", rig.received()[-1][1].body),
            )


def post_gives_up(report: Report, path: str) -> None:
    with Rig() as rig:
        misbehave(rig, "hang_up", *rig.apps)
        answer = rig.ask(path, "POST", body=b"{}")
        report.row(
            f"POST {path}, all hosts hang_up",
            differs("status", 503, answer.status),
            differs("requests that reached an app", 2, len(rig.received())),
        )


def no_host_can(report: Report, behaviour: str) -> None:
    with Rig() as rig:
        misbehave(rig, behaviour, *rig.apps)
        for method, path in [("GET", READ), *(("POST", path) for path in POSTS)]:
            answer = rig.ask(path, method, body=b"{}" if method == "POST" else None)
            report.row(
                f"{method} {path}, all {behaviour}",
                differs("status", 503, answer.status),
                differs("type", "application/json; charset=UTF-8", answer.header("Content-Type")),
                differs("Retry-After", None if behaviour == "unavailable" else "1", answer.header("Retry-After")),
            )


def writer_goes_on(report: Report) -> None:
    """It stood still, so the others' leases ran out; they have failed too often to be asked, and it must be."""
    with Rig() as rig:
        misbehave(rig, "unavailable", *rig.apps)
        while_away = {rig.ask(READ).status for _ in range(6)}
        rig.apps[WRITER].behaviour = "answer"
        answers = [rig.ask(READ) for _ in range(6)]
        report.row(
            "all were unavailable, the writer is back",
            differs("statuses before", {503}, while_away),
            differs("statuses", {200}, {answer.status for answer in answers}),
            differs("answered by", {WRITER}, {answer.app for answer in answers}),
        )
