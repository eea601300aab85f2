"""Checks what provisioning/roles/monitoring tells Prometheus and Grafana; run starts it, with promtool and a directory to work in."""

import functools
import json
import os
import pathlib
import subprocess
import sys

import jinja2
import yaml
from promql import metrics

HERE = pathlib.Path(__file__).resolve().parent
ROLE = HERE.parent
RULES = sorted((ROLE / "files/rules").glob("*.yml"))
TESTS = sorted((HERE / "rules").glob("*.yml"))

promtool, work = sys.argv[1], pathlib.Path(sys.argv[2])
counts = {"OK": 0, "NG": 0}


def check(name, problems):
    verdict = "NG" if problems else "OK"
    counts[verdict] += 1
    print("\n     ".join([f"[{verdict}] {name}", *problems]))


def run(*command, **how):
    """What it said, if it failed."""
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **how)
    return (done.stdout or f"exit code {done.returncode}").splitlines() if done.returncode else []


@functools.cache
def read(file):
    return yaml.load(file.read_text(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def rules():
    return [rule for file in RULES for group in read(file)["groups"] for rule in group["rules"]]


def alerts():
    return {rule["alert"]: rule for rule in rules() if "alert" in rule}


def recorded():
    return {rule["record"]: rule["expr"] for rule in rules() if "record" in rule}


def panels():
    return json.loads((ROLE / "files/dashboard.json").read_text())["panels"]


def listed(file):
    """The first word of each line, and the others."""
    lines = (line.split() for line in (HERE / file).read_text().splitlines() if not line.startswith("#"))
    return {words[0]: words[1:] for words in lines}


@functools.cache
def asked(expression):
    """The metrics behind it, through what is recorded."""
    names = set()
    for name in metrics(expression):
        names |= asked(recorded()[name]) if name in recorded() else {name}
    return names


def rendered(**variables):
    """As Ansible does it, but from the rules of this tree."""
    mine = read(ROLE / "vars/main.yml")
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, trim_blocks=True, keep_trailing_newline=True)
    return environment.from_string((ROLE / "templates/prometheus.yml.j2").read_text()).render({
        "inventory_hostname": "isu1", "monitoring_rules_dir": str(ROLE / "files/rules"), "isuumo_alertmanagers": [],
        "monitoring_rules": mine["monitoring_rules"], "monitoring_jobs": {**mine["monitoring_jobs"], "isuumo": 8083}, **variables})


def check_configuration(name, **variables):
    file = work / f"{name}.yml"
    file.write_text(rendered(**variables))
    check(f"prometheus.yml {name}", run(promtool, "check", "config", file))


def check_alert(name, alert):
    """Text for whoever is woken, and a test in which it fires, and one in which its series are there and it does not."""
    problems = [f"it has no {key}" for key in ("summary", "action") if not alert["annotations"].get(key)]
    if alert["labels"].get("severity") not in ("critical", "warning"):
        problems.append("its severity is neither critical nor warning")
    fires = silent = False
    for test in (test for file in TESTS for test in read(file)["tests"]):
        series = set().union(*(metrics(entry["series"]) for entry in test["input_series"]))
        for case in test["alert_rule_test"]:
            if case["alertname"] == name and series & asked(alert["expr"]):
                fires |= bool(case["exp_alerts"])
                silent |= not case["exp_alerts"]
    problems += [f"no test in which it {how}" for how, tried in (("fires", fires), ("is silent", silent)) if not tried]
    check(f"alert {name}", problems)


def check_dashboard():
    every, problems = panels(), []
    if len({panel["id"] for panel in every}) != len(every):
        problems.append("two panels have one id")
    covered = {}
    for panel in every:
        at = panel["gridPos"]
        for cell in ((x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])):
            if cell[0] > 23 or cell in covered:
                problems.append(f"{panel['title']} lies over {covered.get(cell, 'the edge')}")
                break
            covered[cell] = panel["title"]
        if panel["type"] != "row" and panel["datasource"]["uid"] != "${datasource}":
            problems.append(f"{panel['title']} asks another data source")
    check("dashboard: every panel has a place and asks the chosen Prometheus", problems)
    expressions = [target["expr"].replace("$__rate_interval", "1m") for panel in every for target in panel.get("targets", [])]
    file = work / "dashboard-rules.yml"
    file.write_text(yaml.safe_dump({"groups": [{"name": "dashboard", "rules": [
        {"record": f"panel:{number}", "expr": expression} for number, expression in enumerate(expressions)]}]}))
    check(f"dashboard: {len(expressions)} expressions that Prometheus understands", run(promtool, "check", "rules", "--lint=none", file))
    return expressions


def check_names(expressions):
    """Nothing is asked for that nobody tells, and nothing is listed that nobody asks for, but for the server's own."""
    app, others = listed("app.metrics"), listed("exporters.metrics")
    used = set().union(*(asked(expression) for expression in [*(rule["expr"] for rule in rules()), *expressions]))
    check("every metric is told by the server or an exporter", sorted(used - set(app) - set(others)))
    check("the lists name no metric in vain", sorted(
        name for name in {*app, *others} - used if name in others or not name.startswith("isuumo_")))
    unit = (ROLE / "templates/prometheus-node-exporter.conf.j2").read_text()
    collectors = {words[0].split("/")[1] for words in others.values() if words[0].startswith("node/")}
    check("node's collectors are turned on", sorted(name for name in collectors if f"--collector.{name} " not in unit))


def check_host_metrics():
    """The script, on a host that is played: its names, and Prometheus' own opinion of them."""
    file = work / "isuumo.prom"
    played = {**os.environ, "PATH": f"{HERE / 'fake'}:{os.environ['PATH']}", "ISUUMO_ROOT": str(work / "host")}
    for name in "etc/mysql/isuumo/server.pem", "etc/mysql/isuumo/ca.pem", "etc/nginx/tls/isuumo.pem":
        (work / "host" / name).parent.mkdir(parents=True, exist_ok=True)
        (work / "host" / name).write_text("Nov 28 12:00:00 2129 GMT\n")
    (work / "host/run/isuumo-failover").mkdir(parents=True, exist_ok=True)
    (work / "host/run/isuumo-failover/state").write_text("isu1 writes since change 0; this host or another takes over if it is lost")
    problems = run(ROLE / "files/isuumo-host-metrics", file, "isuumo", "nginx", "haproxy", env=played)
    if not problems:
        said = file.read_text()
        wanted = (HERE / "isuumo.prom").read_text()
        problems = [] if said == wanted else ["it said", *said.splitlines(), "instead of", *wanted.splitlines()]
        problems += run(promtool, "check", "metrics", stdin=file.open())
    check("isuumo-host-metrics", problems)


check("rules", run(promtool, "check", "rules", "--lint=all", "--lint-fatal", *RULES))
check_configuration("that tells nobody of alerts")
check_configuration("that tells two", isuumo_alertmanagers=["192.0.2.20:9093", "192.0.2.21:9093"])
for tests in TESTS:
    check(f"promtool test rules {tests.name}", run(promtool, "test", "rules", tests))
for alert_name, one in alerts().items():
    check_alert(alert_name, one)
check_names(check_dashboard())
check_host_metrics()
print(f"{counts['OK']} passed, {counts['NG']} failed")
sys.exit(1 if counts["NG"] else 0)
