"""etcd's JSON gateway (v3): leases, and transactions on a few small keys. One instance a thread."""

from __future__ import annotations

import base64
import http.client
import json
import ssl
from dataclasses import dataclass
from typing import Any


class Unreachable(Exception):
    """No member answers, or none that has a majority."""


class Expired(Exception):
    """The lease has run out: its keys are gone."""


@dataclass(frozen=True)
class Value:
    """What a key holds, and by which lease (0: none); created and revision are etcd's revisions."""

    text: str
    created: int
    revision: int
    lease: int


class Etcd:
    def __init__(self, endpoints: list[str], context: ssl.SSLContext | None, timeout: float) -> None:
        """endpoints: HOST:PORT, the nearest first. timeout: seconds a member. No context: plain HTTP, for tests."""
        self.endpoints, self.context, self.timeout = list(endpoints), context, timeout
        self.connection: http.client.HTTPConnection | None = None

    def grant(self, seconds: int) -> int:
        return int(self._call("lease/grant", {"TTL": seconds})["ID"])

    def keep_alive(self, lease: int) -> None:
        if int(self._call("lease/keepalive", {"ID": lease})["result"].get("TTL", 0)) <= 0:
            raise Expired

    def revoke(self, lease: int) -> None:
        self._call("lease/revoke", {"ID": lease})

    def read(self, prefix: str) -> dict[str, Value]:
        """All keys that begin so, as a majority knows them."""
        answer = self._call("kv/range", {"key": _encoded(prefix), "range_end": _encoded(prefix[:-1] + chr(ord(prefix[-1]) + 1))})
        return {_decoded(kv["key"]): Value(_decoded(kv.get("value", "")), int(kv["create_revision"]), int(kv["mod_revision"]),
                                           int(kv.get("lease", 0))) for kv in answer.get("kvs", [])}

    def put(self, writes: dict[str, tuple[str, int]], unless_changed: dict[str, int] | None = None) -> bool:
        """Writes all of them, by these leases, if each of the other keys is at that revision (0: is not there)."""
        compare = [{"key": _encoded(key), "target": "MOD", "result": "EQUAL", "mod_revision": revision}
                   for key, revision in (unless_changed or {}).items()]
        success = [{"request_put": {"key": _encoded(key), "value": _encoded(text), "lease": lease}}
                   for key, (text, lease) in writes.items()]
        return bool(self._call("kv/txn", {"compare": compare, "success": success}).get("succeeded", False))

    def lead_elsewhere(self) -> bool:
        """Whether the nearest member led, and another one does now: a lost leader costs an election before any lease ends."""
        status = self._call("maintenance/status", {})
        if status["header"]["member_id"] != status["leader"]:
            return False
        others = [member["ID"] for member in self._call("cluster/member/list", {})["members"] if member["ID"] != status["leader"]]
        for other in others:
            try:
                self._call("maintenance/transfer-leadership", {"targetID": other})
                return True
            except Unreachable:
                pass  # that one is away
        return False

    def _call(self, path: str, message: dict[str, Any]) -> dict[str, Any]:
        troubles = []
        for _ in range(len(self.endpoints) + 1):
            kept = self.connection is not None
            try:
                return self._ask(path, json.dumps(message))
            except (OSError, http.client.HTTPException, ValueError, KeyError) as trouble:
                self.close()
                if not kept:  # a kept connection may just be an old one
                    troubles.append(f"{self.endpoints[0]}: {trouble}")
                    self.endpoints.append(self.endpoints.pop(0))
        raise Unreachable("; ".join(troubles))

    def _ask(self, path: str, body: str) -> dict[str, Any]:
        if self.connection is None:
            host, port = self.endpoints[0].rsplit(":", 1)
            self.connection = (http.client.HTTPSConnection(host, int(port), timeout=self.timeout, context=self.context)
                               if self.context else http.client.HTTPConnection(host, int(port), timeout=self.timeout))
        self.connection.request("POST", "/v3/" + path, body, {"Content-Type": "application/json"})
        answer = self.connection.getresponse()
        told: dict[str, Any] = json.loads(answer.read())
        if answer.status == 404 or "lease not found" in str(told.get("error", "")):
            raise Expired
        if answer.status != 200 or "error" in told:
            raise ValueError(told.get("error", answer.status))
        return told

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None


def _encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def _decoded(text: str) -> str:
    return base64.b64decode(text).decode()
