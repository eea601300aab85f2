"""The agent of automatic failover, one a host: python3 -m isuumo_failover SETTINGS [before-database], as root.

README.md of provisioning tells what it does; office.py what the hosts share, keeper.py who may write, guard.py what must be true
before another may take over, and succession.py how it does.
"""

from __future__ import annotations

import json
import logging
import ssl
import sys
import time
from pathlib import Path

import pymysql

from .database import Database
from .etcd import Etcd, Expired
from .guard import Guard
from .host import RUN, Host
from .keeper import Keeper
from .server import Server
from .succession import Succession

LOG = logging.getLogger("isuumo_failover")
ETCD_SECONDS = 1.0  # a member; the lease outlasts one that is silent
BEAT_SECONDS = 0.3


def main() -> None:
    logging.basicConfig(format="%(levelname)s %(message)s", level=logging.INFO)
    settings = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    RUN.mkdir(exist_ok=True)
    context = ssl.create_default_context(cafile=settings["authority"])
    context.load_cert_chain(settings["certificate"], settings["key"])
    host = Host(settings["host"], settings["hosts"])
    server = Server(host.name, host.addresses[host.name], settings["port"], Path(settings["secret"]).read_text(encoding="utf-8").strip())

    def etcd(members: list[str] = settings["etcd"]) -> Etcd:
        return Etcd(members, context, ETCD_SECONDS)

    own = [member for member in settings["etcd"] if member.startswith(host.addresses[host.name] + ":")]
    guard = Guard(host, etcd(), Database(), etcd(own) if own else None)
    keeper = guard.keeper = Keeper(host, server, etcd(), guard.unfit)
    succession = Succession(host, server, etcd(), Database(), keeper)
    if sys.argv[2:] == ["before-database"]:
        succession.before_database()
        return
    host.unlock()  # of one that ended half-way: it is done again
    guard.start()
    keeper.start()
    while True:
        try:
            succession.beat()
        except (pymysql.MySQLError, OSError, Expired) as trouble:
            host.say(f"its database or the network does not answer: {trouble}")
        except Exception:
            LOG.exception("a beat failed")
        time.sleep(BEAT_SECONDS)


main()
