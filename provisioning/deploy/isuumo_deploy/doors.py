"""Which of the hosts' ports let this machine in, and which may be listened on, by the inventory."""

from __future__ import annotations

from .fleet import Fleet
from .inventory import Host
from .knock import knock

Door = tuple[str, int]

# As in ../../group_vars/isuumo.yml and the roles' defaults, which an inventory may override where they are knobs.
APP, HOSTS, OPERATORS, ETCD = 8080, 8082, 8083, [2379, 2380]
KNOBS = {"isuumo_http_port": 8081, "isuumo_https_port": 8443, "mysql_port": 3306}


class Doors:
    """verdict: what is wrong, and what is right."""

    verdict = ("", "")

    def __init__(self, host: Host, fleet: Fleet):
        variables = host.variables
        public = fleet.inventory.profile == "public"
        fails_over = len(fleet.hosts) > 2 and variables.get("isuumo_failover", public) and variables.get("mysql_semi_sync", True)
        http, https, mysql = (int(variables.get(name) or port) for name, port in KNOBS.items())
        self.outside, self.inside = str(variables.get("ansible_host") or host), host.address
        self.trusted: list[str] = variables.get("isuumo_trusted_addresses") or []
        self.people = [80, 443] if public else [80]
        self.private = sorted([APP, http, HOSTS, mysql] + ([https] if public else []) + (ETCD if fails_over else []))
        self.may_listen = {int(variables.get("ansible_port") or variables.get("ansible_ssh_port") or 22), *self.people, *self.private}

    def all(self) -> list[Door]:
        return [(self.outside, port) for port in self.people] + self.closed()

    def closed(self) -> list[Door]:
        return [(address, port) for address in dict.fromkeys([self.outside, self.inside]) for port in [*self.private, OPERATORS]]

    def judge(self, opened: dict[Door, str | None], hosts: list[str]) -> None:
        wrong = [f"{port} does not let this machine in" for port in self.people if not opened[self.outside, port]]
        let_in: dict[int, str] = {}  # port: why that is right
        for address, port in self.closed():
            if source := opened[address, port]:
                if port == APP and source in self.trusted:
                    let_in[port] = "open to this machine by isuumo_trusted_addresses"
                elif port in self.private and source in hosts:
                    let_in[port] = "open to this machine, which is one of the hosts"
                else:
                    wrong.append(f"{address}:{port} lets this machine in")
        closed = [port for port in self.private if port not in let_in]
        right = [f"{listed(self.people)} open"] + ([f"{listed(closed)} closed to this machine"] if closed else [])
        right += [f"{listed([p for p in let_in if let_in[p] == why])} {why}" for why in dict.fromkeys(let_in.values())]
        self.verdict = ", ".join(wrong), "; ".join(right)


def listed(ports: list[int]) -> str:
    return ", ".join(map(str, ports))


def tried(fleet: Fleet) -> dict[Host, Doors]:
    """All at once."""
    doors = {host: Doors(host, fleet) for host in fleet.hosts}
    opened = knock([door for each in doors.values() for door in each.all()])
    for each in doors.values():
        each.judge(opened, [host.address for host in fleet.hosts])
    return doors
