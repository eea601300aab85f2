# The writer is lost, and nobody does anything.
# shellcheck shell=bash disable=SC2154 # variables of common.sh

failover_repetitions=${E2E_FAILOVERS:-3}

failover() {
  local number
  check 'failover is switched on' switch_failover true
  check 'another host would take over' eventually would_take_over
  for number in $(seq "$failover_repetitions"); do
    loses_power "$number"
  done
  is_cut_off
  loses_etcd
  adopt_last_writer
  check 'failover is switched off' switch_failover false
}

switch_failover() { # true or false
  sed -i '/isuumo_failover:/d' "$inventory"
  printf '    isuumo_failover: %s\n' "$1" >>"$inventory"
  provision "failover-$1"
}

failover_says() { # HOST
  on_host "$1" cat /run/isuumo-failover/state 2>/dev/null
}

# Whom etcd holds for the writer, as the hosts say.
writer_now() {
  local host
  for host in "${hosts[@]}"; do
    if [[ $(failover_says "$host") == 'this host writes'* ]]; then
      printf '%s' "$host"
    fi
  done
}

would_take_over() {
  local host
  for host in "${hosts[@]}"; do
    [[ $(failover_says "$host") == *'takes over if it is lost' ]] || return 1
  done
}

another_host_than() { # HOST
  local host
  for host in "${hosts[@]}"; do
    if [[ $host != "$1" ]]; then
      printf '%s' "$host"
      return
    fi
  done
}

loses_power() { # NUMBER
  local victim door name=power-$1
  victim=$(writer_now) door=$(another_host_than "$victim")
  start_shopper "$name" $((20000000 + $1 * 1000000)) "$door"
  sandbox kill "$victim"
  for_seconds 2
  check "$victim, which writes, loses its power, and it sells again ($1)" sells_again "$name"
  for_seconds 3
  stop_shopper
  note "writer's power lost, nobody does anything ($1): $(windows "$name")"
  sandbox start "$victim"
  check "$victim comes back as a replica" eventually would_take_over
  check "nothing acknowledged is lost ($1)" promises_kept "$name" "$(writer_now)"
}

# Its customers come elsewhere; it serves nobody from when another host may write.
is_cut_off() {
  local host victim door name
  for host in "${hosts[@]}"; do
    victim=$host name=cut-$host
    door=$(another_host_than "$victim")
    start_shopper "$name" $((50000000 + ${host#isu} * 1000000)) "$door"
    cut_from_the_others "$victim"
    for_seconds 15
    check "$victim, cut from the others, serves nobody" serves_nobody "$victim"
    check "the others sell ($name)" sells_again "$name"
    sandbox fault clear
    check "$victim is back" eventually would_take_over
    stop_shopper
    note "cut from the others: $victim: $(windows "$name")"
    check "nothing acknowledged is lost ($name)" promises_kept "$name" "$(writer_now)"
  done
}

cut_from_the_others() { # HOST
  local other
  for other in "${hosts[@]}"; do
    [[ $other == "$1" ]] || sandbox fault partition "$1" "$other"
  done
}

serves_nobody() { # HOST
  local code
  code=$(sandbox control curl -sk -o /dev/null -m 10 -w '%{http_code}' "$scheme://$(address "$1")/api/chair/low_priced") || true
  printf '%s answers %s\n' "$1" "$code"
  [[ $code == 5* || $code == 000 ]]
}

loses_etcd() {
  local host name
  for host in "${hosts[@]}"; do
    name=etcd-$host
    start_shopper "$name" $((60000000 + ${host#isu} * 1000000)) "$(another_host_than "$host")"
    sandbox fault kill9 "$host" etcd
    for_seconds 8
    stop_shopper
    check "etcd on $host is killed, and no request fails" python3 "$here/e2e.d/shopper.py" failed "$work/$name.log"
    check "nothing acknowledged is lost ($name)" promises_kept "$name" "$(writer_now)"
  done
}

adopt_last_writer() {
  local last
  last=$(writer_now)
  if [[ $last != isu1 ]]; then
    check 'provisioning refuses to overrule who writes' refused 24 "has taken the place of isu1" provision
    check "promote writes $last into the inventory" deploy promote "$last"
    check 'and isu1 becomes the writer again' deploy promote isu1
  fi
}
