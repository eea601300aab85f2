"""Whether the ssh connection that runs this comes from one of the networks in the first argument."""

import ipaddress
import os
import sys

try:
    networks = [ipaddress.ip_network(network) for network in sys.argv[1].split(",") if network]
except ValueError as error:
    sys.exit(f"isuumo_ssh_from: {error}")
here = os.environ.get("SSH_CONNECTION", "").split()[:1]  # nobody comes by ssh where the playbook runs on the host itself
if here and not any(ipaddress.ip_address(here[0]) in network for network in networks):
    sys.exit(f"isuumo_ssh_from ({sys.argv[1]}) would lock out this machine, which comes from {here[0]}; add it")
