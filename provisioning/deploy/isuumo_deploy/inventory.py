"""What an inventory says of the hosts. One that cannot work is refused before any host is asked."""

from __future__ import annotations

import ipaddress
import json
import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .failure import Exit, Failure, need

ROOT = Path(__file__).resolve().parents[3]
MOST_HOSTS = 9
NAME = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?")  # of a file, of nginx's upstreams, and in the applications' settings
EXAMPLE_ADDRESSES = ("192.0.2.", "198.51.100.")  # RFC 5737: for documentation only, no host has one

Variables = dict[str, Any]


@dataclass(eq=False)
class Host:
    """address: the private one. target: for ssh, as ssh_options are. facts: what it told when it was asked last; failure: why it
    could not be."""

    name: str
    address: str
    target: str
    ssh_options: list[str]
    variables: Variables
    facts: dict[str, str]
    failure: Failure | None = None

    def __str__(self) -> str:
        return self.name

    def __getitem__(self, fact: str) -> str:
        return self.facts.get(fact, "")


class Inventory:
    def __init__(self, path: Path, listed: Variables):
        names = listed.get("isuumo", {}).get("hosts", [])
        need(names, "it has no host in the group isuumo")
        need(len(names) <= MOST_HOSTS, f"it has {len(names)} hosts in the group isuumo, and this works for up to {MOST_HOSTS}")
        variables = listed.get("_meta", {}).get("hostvars", {})
        common: Variables = variables.get(names[0], {})
        writer = needed(common, names[0], "isuumo_writer")
        need(writer in names, f"isuumo_writer is {writer}, which is none of its hosts: {', '.join(names)}")
        self.path = path
        self.profile = needed(common, names[0], "isuumo_profile")
        need(self.profile in ("public", "contest"), f"isuumo_profile is {self.profile}; it is public or contest")
        self.secrets = str(common.get("secrets_dir") or ROOT / "provisioning/secrets")
        self.hosts = [host_of(name, variables.get(name, {})) for name in names]
        self.writer: Host = self.hosts[names.index(writer)]


def read(path: Path) -> Inventory:
    need(path.exists(), f"there is no inventory {path}; name one with --inventory FILE", Exit.NO_INVENTORY)
    try:
        said = listed(path)
    except Failure as why:
        raise Failure(f"the inventory {path} cannot be read: {why}", Exit.NO_INVENTORY) from why
    try:
        return Inventory(path, said)
    except Failure as why:
        raise Failure(f"the inventory {path} cannot work: {why}", Exit.NO_INVENTORY) from why


def listed(path: Path) -> Variables:
    need(shutil.which("ansible-inventory"), "ansible-inventory is not installed here; install ansible (apt install ansible)")
    asked = subprocess.run(["ansible-inventory", "-i", path, "--list"], env=ansible_environment(), capture_output=True, text=True)
    need(asked.returncode == 0, last_line(asked.stderr))
    said: Variables = json.loads(asked.stdout)
    return said


def ansible_environment() -> dict[str, str]:
    return os.environ | {"ANSIBLE_CONFIG": str(ROOT / "provisioning/ansible.cfg")}


def last_line(text: str) -> str:
    return next((line for line in reversed(text.splitlines()) if line.strip()), "")


def needed(variables: Variables, host: str, name: str) -> str:
    value = variables.get(name)
    need(value is not None, f"{host} has no {name}")
    need("{{" not in str(value), f"{host}'s {name} is a template, {value}; only ansible-playbook can fill it in, so write the value itself")
    return str(value)


def host_of(name: str, variables: Variables) -> Host:
    need(NAME.fullmatch(name), f'a host is called "{name}"; names have lower case letters, digits and hyphens, such as isu1')
    address = ssh_address(name, str(variables.get("ansible_host") or name))
    need(not address.startswith(EXAMPLE_ADDRESSES), f"{name} still has the example's address, {address}; put your hosts' addresses in")
    user = variables.get("ansible_user") or variables.get("ansible_ssh_user")
    return Host(name, private_address(name, variables), f"{user}@{address}" if user else address, ssh_options(variables), variables, {})


def private_address(host: str, variables: Variables) -> str:
    text = needed(variables, host, "private_address")
    try:
        ipaddress.IPv4Address(text)
    except ValueError:
        raise Failure(f'{host}\'s private_address is "{text}"; it is an IPv4 address without a port, such as 10.0.0.11') from None
    return text


def ssh_address(host: str, text: str) -> str:
    """A name, or an address of either kind."""
    if re.fullmatch(r"[A-Za-z0-9._-]+", text):
        return text
    try:
        return str(ipaddress.IPv6Address(text))
    except ValueError:
        raise Failure(f'{host}\'s ansible_host is "{text}"; it is a name or an address alone, and a port goes into ansible_port') from None


def ssh_options(variables: Variables) -> list[str]:
    options: list[str] = []
    if port := variables.get("ansible_port") or variables.get("ansible_ssh_port"):
        options += ["-p", str(port)]
    if key := variables.get("ansible_ssh_private_key_file") or variables.get("ansible_private_key_file"):
        options += ["-i", str(key), "-o", "IdentitiesOnly=yes"]
    for name in ("ansible_ssh_common_args", "ansible_ssh_extra_args"):
        options += shlex.split(variables.get(name) or "")
    return options
