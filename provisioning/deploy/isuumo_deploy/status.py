"""What runs where; and what an interrupted command left."""

from __future__ import annotations

from . import table, terminal
from .cli import Options, argument, verb

from .fleet import Fleet, fail_for

@verb()
def status(fleet: Fleet, options: Options) -> int:
    """Prints a line a host: its role, the commit that the last deploy left, the commit
    that its /version tells (with "(!)" if that is another), since when it runs,
    /healthz, and how far its database is behind the writer's. Changes nothing.
    Exit code 0 only if every host is ready, as expected, and follows the writer."""
    code = table.show(fleet)
    for host in fleet.hosts:
        if host["lock"]:
            print(f"{host} is locked by {host['lock']}")
        if host["failover_state"] and not host["failover_state"].endswith("takes over if it is lost"):
            print(f"{host} says: {host['failover_state']}")
    fail_for(host.failure for host in fleet.hosts if host.failure)
    return code

@verb(argument("REASON", "goes into revisions.log"))
def unlock(fleet: Fleet, options: Options) -> None:
    """Takes away the lock on every host, whoever holds it; makes nginx use a host again
    that was being restarted; removes a release that was not unpacked whole. Make sure
    that the command that took the lock is gone. It switches no release: deploy or
    rollback makes all hosts alike again."""
    terminal.step(f"Asking {fleet}", fleet.look_or_fail)
    locked = [host for host in fleet.hosts if host["lock"]]
    for host in locked:
        print(f"{host}: locked by {host['lock']}")
    if locked:
        terminal.change("Taking the locks away", fleet.on_all, "break_lock", terminal.operator(), options.reason)
    else:
        print("No host is locked.")
