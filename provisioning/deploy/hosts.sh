# shellcheck shell=bash
# The hosts, as the inventory names them, and how to run something on them.

# Into hosts, writer, profile, secrets (their directory), address[HOST] (private), target[HOST] (user@address) and ssh_arguments[HOST].
read_inventory() {
  local json fields line
  hosts=() writer='' profile=''
  inventory=${inventory:-$root/provisioning/inventory.yml}
  [[ -e $inventory ]] || fail "there is no inventory $inventory; name one with --inventory FILE" "$EXIT_NO_INVENTORY"
  inventory=$(realpath -- "$inventory")
  command -v ansible-inventory >/dev/null \
    || fail 'ansible-inventory is not installed here; install ansible (apt install ansible)'
  work=$(mktemp -d "${XDG_RUNTIME_DIR:-/tmp}/isuumo.XXXXXX")
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  json=$work/inventory.json
  ANSIBLE_CONFIG=$root/provisioning/ansible.cfg ansible-inventory -i "$inventory" --list >"$json" 2>"$work/problem" \
    || fail "the inventory $inventory cannot be read: $(last_line "$work/problem")" "$EXIT_NO_INVENTORY"
  cat -- "$verbs"/host/*.sh >"$work/agent"
  python3 "$verbs/inventory.py" <"$json" >"$work/hosts" 2>"$work/problem" \
    || fail "the inventory $inventory cannot work: $(last_line "$work/problem")" "$EXIT_NO_INVENTORY"

  declare -gA address=() target=() ssh_arguments=()
  while IFS= read -r line; do
    IFS=$'\x1f' read -ra fields <<<"$line"
    if ((${#fields[@]} == 1)); then
      if [[ ! $writer ]]; then
        writer=${fields[0]}
      elif [[ ! $profile ]]; then
        profile=${fields[0]}
      else
        secrets=${fields[0]:-$root/provisioning/secrets}
      fi
      continue
    fi
    hosts+=("${fields[0]}")
    address[${fields[0]}]=${fields[1]}
    target[${fields[0]}]=${fields[2]}
    ssh_arguments[${fields[0]}]=$(printf '%s\x1f' "${fields[@]:3}")
  done <"$work/hosts"
}

last_line() { # FILE
  { grep -v '^[[:space:]]*$' -- "$1" || true; } | tail -n 1
}

# Runs before the script ends, however it ends: first what the verb has to put right (before_exit may set status).
clean_up() {
  local status=$? host
  trap - EXIT
  end_step_line
  if declare -F before_exit >/dev/null; then
    before_exit
  fi
  for host in "${hosts[@]}"; do
    if [[ -S $work/$host.ssh ]]; then
      ssh -o ControlPath="$work/$host.ssh" -O exit -- "${target[$host]}" 2>/dev/null || true
    fi
  done
  rm -rf -- "$work"
  exit "$status"
}

# One connection a host for the whole run. Asks nothing: whom to trust and which key to use is in the user's own ssh
# configuration or in the inventory.
remote() { # HOST COMMAND
  local own=()
  mapfile -d $'\x1f' -t own < <(printf %s "${ssh_arguments[$1]}")
  ssh -o BatchMode=yes -o ConnectTimeout="${connect_seconds:-10}" -o ServerAliveInterval=5 -o ServerAliveCountMax=3 -o LogLevel=ERROR \
    -o ControlMaster=auto -o ControlPersist=60 -o ControlPath="$work/$1.ssh" \
    ${own[@]+"${own[@]}"} -- "${target[$1]}" "$2" 2>"$work/$1.err"
}

# Runs a function of host/*.sh as root on a host: host_VERB ARGUMENTS.
try_on() { # HOST VERB ARGUMENTS...
  local host=$1 words
  words=$(quoted "$host" "${address[$host]}" "${address[$writer]}" "${@:2}")
  remote "$host" "sudo -n true 2>/dev/null || exit $EXIT_NO_SUDO; exec sudo -n bash -s -- $words" <"$work/agent"
}

# For any login shell on the other side.
quoted() { # WORDS...
  local word
  for word; do
    printf "'%s' " "${word//\'/\'\\\'\'}"
  done
}

# The same, and a failure ends this script.
on() { # HOST VERB ARGUMENTS...
  local code=0
  try_on "$@" || code=$?
  fail_if "$1" "$code"
}

# With what the host said last, unless it did what it was to do.
fail_if() { # HOST EXIT_CODE
  if (($2)); then
    explain "$1" "$2"
    printf '\n' >&2
    sed '$d' -- "$work/$1.err" >&2 # what it said before its last line, such as the server's log
    fail "$problem" "$problem_code"
  fi
}

# On all hosts at once; what each printed is in $work/HOST.out. Ends this script if it failed on one.
on_all() { # VERB ARGUMENTS...
  try_on_all "$@"
  for_all_or_fail
}

# The exit codes are in result[HOST].
try_on_all() { # VERB ARGUMENTS...
  local host
  local -A running=()
  declare -gA result=()
  for host in "${hosts[@]}"; do
    try_on "$host" "$@" >"$work/$host.out" &
    running[$host]=$!
  done
  for host in "${hosts[@]}"; do
    result["$host"]=0
    wait "${running[$host]}" || result["$host"]=$?
  done
}

for_all_or_fail() {
  local host problems=() first=0
  for host in "${hosts[@]}"; do
    if [[ ${result[$host]} != 0 ]]; then
      explain "$host" "${result[$host]}"
      problems+=("$problem")
      ((first)) || first=$problem_code
    fi
  done
  if ((first)); then
    fail "$(join_lines "${problems[@]}")" "$first"
  fi
}

join_lines() { # WORDS...
  local IFS=$'\n'
  printf '%s' "$*"
}

# Why a command failed on a host, in a sentence and an exit code: into problem and problem_code.
explain() { # HOST EXIT_CODE
  local said
  said=$(last_line "$work/$1.err")
  if grep -q 'No space left on device' "$work/$1.err"; then
    problem_code=$EXIT_DISK_FULL
    problem="$1's disk is full: $(grep -m 1 'No space left on device' "$work/$1.err")"
    return
  fi
  problem_code=$2
  case $2:$said in
    255:*"Permission denied"*)
      problem_code=$EXIT_WRONG_KEY
      problem="$1 refuses the ssh key for ${target[$1]} ($said); set ansible_user or ansible_ssh_private_key_file in $inventory, or add the key there"
      ;;
    255:*"Host key verification failed"*)
      problem_code=$EXIT_UNREACHABLE
      problem="$1's host key is not the one known here, or not known; check it, then connect once by hand: ssh ${target[$1]}"
      ;;
    255:*)
      problem_code=$EXIT_UNREACHABLE
      problem="$1 cannot be reached as ${target[$1]}: ${said:-the connection broke}"
      ;;
    "$EXIT_NO_SUDO":*)
      problem="$1 wants a password for sudo; let ${target[$1]%@*} use sudo without one (NOPASSWD in /etc/sudoers.d)"
      ;;
    *) problem="$1: ${said:-failed with exit code $2}" ;;
  esac
}

# What every host tells of itself, into facts[HOST,NAME].
gather_facts() {
  local host name value
  declare -gA facts=()
  try_on_all facts
  for host in "${hosts[@]}"; do
    while IFS='=' read -r name value; do
      facts["$host,$name"]=$value
    done <"$work/$host.out"
  done
}

fact() { # HOST NAME
  printf '%s' "${facts["$1,$2"]-}"
}

gather_facts_or_fail() {
  gather_facts
  for_all_or_fail
}

list_hosts() {
  local list
  printf -v list '%s, ' "${hosts[@]}"
  printf %s "${list%, }"
}
