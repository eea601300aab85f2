# shellcheck shell=bash
# ./deploy.sh remove: one host less.

# shellcheck source=provisioning/deploy/members.sh
source "$verbs/members.sh"

remove_usage() {
  cat <<'TEXT'
usage: ./deploy.sh remove HOST [--fenced] [--accept-outage] [--inventory FILE] [--dry-run]

Takes HOST out of the inventory while the others serve: nobody is sent there any more,
its application and nginx are stopped and not started at a boot, and the others'
applications are restarted one after the other, so that none waits for it. Its rows stay
on its disk. Refused for the writer, and while another host is not ready.

  --fenced         HOST cannot be reached, and you made sure that nobody else reaches it
  --accept-outage  people come in at HOST; they come in at the first of the others then
TEXT
}

run_remove() {
  flags=(--fenced --accept-outage) max_arguments=1 fenced='' accept_outage=''
  parse_options "$@"
  read_inventory
  choose_host
  ((${#hosts[@]} > 1)) || fail "$host is the only host" "$EXIT_OUTAGE"
  [[ $host != "$writer" ]] || fail "$host is the writer; make another one the writer first, with ./deploy.sh promote HOST" "$EXIT_OUTAGE"
  step "Asking $(list_hosts)" gather_facts
  refuse_to_remove
  refuse_if_locked
  without_host
  change "Locking ${serving[*]}" take_lock "remove $host"
  if [[ $dry_run ]]; then
    printf 'would: take %s out of %s, stop what runs there, provision %s, and restart their applications one after the other\n' \
      "$host" "$inventory_file" "${serving[*]}"
    return
  fi
  cp -- "$work/without" "$inventory_file"
  printf '%s has no %s any more.\n' "$inventory_file" "$host"
  provision_files --tags nginx
  if [[ ! $lost ]]; then
    step "$host: stopping what runs there" on "$host" retire
  fi
  provision_files
  restart_all
  on_all log_line "remove - by $(whoami_where): $host"
  tell
}

refuse_to_remove() {
  lost=''
  if is_member_of_etcd "$host"; then
    fail "$host is one of the three whose majority decides who writes; set isuumo_failover: false, ./deploy.sh provision, remove it, and set it to true again" "$EXIT_OUTAGE"
  fi
  serving_are_all_but "$host"
  need_all_but "$host"
  if [[ ${result[$host]} != 0 ]]; then
    explain "$host" "${result[$host]}"
    [[ $fenced ]] || fail "$problem. If nobody else reaches it either: --fenced" "$problem_code"
    lost=1
  elif [[ $(fact "$host" balancer_state) && ! $accept_outage ]]; then
    fail "people come in at $host; set isuumo_front_host to another one, provision, and let them come there first. Or add --accept-outage" "$EXIT_OUTAGE"
  fi
}

# Into hosts those that stay, into inventory_file the file that names HOST, into $work/without what it will be: tried before
# anything is touched.
without_host() {
  local named
  inventory_file=$(python3 "$verbs/members.py" find "$host" "$inventory" 2>"$work/problem") \
    || fail "$(last_line "$work/problem")" "$EXIT_NO_INVENTORY"
  python3 "$verbs/members.py" without "$host" "$inventory_file" >"$work/without"
  named=$(names_with "$work/without")
  [[ $named == "${serving[*]}" ]] \
    || fail "$inventory_file cannot be left without $host by taking its lines out: that would name ${named:-nobody}. Take it out by hand, then ./deploy.sh provision" "$EXIT_NO_INVENTORY"
  hosts=("${serving[@]}")
}

# The hosts, if the inventory's file were this one.
names_with() { # FILE
  local copy=$work/inventory
  rm -rf -- "$copy"
  cp -R -- "$inventory" "$copy"
  if [[ -d $copy ]]; then
    cp -- "$1" "$copy/${inventory_file#"$inventory"/}"
  else
    cp -- "$1" "$copy"
  fi
  ANSIBLE_CONFIG=$root/provisioning/ansible.cfg ansible-inventory -i "$copy" --list 2>/dev/null \
    | python3 "$verbs/members.py" names 2>/dev/null || true
}
