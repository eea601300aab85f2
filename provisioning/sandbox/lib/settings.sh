# Names, paths, messages, and what the machine must offer.
# shellcheck shell=bash disable=SC2034 # the other files use them

project=$(readlink -f -- "$sandbox/../..")
state=$(realpath -m -- "${SANDBOX_STATE:-$project/.sandbox}")
cache=$(realpath -m -- "${SANDBOX_CACHE:-$project/.sandbox/cache}")
subnet=${SANDBOX_SUBNET:-10.77.0}
system=${SANDBOX_SYSTEM:-debian-12}
flavor=${SANDBOX_DATABASE:-mariadb}
profile=${SANDBOX_PROFILE:-contest}
count=${SANDBOX_HOSTS:-3}
if [[ -f $state/subnet ]]; then # what is up has its addresses, its system, its database, its profile and its hosts
  subnet=$(<"$state/subnet")
  read -r system flavor profile count <"$state/system"
fi

# Short and unlike any other sandbox's: names the cgroups and the directory of ssh's sockets.
id=isuumo-sandbox-$(printf %s "$state" | sha256sum | cut -c 1-8)
sockets=/run/$id

hosts=()
declare -A address=([control]=$subnet.1)
for number in $(seq "$count" 2>/dev/null); do
  hosts+=("isu$number")
  address[isu$number]=$subnet.1$number
done

# command -> Debian package that brings it
declare -A tools=(
  [systemd-nspawn]=systemd-container [mmdebstrap]=mmdebstrap [dpkg-scanpackages]=dpkg-dev [nft]=nftables
  [ip]=iproute2 [tc]=iproute2 [ssh]=openssh-client [rsync]=rsync [flock]=util-linux [ansible]=ansible
  [openssl]=openssl [age]=age
)

# What the hosts may run, and Debian's name for it.
declare -A suites=([debian-12]=bookworm [debian-13]=trixie)
suite=${suites[$system]:-}
mirror=${SANDBOX_MIRROR:-http://deb.debian.org/debian}
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

fail() { # MESSAGE [EXIT_CODE]
  printf 'sandbox.sh: %s\n' "$1" >&2
  exit "${2:-1}"
}

# One sentence a step, with the time it took.
step() { # SENTENCE COMMAND...
  local started=$EPOCHREALTIME
  printf '%s ... ' "$1"
  shift
  "$@"
  printf '%s s\n' "$(seconds_since "$started")"
}

seconds_since() { # EPOCHREALTIME
  local micros=$((${EPOCHREALTIME/./} - ${1/./}))
  printf '%d.%d' $((micros / 1000000)) $((micros / 100000 % 10))
}

# Polls a condition for which the kernel has no call to wait on.
await() { # SECONDS COMMAND...
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < deadline)) || return 1
    sleep 0.05
  done
}

need_machine() {
  [[ $(uname -s) == Linux ]] || fail "this is $(uname -s); the sandbox needs Linux (systemd-nspawn, network namespaces)"
  ((EUID == 0)) || fail "user $(id -un) may not make network namespaces; run it as root, such as: sudo $0"
  [[ $subnet =~ ^[0-9]{1,3}(\.[0-9]{1,3}){2}$ ]] \
    || fail "SANDBOX_SUBNET \"$subnet\" is not the first three numbers of an address, such as 10.77.0" 2
  [[ $suite ]] || fail "SANDBOX_SYSTEM \"$system\" is none of $(printf '%s\n' "${!suites[@]}" | sort | paste -sd ' ')" 2
  [[ $flavor == mariadb || $flavor == mysql && $system == debian-13 ]] \
    || fail "SANDBOX_DATABASE \"$flavor\" is neither mariadb nor, with SANDBOX_SYSTEM=debian-13, mysql" 2
  [[ $count == [1-9] ]] || fail "SANDBOX_HOSTS \"$count\" is not a number from 1 to 9" 2
  [[ $profile == contest || $profile == public ]] || fail "SANDBOX_PROFILE \"$profile\" is neither contest nor public" 2
  unshare --net --mount true 2>/dev/null \
    || fail 'this root may not make namespaces (CAP_SYS_ADMIN is missing); use a virtual machine, or a privileged container'
  grep -qw overlay /proc/filesystems || modprobe overlay 2>/dev/null \
    || fail 'the kernel has no overlay file system; load or build the module "overlay"'
  grep -qw cgroup2 /proc/self/mounts || fail 'no cgroup2 is mounted; the sandbox needs the unified or hybrid layout'
}

missing_tools() {
  local tool
  for tool in "${!tools[@]}"; do
    type -P "$tool" >/dev/null || printf '%s\n' "${tools[$tool]}"
  done
  [[ -e $keyring ]] || printf 'debian-archive-keyring\n'
}

need_tools() {
  local missing
  missing=$(missing_tools | sort -u | paste -sd ' ')
  [[ -z $missing ]] || fail "Debian packages are missing: $missing; sandbox.sh build installs them"
}

need_host() { # HOST
  [[ " ${hosts[*]} " == *" ${1:-} "* ]] || fail "\"${1:-}\" is no host; the hosts are ${hosts[*]}" 2
}

need_up() {
  [[ -e $state/net/control ]] || fail "no sandbox is up in $state; start it with sandbox.sh up"
}

# Held while something changes; what ends by kill -9 gives it back.
lock() {
  mkdir -p -- "$state"
  exec 9>"$state/lock"
  flock --nonblock 9 || fail "another sandbox.sh is changing $state; wait for it to end"
}
