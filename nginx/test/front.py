"""nginx in front of one host's real app, until its input ends; called by ./run front APP_PORT SITE DATA [PROFILE]."""

import sys
from pathlib import Path

from configuration import HOSTS, UNLIMITED
from rig import CONTEST, Rig, claimed_port
from server import Nginx, until

HOST = "isu1"


def main() -> int:
    nginx, modules, haproxy, work = (Path(argument) for argument in sys.argv[1:5])
    app_port, site_root, data_root, profile = int(sys.argv[5]), sys.argv[6], sys.argv[7], (sys.argv[8:] or [CONTEST])[0]
    work = work / f"front-{app_port}"
    Rig.configure(nginx, modules, haproxy, work, profile)
    # Tests ask more than any client may.
    variables = UNLIMITED | {
        "isuumo_profile": profile,
        "groups": {"isuumo": [HOST]},
        "hostvars": {HOST: {"private_address": HOSTS[HOST]}},
        "isuumo_app_port": app_port,
        "isuumo_site_root": site_root,
        "isuumo_data_root": data_root,
        # The app may share a busy machine with other tests.
        "isuumo_time_scale": 20,
    }
    # In public port 80 only sends people on.
    claims = [claimed_port() for _ in range(1 if profile == CONTEST else 2)]
    port = claims[0][0]
    ports = {"80": claims[-1][0], "443": port, "http": 0, "https": 0}
    server = Nginx(HOST, nginx, work, ports, {}, variables)
    server.start()
    try:
        until(server.listens, "it listens")
        # The second line: by whom the certificate is signed, for localhost and 127.0.0.1.
        print(f"ready: {port}" + (f"\ncertificates: {work}/tls/ca.pem" if Rig.tls else ""), flush=True)
        sys.stdin.read()
    finally:
        server.stop()
        for _, claim in claims:
            claim.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
