"""Crawlers get 503 without reaching an app, everybody else never does."""

from report import Report, differs
from rig import Rig
from user_agents import CHROME, NAMED_CRAWLERS, PEOPLE, WORD_CRAWLERS

PATH = "/api/chair/1"


def run(report: Report) -> None:
    with Rig() as rig:
        with report.table("crawlers by name are refused"):
            for user_agent in NAMED_CRAWLERS:
                refused(report, rig, user_agent)
        with report.table("crawlers by word are refused: every word, case and separator"):
            for user_agent in WORD_CRAWLERS:
                refused(report, rig, user_agent)
        with report.table("crawlers are refused everywhere"):
            for method, path in [
                ("GET", "/"),
                ("GET", "/assets/app.js"),
                ("GET", "/images/chair/a.png"),
                ("GET", "/unknown"),
                ("HEAD", PATH),
                ("POST", "/api/estate/nazotte"),
                ("POST", "/api/chair/buy/1"),
                ("POST", "/initialize"),
            ]:
                refused(report, rig, "Googlebot/2.1", method, path)
        with report.table("people pass"):
            for user_agent in PEOPLE:
                passes(report, rig, user_agent, {"User-Agent": user_agent})
            passes(report, rig, "no User-Agent", {})
            passes(report, rig, "a crawler in another header", {"User-Agent": CHROME, "Referer": "Googlebot/2.1"})


def refused(report: Report, rig: Rig, user_agent: str, method: str = "GET", path: str = PATH) -> None:
    before = len(rig.received())
    answer = rig.ask(path, method, headers={"User-Agent": user_agent})
    report.row(
        f"{method} {path} by {user_agent!r}",
        differs("status", 503, answer.status),
        differs("requests that reached an app", 0, len(rig.received()) - before),
    )


def passes(report: Report, rig: Rig, name: str, headers: dict[str, str]) -> None:
    before = len(rig.received())
    answer = rig.ask(PATH, headers=headers)
    report.row(
        f"GET {PATH} by {name!r}",
        differs("status", 200, answer.status),
        differs("requests that reached an app", 1, len(rig.received()) - before),
    )
