#!/usr/bin/env bash
# One host from power on to power off, in a mount namespace of its own: its overlay disappears with its last process.
# usage: host-loop.sh NAME DIRECTORY ROOT REPOSITORY NETWORK_NAMESPACE
set -euo pipefail

name=$1 directory=$2 root=$3 repository=$4 network=$5

# systemd-nspawn keeps notes here; not the machine's own.
mkdir -p /run/systemd
mount -t tmpfs tmpfs /run/systemd
mount -t overlay overlay -o "lowerdir=${root//[:,]/\\&},upperdir=$directory/upper,workdir=$directory/work" "$directory/root"

# 133 is how systemd-nspawn says that the host wants to reboot.
status=133
while ((status == 133)); do
  status=0
  SYSTEMD_NSPAWN_LOCK=0 SYSTEMD_NSPAWN_API_VFS_WRITABLE=network systemd-nspawn --quiet --boot --directory="$directory/root" \
    --machine="$name" --hostname="$name" --keep-unit --register=no --capability=CAP_NET_ADMIN \
    --network-namespace-path="$network" --bind-ro="$repository:/srv/apt" --resolv-conf=off --timezone=off \
    --link-journal=no --console=pipe || status=$?
done
printf '%s is off (exit code %s)\n' "$name" "$status"
