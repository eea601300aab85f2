"""The hosts as provisioning/ says, and what that would change."""

from __future__ import annotations

import subprocess

from . import lock, playbook, table, terminal, tune
from .cli import Options, option, verb
from .failure import Exit, need
from .fleet import Fleet
from .inventory import ROOT, Host


@verb(option("--limit", "HOSTS", "only these, such as isu3 or isu2,isu3; another one may be away"))
def provision(fleet: Fleet, options: Options) -> None:
    """Brings the hosts to what provisioning/ says: packages, database and replication,
    nginx, the data, the server's settings and unit. On hosts that are so already it
    changes nothing. Makes the data first if sql/data is not there. Prints what
    changed; the whole log is .local/provision.log. A dry run says what would change."""
    if options.limit:
        fleet.hosts = [fleet.named(name) for name in options.limit.split(",")]
    terminal.step(f"Asking {fleet}", fleet.look_or_fail)
    lock.refuse_if_not_ours(fleet)
    limit = ["--limit", options.limit] if options.limit else []
    if options.dry_run:
        playbook.run(fleet, "site.yml", "--check", "--diff", *limit)
        return
    made = subprocess.run([ROOT / "provisioning/deploy/data.sh"]).returncode
    if made:
        raise SystemExit(made)  # it has said why
    with lock.held(fleet, "provision"):
        brought = tune.marks(fleet)
        playbook.run(fleet, "site.yml", *limit)
        tune.remember(fleet, brought)


@verb()
def diff(fleet: Fleet, options: Options) -> int:
    """Shows what ./deploy.sh provision would change on the hosts, line by line, and which
    commits ./deploy.sh deploy would bring. Changes nothing. Exit code 0 if nothing
    would change, 2 if something would."""
    terminal.step(f"Asking {fleet}", fleet.look_or_fail)
    drift = playbook.run(fleet, "site.yml", "--check", "--diff") > 0
    if drift:
        print("provision would change the hosts; see above.")
    for host in fleet.hosts:
        drift |= differs(host)
    if not drift:
        print("No drift: the hosts are as provisioning/ and this commit say.")
    return Exit.DRIFT if drift else 0


def differs(host: Host) -> bool:
    head, running = git("rev-parse", "HEAD"), table.running_commit(host)
    need(head, f"{ROOT} has no git commit to compare with")
    if running == head[:12]:
        return False
    print(f"{host} runs {running}; this commit is {head[:12]}")
    for line in git("log", "--oneline", "--no-decorate", f"{running.removesuffix('-dirty')}..{head}").splitlines()[:20]:
        print(f"  + {line}")
    return True


def git(*arguments: str) -> str:
    """What it prints; nothing where it fails."""
    return subprocess.run(["git", "-C", ROOT, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout.strip()
