"""Whether a new release answers people as it should, before the next host gets it."""

from __future__ import annotations

import shlex
import time
from collections import Counter

from . import terminal
from .failure import Exit, need
from .fleet import STEPS, Fleet
from .inventory import Host

# A host that gets requests again is watched for so long, and may answer that much more of them with errors than any other: one
# that loses its lease for a moment refuses some.
WATCH_SECONDS, MORE_ERRORS = 5, 0.01

# As --differs names them; ../host/contract.py asks each.
ENDPOINTS = ["/api/chair/{id}", "/api/chair/search", "/api/chair/low_priced", "/api/chair/search/condition",
             "/api/estate/{id}", "/api/estate/search", "/api/estate/low_priced", "/api/estate/search/condition", "/api/estate/nazotte",
             "/api/recommended_estate/{id}"]


def checked(differs: str) -> list[str]:
    endpoints = [endpoint for endpoint in differs.split(",") if endpoint]
    for endpoint in endpoints:
        need(endpoint in ENDPOINTS, f"--differs names {endpoint}, which is none of the endpoints that are read: {' '.join(ENDPOINTS)}", Exit.USAGE)
    return endpoints


def answers(fleet: Fleet, host: Host, order: list[Host], differing: list[str]) -> None:
    """Nobody is sent to this host yet, if there are others."""
    peer = to_compare_with(host, order)
    terminal.change(f"{host}: comparing its answers with the contract{f' and with those of {peer}' if peer else ''}",
                    ask_contract, fleet, host, peer, differing)


def to_compare_with(host: Host, order: list[Host]) -> Host | None:
    """The next one, which runs the release before; for the last, the one before, which was compared itself. Nobody where none
    serves."""
    place = order.index(host)
    return next((later for later in order[place + 1:] if later["health"] == "ready"), order[place - 1] if place else None)


def ask_contract(fleet: Fleet, host: Host, peer: Host | None, differing: list[str]) -> None:
    program = fleet.work / "contract"
    program.write_text("".join((STEPS / name).read_text() for name in ("connect.py", "contract.py")))
    words = [host.name, host.address, peer.name if peer else "", peer.address if peer else "", *differing]
    with open(program, "rb") as stream:
        fleet.out_of(host, fleet.end(host, fleet.start(host, f"exec python3 - {shlex.join(words)}", stream)))


def errors(fleet: Fleet, host: Host) -> None:
    terminal.change(f"{host}: watching its errors for {WATCH_SECONDS} s", watch, fleet, host)


def watch(fleet: Fleet, host: Host) -> None:
    started = time.monotonic()
    requests_before, errors_before = counted(fleet)
    time.sleep(WATCH_SECONDS)
    requests, errors = counted(fleet)
    requests.subtract(requests_before)
    errors.subtract(errors_before)
    shares = {each: errors[each.address] / max(1, requests[each.address]) for each in fleet.hosts}
    most = max((share for each, share in shares.items() if each is not host), default=0)
    need(shares[host] <= most + MORE_ERRORS,
         f"{host} answered {errors[host.address]} of {requests[host.address]} requests with errors or not at all within "
         f"{time.monotonic() - started:.0f} s, {100 * shares[host]:.2f} %; the others {100 * most:.2f} % at most. "
         "See journalctl --unit isuumo there")


def counted(fleet: Fleet) -> tuple[Counter[str], Counter[str]]:
    """Requests and errors by address: what each application counts, and what each nginx got no answer to."""
    requests: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    for host, told in fleet.on_all("errors").items():
        for kind, *words in map(str.split, told.splitlines()):
            address = words[0] if kind == "unanswered" else host.address
            if kind != "errors":
                requests[address] += int(words[-1])
            if kind != "requests":
                errors[address] += int(words[-1])
    return requests, errors
