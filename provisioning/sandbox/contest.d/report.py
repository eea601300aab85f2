#!/usr/bin/env python3
"""What the runs of the contest's machines say.

  report.py table RESULTS         a table of the runs, one of the hosts, and a last line of JSON
  report.py spread RESULTS KIND   percent by which the last two runs of a kind differ
"""

import json
import pathlib
import sys

KINDS = ("one", "three", "fronts")
PROCESSES = {"balancer": ["haproxy"], "nginx": ["nginx"], "app": ["java"], "database": ["mariadbd", "mysqld"]}
USED_UP = 0.9  # of what there is

# By the rules, at the highest level, 12 people each search chairs (2 points a time), search estates (1) and draw (1), and
# rest 0 to 100 ms in between: on a server that takes no time (12 * 2 + 12 + 12) / 0.05 s, from the first second on.
POINTS_A_SECOND_BY_THINK_TIMES = 960


def read_usage(path):
    usage = {"process": {}}
    for line in path.read_text().splitlines():
        *name, value = line.split(" ")
        if name[0] == "process":
            usage["process"][" ".join(name[1:])] = float(value)
        else:
            usage[name[0]] = float(value)
    return usage


class Run:
    """One run; everything is of the load phase, in seconds and bytes of this machine, unless it says otherwise."""

    def __init__(self, directory, settings):
        self.kind, self.number = directory.name.rsplit("-", 1)
        self.settings = settings
        result = directory / "result.json"
        self.result = json.loads(result.read_text()) if result.exists() else None
        self.passed = bool(self.result and self.result["pass"])
        if self.result:
            self.seconds = self.result["loadSeconds"] * settings["slow"]
            self.used = {path.suffix[1:]: self.difference(read_usage(path), read_usage(directory / f"after{path.suffix}"))
                         for path in directory.glob("before.*")}

    @staticmethod
    def difference(before, after):
        spent = {name: after[name] - before.get(name, 0) for name in after if name != "process"}
        spent["process"] = {name: value - before["process"].get(name, 0) for name, value in after["process"].items()}
        return spent

    @property
    def score(self):
        return self.result["score"] if self.passed else 0

    @property
    def points(self):
        return max(self.result["points"], 1)

    @property
    def bytes_a_point(self):
        return self.used["control"]["received"] / self.points

    @property
    def client_cpu(self):
        return self.result["cpuSeconds"]["benchmark"]

    def core_busy(self):
        return self.client_cpu / (self.settings["client_cores"] * self.seconds)

    def link_busy(self):
        return self.used["control"]["received"] * 8 / (self.settings["client_bits"] * self.seconds)

    def host_busy(self, host):
        return self.used[host]["cpu"] / (self.settings["host_cores"] * self.seconds)

    def writes_busy(self, host):
        most = self.settings["host_writes"] * self.seconds
        return self.used[host].get("writes", 0) / most if most else 0

    def limits(self):
        """Points that a server which costs nothing would get from this benchmark, by what would hold it."""
        seconds = self.settings["duration"] * self.settings["slow"]
        return {"link": self.settings["client_bits"] / 8 * seconds / self.bytes_a_point,
                "benchmark": self.settings["client_cores"] * seconds / (self.client_cpu / self.points),
                "think times": POINTS_A_SECOND_BY_THINK_TIMES * self.settings["crowd"] * self.settings["duration"]}

    def limit(self):
        return min(self.limits()["link"], self.limits()["benchmark"])

    def hosts(self):
        return sorted(name for name in self.used if name != "control")

    def shares(self):
        """How much of everything that there is so much of was used, by name."""
        shares = {} if self.settings["unlimited"] else {"link": self.link_busy(), "benchmark": self.core_busy()}
        for host in self.hosts():
            shares |= {f"{host}'s core": self.host_busy(host), f"{host}'s disk": self.writes_busy(host)}
        return shares | {"think times": self.score / self.limits()["think times"]}

    def held_by(self):
        shares = self.shares()
        most = max(shares, key=shares.get)
        return ", ".join(name for name, share in shares.items() if share >= USED_UP) or f"nothing; {most} {shares[most]:.0%}"



def read(results):
    settings = {name: float(value) for name, value in map(str.split, (results / "settings").read_text().splitlines())}
    runs = [Run(path, settings) for kind in KINDS
            for path in sorted(results.glob(f"{kind}-*"), key=lambda p: p.name) if path.is_dir()]
    return settings, runs


def last_two(runs, kind):
    return [run for run in runs if run.kind == kind and run.passed][-2:]


def figure(runs, kind):
    two = last_two(runs, kind)
    return round(sum(run.score for run in two) / len(two)) if two else None


def spread(runs, kind):
    """Percent of their mean; all of it where there are no two."""
    two = [run.score for run in last_two(runs, kind)]
    return 100.0 if len(two) < 2 else (max(two) - min(two)) / (sum(two) / 2) * 100


def print_rows(head, rows):
    print()
    widths = [max(map(len, column)) for column in zip(head, *rows)]
    for row in (head, ["-" * width for width in widths], *rows):
        print("| " + " | ".join(cell.ljust(w) if i < 1 else cell.rjust(w)
                                for i, (cell, w) in enumerate(zip(row, widths))) + " |")


def run_row(run):
    name = f"{run.kind} {run.number}"
    if not run.result:
        return [name, "FAIL"] + [""] * 9
    if not run.passed:
        return [name, "FAIL", str(run.result["level"]), f"{run.result['requests']:,}", *[""] * 6, run.result["reason"]]
    unlimited = run.settings["unlimited"]
    return [name, f"{run.score:,.0f}", str(run.result["level"]), f"{run.result['requests']:,}",
            f"{run.used['control']['received'] / 1e6:.1f} MB", f"{run.bytes_a_point / 1e3:.1f} KB",
            f"{run.client_cpu * 1e3 / run.points:.2f} ms",
            "-" if unlimited else f"{run.core_busy():.0%} ({run.used['control'].get('throttled', 0):.0f} s)",
            "-" if unlimited else f"{run.link_busy():.0%}",
            f"{run.limit():,.0f}", run.held_by()]


def host_rows(run):
    for host in run.hosts():
        used = run.used[host]
        parts = [sum(used["process"].get(name, 0) for name in names) for names in PROCESSES.values()]
        yield [f"{run.kind} {run.number}", host, *(f"{part:.1f}" for part in parts), f"{max(used['cpu'] - sum(parts), 0):.1f}",
               f"{run.host_busy(host):.0%}", f"{used.get('throttled', 0):.0f} s", f"{run.writes_busy(host):.0%}"]


def ratio(part, whole):
    return round(part / whole, 3) if part and whole else None


def table(results):
    settings, runs = read(results)
    print_rows(["run", "score", "level", "requests", "received", "bytes a point", "client CPU a point",
                "client core (held up)", "link", "limit", "held by"], [run_row(run) for run in runs])
    print_rows(["run", "host", *(f"{name} s" for name in PROCESSES), "rest s", "core", "held up", "writes"],
               [row for run in runs if run.passed for row in host_rows(run)])
    print()
    for kind in KINDS:
        if figure(runs, kind):
            print(f"{kind}: {figure(runs, kind):,}, the last two runs {spread(runs, kind):.1f} % apart")
    judged = next((kind for kind in ("three", "fronts", "one") if figure(runs, kind)), None)
    limit = None
    if judged:
        limits = [run.limit() for run in last_two(runs, judged)]
        limit = sum(limits) / len(limits)
        think = POINTS_A_SECOND_BY_THINK_TIMES * settings["crowd"] * settings["duration"]
        print(f"A server that costs nothing: {limit:,.0f}, by the benchmark's core or link; "
              f"{think:,.0f} by the rules' think times")
    one, three, fronts = (figure(runs, kind) for kind in KINDS)
    print(json.dumps({"one": one, "three": three, "fronts": fronts, "ratio_three": ratio(three, one),
                      "ratio_fronts": ratio(fronts, one), "of_limit": ratio(figure(runs, judged), limit)}))


def main():
    if sys.argv[1] == "table":
        table(pathlib.Path(sys.argv[2]))
    else:
        print(f"{spread(read(pathlib.Path(sys.argv[2]))[1], sys.argv[3]):.1f}")


main()
