#!/usr/bin/env python3
"""Tries every door of every host from here, and compares with the inventory, which comes as ansible-inventory --list prints it.
Prints a line a host: its name, what is wrong (or nothing), what is right, and the ports it may listen on. Each field ends with
a unit separator."""

import json
import sys

from knock import knock

# As in ../group_vars/isuumo.yml and the roles' defaults, which an inventory may override where they are knobs.
APP, HOSTS, OPERATORS, ETCD = 8080, 8082, 8083, [2379, 2380]
KNOBS = {"isuumo_http_port": 8081, "isuumo_https_port": 8443, "mysql_port": 3306}


class Host:
    def __init__(self, name, variables, hosts):
        self.name = name
        self.public = variables.get("isuumo_profile") == "public"
        self.ssh = int(variables.get("ansible_port") or variables.get("ansible_ssh_port") or 22)
        self.outside = str(variables.get("ansible_host") or name)
        self.inside = str(variables["private_address"])
        fails_over = len(hosts) > 2 and variables.get("isuumo_failover", self.public) and variables.get("mysql_semi_sync", True)
        self.trusted = variables.get("isuumo_trusted_addresses") or []
        http, https, mysql = (int(variables.get(name) or port) for name, port in KNOBS.items())
        self.people = [80, 443] if self.public else [80]
        self.private = sorted([APP, http, HOSTS, mysql] + ([https] if self.public else []) + (ETCD if fails_over else []))

    def doors(self):
        return [(self.outside, port) for port in self.people] + self.closed()

    def closed(self):
        return [(address, port) for address in dict.fromkeys([self.outside, self.inside])
                for port in [*self.private, OPERATORS]]

    def verdict(self, opened, hosts):
        """What is wrong, and what is right."""
        wrong = [f"{port} does not let this machine in" for port in self.people if not opened[self.outside, port]]
        let_in = {}  # port: why that is right
        for address, port in self.closed():
            if source := opened[address, port]:
                if port == APP and source in self.trusted:
                    let_in[port] = "open to this machine by isuumo_trusted_addresses"
                elif port in self.private and source in [host.inside for host in hosts]:
                    let_in[port] = "open to this machine, which is one of the hosts"
                else:
                    wrong.append(f"{address}:{port} lets this machine in")
        closed = [port for port in self.private if port not in let_in]
        right = [f"{listed(self.people)} open"] + ([f"{listed(closed)} closed to this machine"] if closed else [])
        right += [f"{listed([p for p in let_in if let_in[p] == why])} {why}" for why in dict.fromkeys(let_in.values())]
        return ", ".join(wrong), "; ".join(right)


def listed(ports):
    return ", ".join(map(str, ports))


def main():
    inventory = json.load(sys.stdin)
    hosts = [Host(name, inventory["_meta"]["hostvars"][name], inventory["isuumo"]["hosts"]) for name in inventory["isuumo"]["hosts"]]
    opened = knock([door for host in hosts for door in host.doors()])
    for host in hosts:
        may_listen = " ".join(map(str, [host.ssh, *host.people, *host.private]))
        print("".join(field + "\x1f" for field in [host.name, *host.verdict(opened, hosts), may_listen]))


main()
