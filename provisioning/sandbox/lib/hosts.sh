# The hosts: made, switched on and off, and removed.
# shellcheck shell=bash

run_up() {
  if ! is_built || [[ $(missing_tools) ]]; then
    run_build
  fi
  lock
  if [[ -e $state/net || -e $state/hosts ]]; then
    fail "a sandbox is up in $state, or was not taken down; first: sandbox.sh down"
  fi
  step "Starting ${hosts[*]}" start_all
  printf 'Inventory: %s\n' "$state/inventory.yml"
}

start_all() {
  local host
  mkdir -p -- "$sockets"
  make_network
  make_keys
  for host in "${hosts[@]}"; do
    make_disk "$host"
  done
  make_tls
  write_ssh_config
  write_inventory
  for host in "${hosts[@]}"; do
    switch_on "$host"
  done
  for host in "${hosts[@]}"; do
    await_host "$host"
  done
}

make_keys() {
  mkdir -p -- "$state/ssh"
  [[ -e $state/ssh/id_ed25519 ]] || ssh-keygen -q -t ed25519 -N '' -C sandbox -f "$state/ssh/id_ed25519"
  : >"$state/ssh/known_hosts"
}

# What tells one host from another; the rest is the shared root below.
make_disk() { # HOST
  local disk=$state/hosts/$1 key
  mkdir -p -- "$disk"/{root,work} "$disk"/upper/etc/ssh "$disk"/upper/home/deploy/.ssh
  ssh-keygen -q -t ed25519 -N '' -C "root@$1" -f "$disk/upper/etc/ssh/ssh_host_ed25519_key"
  printf '%s\n' "$1" >"$disk/upper/etc/hostname"
  printf '127.0.0.1 localhost\n127.0.1.1 %s\n' "$1" >"$disk/upper/etc/hosts"
  cp -- "$state/ssh/id_ed25519.pub" "$disk/upper/home/deploy/.ssh/authorized_keys"
  chmod 0700 -- "$disk/upper/home/deploy/.ssh"
  chown -R 1000:1000 -- "$disk/upper/home/deploy"
  key=$(cut -d ' ' -f 1,2 "$disk/upper/etc/ssh/ssh_host_ed25519_key.pub")
  printf '%s,%s %s\n' "$1" "${address[$1]}" "$key" >>"$state/ssh/known_hosts"
}

write_ssh_config() {
  local host
  for host in "${hosts[@]}"; do
    printf 'Host %s\n  HostName %s\n' "$host" "${address[$host]}"
  done >"$state/ssh_config"
  cat >>"$state/ssh_config" <<TEXT
Host ${hosts[*]} $subnet.*
  User deploy
  IdentityFile "$state/ssh/id_ed25519"
  IdentitiesOnly yes
  UserKnownHostsFile "$state/ssh/known_hosts"
  StrictHostKeyChecking yes
TEXT
}

write_inventory() {
  local host
  {
    printf 'isuumo:\n  hosts:\n'
    for host in "${hosts[@]}"; do
      printf '    %s:\n      ansible_host: %s\n      private_address: %s\n' "$host" "${address[$host]}" "${address[$host]}"
    done
    cat <<TEXT
  vars:
    isuumo_writer: isu1
    mysql_flavor: $flavor
    isuumo_lease_millis: 2000
    isuumo_profile: $profile
    isuumo_failover: ${SANDBOX_FAILOVER:-false}
    ansible_user: deploy
    ansible_python_interpreter: /usr/bin/python3
    ansible_control_path_dir: $sockets
    ansible_ssh_common_args: -F '$state/ssh_config'
TEXT
    if [[ $profile == public ]]; then
      printf '    isuumo_tls_certificate: %s\n    isuumo_tls_key: %s\n' "$state/tls/site.pem" "$state/tls/site.key"
      # The tests' people all come from one address, the control host's.
      printf '    isuumo_limit_%s: {rate: 2000r/s, burst: 2000}\n' reads sends operations
    fi
  } >"$state/inventory.yml"
}

# The loop takes the lock along until it is in its cgroup: a down that waits for the lock then finds it.
switch_on() { # HOST
  local disk=$state/hosts/$1 root
  root=$(root_dir)
  (
    enter_cgroup "$1"
    apply_limits "$1"
    exec 9>&-
    exec setsid unshare --mount -- "$sandbox/lib/host-loop.sh" "$1" "$disk" "$root" "$repository" "$state/net/$1"
  ) </dev/null >>"$disk/console.log" 2>&1 &
  await 10 is_populated "$1" || fail "$1 did not start; its console is $disk/console.log"
}

await_host() { # HOST
  await 60 answers_ssh "$1" || {
    tail -n 20 -- "$state/hosts/$1/console.log" >&2
    fail "$1 did not answer on ssh within 60 s; its console is $state/hosts/$1/console.log"
  }
}

# Answers, and systemd has started everything.
answers_ssh() { # HOST
  is_populated "$1" || fail "$1 ended while starting; its console is $state/hosts/$1/console.log"
  on_control ssh -F "$state/ssh_config" -o ConnectTimeout=2 -o BatchMode=yes "$1" \
    'systemctl is-system-running --wait >/dev/null' </dev/null 2>/dev/null
}

# Process 1 of the host, as this machine numbers it.
leader() { # HOST
  local pid
  while read -r pid; do
    if grep -qsE '^NSpid:.*[[:space:]]1$' "/proc/$pid/status"; then
      printf '%s\n' "$pid"
      return
    fi
  done < <(cgroup_pids "$1" | sort -n)
  return 1
}

run_exec() { # HOST CMD...
  local pid
  need_host "${1:-}"
  (($# > 1)) || fail "exec needs a command, such as: sandbox.sh exec $1 systemctl status" 2
  need_up
  pid=$(leader "$1") || fail "$1 is off; switch it on with: sandbox.sh start $1"
  # The outer shell stays, instead of a nsenter that forks: a host that goes down stops all its processes for a moment;
  # that nsenter would stop itself with its child, for good, and the host wait for ever for the child to be reaped.
  exec env -i TERM="${TERM:-dumb}" HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    nsenter --target "$pid" --mount --uts --ipc --net --pid --cgroup --root --no-fork -- \
    sh -c 'sh -c '\''cd && exec "$@"'\'' exec "$@"; exit' exec "${@:2}"
}

# The cable first: a host without power sends no last word.
run_kill() { # HOST
  need_host "${1:-}"
  need_up
  lock
  on_control ip link set "$1" down
  remove_cgroup "$1"
}

run_start() { # HOST
  need_host "${1:-}"
  need_up
  lock
  ! is_populated "$1" || fail "$1 is on already"
  on_control ip link set "$1" up
  step "Starting $1" start_one "$1"
}

start_one() { # HOST
  switch_on "$1"
  await_host "$1"
}

run_status() {
  local host
  need_up
  for host in "${hosts[@]}"; do
    printf '%s  %-12s %s\n' "$host" "${address[$host]}" "$(is_populated "$host" && printf on || printf off)"
  done
  list_faults
  list_limits
}

run_down() {
  local host
  [[ $(readlink /proc/self/ns/net) != "$(control_namespace)" ]] || fail 'down runs on the machine, not on the control host'
  mkdir -p -- "$state"
  exec 9>"$state/lock"
  flock --wait 120 9 || fail "another sandbox.sh holds $state/lock; end it first"
  for host in control "${hosts[@]}"; do
    remove_cgroup "$host"
  done
  remove_network
  rm -rf -- "$state"/{hosts,limits,net,ssh,tls,ssh_config,inventory.yml,subnet,system} "$sockets"
  rm -f -- "$state/lock"
  rmdir --ignore-fail-on-non-empty -- "$state"
}

control_namespace() {
  nsenter --net="$state/net/control" -- readlink /proc/self/ns/net 2>/dev/null || printf none
}

run_purge() {
  run_down
  [[ -z $(find /sys/fs/cgroup -maxdepth 6 -type d -name 'isuumo-sandbox-*-isu[123]' -print -quit) ]] \
    || fail "another sandbox is up and may stand on $cache; take it down first"
  rm -rf -- "$cache"
  rmdir --ignore-fail-on-non-empty -- "$state" 2>/dev/null || true
}
