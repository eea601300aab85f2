# The contest's machines, slowed, and the product on them.
# shellcheck shell=bash disable=SC2154 # variables of contest and of e2e.d/common.sh

# https://github.com/isucon/isucon10-qualify: three hosts and the benchmark's.
host_mbit=1000 host_writes=200 host_memory=2g client_mbit=100 client_cores=1

members=() # the hosts of the inventory that is deployed

set_up() {
  local host
  if [[ $kept ]]; then
    shrink
    for host in "${hosts[@]}"; do # switched on anew, whatever they were like
      sandbox kill "$host"
      sandbox start "$host"
    done
  fi
  prepare
  mkdir -p -- "$clone/.local" "$project/.local/releases"
  [[ -e $clone/.local/releases ]] || ln -s -- "$project/.local/releases" "$clone/.local/releases" # built once a commit
  "$link" build
  if [[ ! $kept ]]; then
    sandbox up
    shrink
  fi
}

# Before anything is installed: nginx and the databases count processors when they start.
shrink() {
  local host
  for host in "${hosts[@]}"; do
    sandbox limit "$host" --processors 1
  done
}

slowed() { # NUMBER
  awk -v number="$1" -v slow="$slow" 'BEGIN { printf "%.4f\n", number / slow }'
}

# In whole kbit a second.
slowed_rate() { # MBIT
  printf '%dkbit\n' $(($1 * 1000 / slow))
}

limit_host() { # HOST
  local writes=$host_writes
  [[ $writes == off ]] || writes=$((writes / slow))
  sandbox limit "$1" --cores "$(slowed "$cores")" --memory "$host_memory" --rate "$(slowed_rate "$host_mbit")" \
    --writes "$writes"
}

# Not while Ansible works there: it is no part of the contest.
unlimit_host() { # HOST
  sandbox limit "$1" --cores off --memory off --rate off --writes off
}

limit_client() {
  [[ $unlimited ]] || sandbox limit control --cores "$(slowed "$client_cores")" --processors 1 \
    --rate "$(slowed_rate "$client_mbit")"
}

unlimit_client() {
  sandbox limit control off
}

# For report.py: what the machines give, slowed as they are.
write_settings() {
  printf '%s %s\n' slow "$slow" duration "$duration" crowd "$crowd" unlimited "${unlimited:-0}" \
    host_cores "$(slowed "$cores")" host_writes "$(slowed "${host_writes/off/0}")" client_cores "$(slowed "$client_cores")" \
    client_bits "$(slowed "${client_mbit}000000")" >"$results/settings"
}

# The sandbox's, with the members only, and with each time that is part of how fast a machine is as slow as the machine.
write_inventory() { # NAME=VALUE...
  local variable
  awk -v wanted=" ${members[*]} " '
    /^    [a-z0-9]+:$/ { name = $1; sub(":", "", name); skip = !index(wanted, " " name " ") }
    /^  vars:/ { skip = 0 }
    !skip && !/isuumo_lease_millis|isuumo_trusted_addresses/' "$SANDBOX_STATE/inventory.yml"
  for variable in "isuumo_lease_millis=$((2000 * slow))" "isuumo_parting_lease_millis=$((20000 * slow))" \
    "isuumo_time_scale=$slow" "$@"; do
    printf '    %s: %s\n' "${variable%%=*}" "${variable#*=}"
  done
}

# Provisions and deploys; whoever is not a member is switched off.
deployed() { # NAME HOST... VARIABLE=VALUE...
  local host word more=()
  members=() inventory=$work/$1.yml
  for word in "${@:2}"; do
    if [[ $word == *=* ]]; then more+=("$word"); else members+=("$word"); fi
  done
  write_inventory ${more[@]+"${more[@]}"} ${variables[@]+"${variables[@]}"} >"$inventory"
  for host in "${hosts[@]}"; do
    if [[ " ${members[*]} " == *" $host "* ]]; then
      is_on "$host" || sandbox start "$host"
      unlimit_host "$host"
    elif is_on "$host"; then
      sandbox kill "$host"
    fi
  done
  logged "$1: provisioning ${members[*]}" "$1-provision" deploy provision
  for host in "${members[@]}"; do
    limit_host "$host"
  done
  logged "$1: deploying, hosts slowed" "$1-deploy" deploy deploy
}

is_on() { # HOST
  sandbox status | grep "^$1 .* on$" >/dev/null
}

logged() { # SENTENCE LOG CMD...
  local started=$EPOCHREALTIME
  printf '%s ... ' "$1"
  "${@:3}" >"$results/$2.log" 2>&1 || {
    tail -n 20 -- "$results/$2.log" >&2
    printf 'contest: that failed; the whole log is %s\n' "$results/$2.log" >&2
    exit 1
  }
  printf '%s s\n' "$(seconds_since "$started")"
}

serve() {
  local host
  for host in "${members[@]}"; do
    on_host "$host" curl -fsS -m 5 http://127.0.0.1:8083/healthz >/dev/null 2>&1 || return 1
  done
}
