"""Whether every host is fit to run ISUUMO, a line a check. Limits that alerts have too (roles/monitoring) are those of the rules."""

from __future__ import annotations

import re
import time

from . import doors, terminal
from .cli import Options, verb
from .failure import Exit
from .fleet import Fleet
from .inventory import Host

MIN_FREE_MIB, MAX_CLOCK_MILLIS = 1024, 1000
MAX_LAG_SECONDS, MAX_FEED_SILENCE_SECONDS, MAX_HEAP_PERCENT, WARN_DAYS = 30, 10, 90, 30
# They are kept within bounds every ten seconds: what is written meanwhile is beyond.
MAX_LOGS_PERCENT = 125
# By "systemd-analyze security", which rates what a unit leaves to whoever takes its service over: 0 nothing, 10 everything.
# The application may do next to nothing; the others are root's, at their start at least, or anybody's to reach.
MAX_EXPOSURE = {"isuumo": 1.2, "nginx": 3.0, "haproxy": 3.0, "mariadb": 3.0, "mysql": 3.0, "prometheus": 2.0,
                "prometheus-node-exporter": 2.0, "prometheus-mysqld-exporter": 2.0, "etcd": 2.0, "isuumo-failover": 3.0}
# A file as ../host/facts.sh names it: whose it is, and who brings the next.
CERTIFICATES = {
    "server.pem": ("database", "./deploy.sh provision renews it in its last month"),
    "ca.pem": ("its authority", "remove secrets/tls and run ./deploy.sh provision"),
    "isuumo.pem": ("https", "put a new one where isuumo_tls_certificate says, and run ./deploy.sh provision"),
}


@verb()
def verify(fleet: Fleet, options: Options) -> int:
    """Checks on every host: ssh, sudo without a password, 1 GiB of free disk, logs within their
    bounds, a clock within a second of this machine's, the database, that it follows the
    writer's, and that the writer's commits wait for a replica, nginx, its configuration and
    the balancer, whether another host would take over, how little their units and the
    server's leave to an intruder, which ports let this machine in and which are listened
    on, when certificates end, the server, its change feed, its heap and its version.
    Changes nothing. Exit code 0 if nothing is [NG], else that of the first [NG]
    (./deploy.sh --help lists them). [!!] works today and wants a look."""
    asked = time.time()
    fleet.look()
    check = Checks(fleet, 1000 * asked, 1000 * time.time())
    for host in fleet.hosts:
        check.host(host)
    check.same_release()
    warned = f", {check.warned} warned of" if check.warned else ""
    print(f"{check.passed} OK, {check.failed} NG{warned}")
    return check.code


class Checks:
    """asked, answered: between these, in milliseconds since 1970, the hosts told what they are. code: the first failure's."""

    def __init__(self, fleet: Fleet, asked: float, answered: float):
        self.fleet, self.asked, self.answered = fleet, asked, answered
        self.passed = self.warned = self.failed = self.code = 0
        self.doors = doors.tried(fleet)

    def say(self, name: str, problem: str, detail: str = "", code: int = Exit.FAILED) -> None:
        """OK with the detail where there is no problem."""
        print(f"  [{'NG' if problem else 'OK'}] {name:12} {problem or detail}")
        self.passed += not problem
        self.failed += bool(problem)
        self.code = self.code or (code if problem else 0)

    def warn(self, name: str, warning: str) -> None:
        print(f"  [!!] {name:12} {warning}")
        self.warned += 1

    def host(self, host: Host) -> None:
        print(f"{host} ({'writer' if host is self.fleet.writer else 'replica'})")
        if host.failure and host.failure.code != Exit.NO_SUDO:
            self.say("ssh", str(host.failure), code=host.failure.code)
            return
        self.say("ssh", "", host.target)
        if host.failure:
            self.say("sudo", str(host.failure), code=host.failure.code)
            return
        self.say("sudo", "", "without a password")
        for check in (self.disk, self.logs, self.clock, self.database, self.replication, self.semi_sync, self.nginx, self.balancer,
                      self.exposure, self.firewall, self.listens, self.certificates, self.mandate, self.failover, self.server, self.feed,
                      self.heap):
            check(host)
        self.say("versions", "", f"{host['os']}, Java {host['java'] or 'none'}")

    def disk(self, host: Host) -> None:
        free = int(host["free_kib"]) // 1024
        lacks = free < MIN_FREE_MIB
        self.say("disk", f"{free} MiB free for /opt/isuumo; at least {MIN_FREE_MIB} are needed" if lacks else "", f"{free} MiB free", Exit.DISK_FULL)

    def logs(self, host: Host) -> None:
        sizes = re.findall(r"(\S+) (\d+)/(\d+)", host["logs"])
        beyond = [f"those of {name} take {used} MiB of {most}" for name, used, most in sizes if 100 * int(used) > MAX_LOGS_PERCENT * int(most)]
        problem = f"{', '.join(beyond)}. See journalctl --unit isuumo-logs there" if beyond else ""
        if host["logs_timer"] != "active" or [name for name, _, _ in sizes] != ["nginx", "database", "journal"]:
            problem = "nothing keeps them within bounds; ./deploy.sh provision starts isuumo-logs.timer"
        self.say("logs", problem, ", ".join(f"{name} {used}/{most}" for name, used, most in sizes) + " MiB")

    def clock(self, host: Host) -> None:
        """The answer was made some time between the question and its arrival here: only what lies outside is a difference."""
        there, near = int(host["clock_millis"]), f"within {MAX_CLOCK_MILLIS} ms of this machine's"
        off = int(there - min(max(there, self.asked), self.answered))
        problem = f"{off} ms from this machine's clock; logs of the hosts cannot be compared. See chronyc tracking there"
        if abs(off) > MAX_CLOCK_MILLIS:
            self.say("clock", problem)
        elif host["synchronized"] != "yes yes":
            self.warn("clock", f"{near} today, but not synchronized by itself. See chronyc tracking there")
        else:
            self.say("clock", "", f"{near}, synchronized")

    def database(self, host: Host) -> None:
        role, writer, problem = host["database_role"], self.fleet.writer, ""
        if role == "down":
            problem = host["database"]
        elif role != ("writable" if host is writer else "read-only"):
            problem = f"is {role}; the inventory says isuumo_writer: {writer}. Run ./deploy.sh provision"
        self.say("database", problem, f"{host['database']}, {role}", Exit.NOT_REPLICATING)

    def replication(self, host: Host) -> None:
        writer, trouble, behind = self.fleet.writer, host["trouble"], host["behind"]
        if host is writer or host["database_role"] == "down":
            return
        if not trouble and int(behind or 0) > MAX_LAG_SECONDS:
            self.warn("follows", f"{writer}, but is {behind} s behind; its host has no lease until it has caught up")
        else:
            self.say("follows", f"{trouble}. Run ./deploy.sh provision, which repairs it" if trouble else "", f"{writer}, {behind} s behind",
                     Exit.NOT_REPLICATING)

    def semi_sync(self, host: Host) -> None:
        """On the writer: whether what was answered is on a second disk."""
        if host is not self.fleet.writer or host["database_role"] != "writable" or len(self.fleet.hosts) == 1:
            return
        if host["semi_sync_enabled"] != "ON":
            self.say("semi-sync", "", "turned off (mysql_semi_sync): commits wait for no replica")
            return
        fallen = host["semi_sync_status"] != "ON"
        self.say("semi-sync", f"has fallen back: commits wait for no replica, {host['semi_sync_clients'] or 0} of which are connected. "
                 "It ends by itself once one keeps up" if fallen else "",
                 f"commits wait for one of {host['semi_sync_clients']} replicas", Exit.NOT_REPLICATING)

    def nginx(self, host: Host) -> None:
        problem = host["nginx_problem"]
        if host["nginx_state"] != "active":
            problem = f"is {host['nginx_state']}. See journalctl --unit nginx there"
        self.say("nginx", problem, host["nginx"] + (f", sends nothing to {host['drained']}" if host["drained"] else ""))

    def balancer(self, host: Host) -> None:
        """On the host where people come in, unless they come to each."""
        if state := host["balancer_state"]:
            self.say("balancer", "" if state == "active" else f"is {state}. See journalctl --unit haproxy there", "spreads connections over the hosts")

    def exposure(self, host: Host) -> None:
        """A unit that is not there is another check's."""
        rated = [words.split() for words in host["exposure"].split(", ") if words]
        open_ = [f"{unit} leaves {value} open; at most {MAX_EXPOSURE[unit]}" for unit, value in rated if float(value) > MAX_EXPOSURE[unit]]
        self.say("exposure", f"{', '.join(open_)}. Run ./deploy.sh provision, or see systemd-analyze security there" if open_ else "",
                 host["exposure"] or "none")

    def firewall(self, host: Host) -> None:
        problem, detail = self.doors[host].verdict
        self.say("firewall", f"{problem}. Run ./deploy.sh provision" if problem else "", detail)

    def listens(self, host: Host) -> None:
        """A port that the inventory does not know is closed by the firewall, and whoever listens there does not belong there."""
        known, ports, strange = self.doors[host].may_listen, set(), []
        for where, _, who in (word.rpartition("/") for word in host["listens"].split()):
            port = int(where.rpartition(":")[2])
            if port in known:
                ports.add(port)
            else:
                strange.append(f"{who} listens on {where}")
        problem = f"{', '.join(strange)}; the inventory knows no such port" if strange else ""
        if not host["listens"]:
            problem = "ss tells nothing; install iproute2 there"
        self.say("listens", problem, f"on {' '.join(map(str, sorted(ports)))}")

    def certificates(self, host: Host) -> None:
        problems, warnings, details, found = [], [], [], set()
        for file, _, ends in (word.partition("=") for word in host["certificates"].split()):
            (name, remedy), left = CERTIFICATES[file], int(ends) - time.time()
            day = terminal.utc("%Y-%m-%d", int(ends))
            found.add(file)
            details.append(f"{name} {day}")
            if left <= 0:
                problems.append(f"{name} ended {day}: {remedy}")
            elif left < WARN_DAYS * 86400:
                warnings.append(f"{name} ends {day}, in {left // 86400:.0f} days: {remedy}")
        if not found:
            problems = ["there are none yet; ./deploy.sh provision makes them"]
        elif self.fleet.inventory.profile == "public" and "isuumo.pem" not in found:
            problems.append("there is no /etc/nginx/tls/isuumo.pem; ./deploy.sh provision brings it")
        if warnings and not problems:
            self.warn("certificates", "; ".join(warnings))
        else:
            self.say("certificates", "; ".join(problems), f"end: {', '.join(details)}")

    def mandate(self, host: Host) -> None:
        """Before the first promotion no host remembers one."""
        if host["mandate"]:
            number, _, known = host["mandate"].partition(" ")
            writer = self.fleet.writer.name
            self.say("mandate", "" if known == writer else f"takes {known} for the writer, since change {number}; the inventory says isuumo_writer: "
                     f"{writer}. Run ./deploy.sh promote {known}, or provision where {host} was lost", f"{writer} writes, since change {number}")

    def failover(self, host: Host) -> None:
        if host["failover"] == "enabled":
            said = host["failover_state"]
            fine = said.endswith("takes over if it is lost")
            self.say("failover", "" if fine else f"{said or 'its agent has said nothing for 15 s'}. See journalctl --unit isuumo-failover there", said,
                     Exit.NOT_REPLICATING)

    def server(self, host: Host) -> None:
        if not host["current"]:
            self.say("server", "", "none yet; ./deploy.sh deploy brings one")
        else:
            ready = host["health"] == "ready"
            self.say("server", "" if ready else f"{host['health']}. See journalctl --unit isuumo there", f"{host['current']}, ready")

    def feed(self, host: Host) -> None:
        """Of a server that runs: whether it hears what others write."""
        if silent := host["feed_silent"]:
            problem = "" if host["feed_connected"] == "yes" else "is not connected"
            if int(silent) > MAX_FEED_SILENCE_SECONDS:
                problem = f"has heard nothing for {silent} s"
            self.say("feed", f"{problem}. See journalctl --unit isuumo there" if problem else "", f"heard its database {silent} s ago")

    def heap(self, host: Host) -> None:
        """Before the first full collection there is nothing to tell."""
        percent = int(host["heap_percent"] or 0)
        said = f"{percent} % of the old generation is in use after a collection"
        if percent > MAX_HEAP_PERCENT:
            self.warn("heap", f"{said}. Raise -Xms and -Xmx (README, Memory)")
        elif percent:
            self.say("heap", "", said)

    def same_release(self) -> None:
        writer = self.fleet.writer
        for host in self.fleet.hosts:
            if not host.failure and host["current"] != writer["current"]:
                print("all hosts")
                self.say("release", f"{host} has {host['current'] or 'none'}, {writer} {writer['current'] or 'none'}. "
                         "Run ./deploy.sh deploy or rollback")
                return
