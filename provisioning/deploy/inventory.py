#!/usr/bin/env python3
"""Reads what ansible-inventory --list prints, and prints what deploy.sh needs of it: a line with the writer, one with the
profile, one with secrets_dir, then a line a host with its name, private address, user@address and ssh's options. Each field ends with a unit separator. An inventory
that cannot work: one line on standard error that says why, and exit code 1."""

import ipaddress
import json
import re
import shlex
import sys

MOST_HOSTS = 9
NAME = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?")  # of a file, of nginx's upstreams, and in the applications' settings
EXAMPLE_ADDRESSES = ("192.0.2.", "198.51.100.")  # RFC 5737: for documentation only, no host has one


def refuse(why):
    sys.exit(why)


def needed(variables, host, name):
    value = variables.get(name)
    if value is None:
        refuse(f"{host} has no {name}")
    if "{{" in str(value):
        refuse(f"{host}'s {name} is a template, {value}; only ansible-playbook can fill it in, so write the value itself")
    return str(value)


def ssh_options(variables):
    options = []
    if port := variables.get("ansible_port") or variables.get("ansible_ssh_port"):
        options += ["-p", str(port)]
    if key := variables.get("ansible_ssh_private_key_file") or variables.get("ansible_private_key_file"):
        options += ["-i", key, "-o", "IdentitiesOnly=yes"]
    for name in ("ansible_ssh_common_args", "ansible_ssh_extra_args"):
        options += shlex.split(variables.get(name) or "")
    return options


def checked_private_address(host, variables):
    text = needed(variables, host, "private_address")
    try:
        ipaddress.IPv4Address(text)
    except ValueError:
        refuse(f"{host}'s private_address is \"{text}\"; it is an IPv4 address without a port, such as 10.0.0.11")
    return text


def checked_ssh_address(host, text):
    """A name, or an address of either kind."""
    if re.fullmatch(r"[A-Za-z0-9._-]+", text):
        return text
    try:
        return str(ipaddress.IPv6Address(text))
    except ValueError:
        refuse(f"{host}'s ansible_host is \"{text}\"; it is a name or an address alone, and a port goes into ansible_port")


def host_line(host, variables):
    if not NAME.fullmatch(host):
        refuse(f"a host is called \"{host}\"; names have lower case letters, digits and hyphens, such as isu1")
    address = checked_ssh_address(host, str(variables.get("ansible_host") or host))
    if address.startswith(EXAMPLE_ADDRESSES):
        refuse(f"{host} still has the example's address, {address}; put your hosts' addresses in")
    user = variables.get("ansible_user") or variables.get("ansible_ssh_user")
    target = f"{user}@{address}" if user else address
    return [host, checked_private_address(host, variables), target, *ssh_options(variables)]


def main():
    inventory = json.load(sys.stdin)
    hosts = inventory.get("isuumo", {}).get("hosts", [])
    if not hosts:
        refuse("it has no host in the group isuumo")
    if len(hosts) > MOST_HOSTS:
        refuse(f"it has {len(hosts)} hosts in the group isuumo, and this works for up to {MOST_HOSTS}")
    variables = {host: inventory.get("_meta", {}).get("hostvars", {}).get(host, {}) for host in hosts}
    writer = needed(variables[hosts[0]], hosts[0], "isuumo_writer")
    if writer not in hosts:
        refuse(f"isuumo_writer is {writer}, which is none of its hosts: {', '.join(hosts)}")
    profile = needed(variables[hosts[0]], hosts[0], "isuumo_profile")
    if profile not in ("public", "contest"):
        refuse(f"isuumo_profile is {profile}; it is public or contest")
    secrets = str(variables[hosts[0]].get("secrets_dir") or "")
    lines = [[writer], [profile], [secrets], *(host_line(host, variables[host]) for host in hosts)]
    for line in lines:
        print("".join(field + "\x1f" for field in line))


main()
