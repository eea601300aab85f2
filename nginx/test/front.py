"""nginx in front of one host's real app, until its input ends; called by ./run front."""

import sys
from pathlib import Path

from configuration import HOSTS
from rig import Rig, claimed_port
from server import Nginx, until

HOST = "isu1"


def main() -> int:
    nginx, modules, haproxy, work = (Path(argument) for argument in sys.argv[1:5])
    app_port, site_root, data_root = int(sys.argv[5]), sys.argv[6], sys.argv[7]
    work = work / f"front-{app_port}"
    Rig.configure(nginx, modules, haproxy, work)
    variables = {
        "groups": {"isuumo": [HOST]},
        "hostvars": {HOST: {"private_address": HOSTS[HOST]}},
        "isuumo_app_port": app_port,
        "isuumo_site_root": site_root,
        "isuumo_data_root": data_root,
        # The app may share a busy machine with other tests.
        "isuumo_time_scale": 20,
    }
    port, claim = claimed_port()
    server = Nginx(HOST, nginx, work, {"plain": port, "http": 0}, {}, variables)
    server.start()
    try:
        until(server.listens, "it listens")
        print(f"ready: {server.plain[1]}", flush=True)
        sys.stdin.read()
    finally:
        server.stop()
        claim.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
