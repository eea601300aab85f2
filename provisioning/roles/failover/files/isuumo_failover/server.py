"""What the agent says to this host's server, as one of the hosts: with a proof that it knows their secret."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any

TIMEOUT_SECONDS = 1.0


@dataclass(frozen=True)
class Told:
    """The mandate that the server holds, whether it is in office, and its clock (nanoseconds, comparable with its own only)."""

    number: int
    writer: str
    office: bool
    clock: int


class Server:
    def __init__(self, host: str, address: str, port: int, secret: str) -> None:
        self.host, self.base, self.secret = host, f"http://{address}:{port}", secret.encode()

    def tenure(self, number: int, after: int, millis: int) -> Told | None:
        """As the writer since that change it may answer until so long after its own clock said so; 0 asks only. None: no answer."""
        told = self._ask("/cluster/tenure", {"number": number, "after": after, "millis": millis})
        return Told(told["number"], told["writer"], told["office"], told["clock"]) if told else None

    def hear(self, number: int, writer: str) -> bool:
        """It is told that another host writes."""
        return self._ask("/cluster/mandate", {"number": number, "writer": writer}) is not None

    def _ask(self, path: str, message: dict[str, Any]) -> dict[str, Any] | None:
        nonce = secrets.token_hex(16)
        words = "\n".join(["question", self.host, nonce, "POST", path])
        proof = hmac.new(self.secret, words.encode(), hashlib.sha256).hexdigest()
        headers = {"Content-Type": "application/json", "Isuumo-Host": f"{self.host} {nonce} {proof}"}
        request = urllib.request.Request(self.base + path, json.dumps(message).encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
                told: dict[str, Any] = json.load(answer)
                return told
        except (OSError, ValueError):
            return None
