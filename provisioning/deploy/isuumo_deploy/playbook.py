"""Runs Ansible, showing what changes and what fails."""

from __future__ import annotations

import re
import shutil
import subprocess
import time

from .failure import need
from .fleet import Fleet
from .inventory import ROOT, ansible_environment

LOG = ROOT / ".local/provision.log"


def run(fleet: Fleet, name: str, *arguments: str) -> int:
    """How many changes it made, or would make."""
    need(shutil.which("ansible-playbook"), "ansible-playbook is not installed here; install ansible (apt install ansible)")
    started = time.monotonic()
    LOG.parent.mkdir(exist_ok=True)
    command = ["ansible-playbook", "-i", str(fleet.inventory.path), str(ROOT / "provisioning" / name), *arguments]
    quiet = {"ANSIBLE_DISPLAY_OK_HOSTS": "no", "ANSIBLE_DISPLAY_SKIPPED_HOSTS": "no"}
    with open(LOG, "w") as log, subprocess.Popen(command, env=ansible_environment() | quiet, stdout=subprocess.PIPE,
                                                 stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            print(line, end="", flush=True)
            log.write(line)
    seconds = f"{time.monotonic() - started:.1f} s"
    need(process.returncode == 0, f"the playbook {name} failed after {seconds}; its output stands above and in {LOG}")
    changes = re.findall(r"^(\S+) *: ok=.* changed=(\d+) ", LOG.read_text(), re.MULTILINE)
    print(f"{name}: {', '.join(f'{number} changes on {host}' for host, number in changes)}, {seconds}")
    return sum(int(number) for _, number in changes)
