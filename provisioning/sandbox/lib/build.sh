# What the hosts start from: a bare root of their system, and an apt repository in a directory, since hosts reach no other.
# shellcheck shell=bash

# What a cloud provider's bare image has, and what deploys itself onto it needs: ssh, sudo, python3. libfaketime is for
# the clock fault.
bare_packages=(
  ca-certificates cron dbus iproute2 iputils-ping kmod less libfaketime libpam-systemd logrotate netbase nftables
  openssh-server procps python3 python3-apt rsync sudo systemd systemd-sysv tzdata
)

# Roots are kept by what they are made from, so that a change of it makes a new one.
root_dir() {
  local key
  key=$(cat -- "$sandbox/lib/build.sh" <(sources) | sha256sum | cut -c 1-12)
  printf '%s/root-%s' "$store" "$key"
}

store=$cache/$system-$flavor
repository=$store/packages

# A mirror of one's own may lack the rest.
sources() {
  printf 'deb %s %s main\n' "$mirror" "$suite"
  if [[ ! ${SANDBOX_MIRROR:-} ]]; then
    printf 'deb %s %s main\n' "$mirror" "$suite-updates" "$mirror-security" "$suite-security"
  fi
}

# MySQL is in unstable only. What it depends on is newer there than in the root, so all other packages come from there too.
write_sources() {
  sources >"$store/apt/sources.list"
  if [[ $flavor == mysql ]]; then
    printf 'deb %s sid main\n' "$mirror" >>"$store/apt/sources.list"
  fi
}

is_built() {
  [[ -d $(root_dir) && -f $repository/.list ]] && cmp -s "$sandbox/packages.txt" "$repository/.list"
}

run_build() {
  local missing
  missing=$(missing_tools | sort -u)
  if [[ -n $missing ]]; then
    step "Installing $(paste -sd ' ' <<<"$missing") on this machine" install_tools "$missing"
  fi
  mkdir -p -- "$store/apt"
  exec 8>"$cache/lock"
  flock 8 # another sandbox may build the same
  if [[ ! -d $(root_dir) ]]; then
    step "Making a bare $system root" make_root
  fi
  if ! is_built; then
    step 'Downloading the packages for the hosts' make_repository
  fi
  exec 8>&-
}

install_tools() { # NAMES, one a line
  local log=$cache/apt.log
  type -P apt-get >/dev/null || fail "this is no Debian or Ubuntu machine; install by hand: $(paste -sd ' ' <<<"$1")"
  mkdir -p -- "$cache"
  # shellcheck disable=SC2086 # one word a package
  if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $1; } >"$log" 2>&1; then
    tail -n 5 -- "$log" >&2
    fail "apt-get could not install $(paste -sd ' ' <<<"$1"); the whole log is $log"
  fi
}

make_root() {
  local root log=$store/mmdebstrap.log
  root=$(root_dir)
  rm -rf -- "$store"/root-*.part
  if ! sources | mmdebstrap --mode=root --variant=minbase --include="$(IFS=,; printf %s "${bare_packages[*]}")" \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    "$suite" "$root.part" - >"$log" 2>&1; then
    tail -n 5 -- "$log" >&2
    fail "mmdebstrap could not make the root; the whole log is $log"
  fi
  write_sources
  configure_root "$root.part"
  mv -T -- "$root.part" "$root"
}

configure_root() { # ROOT
  printf 'deb [trusted=yes] file:/srv/apt ./\n' >"$1/etc/apt/sources.list"
  mkdir -p -- "$1/srv/apt" "$1/var/log/journal"
  rm -f -- "$1"/etc/ssh/ssh_host_*
  : >"$1/etc/machine-id"
  chroot "$1" useradd --create-home --shell /bin/bash --comment 'deploying user' deploy
  printf 'deploy ALL=(ALL) NOPASSWD: ALL\n' >"$1/etc/sudoers.d/deploy"
  chmod 0440 -- "$1/etc/sudoers.d/deploy"
  # The console is a file: nobody logs in there.
  ln -s /dev/null "$1/etc/systemd/system/console-getty.service"
}

# apt of this machine resolves against the bare root, with the sources that the root came from.
make_repository() {
  local package only log=$store/packages.log root
  root=$(root_dir)
  mkdir -p -- "$repository" "$store/apt/lists" "$store/apt/parts"
  : >"$log"
  root_apt update >>"$log" 2>&1 || fail "apt-get update failed; the whole log is $log"
  # One at a time: two that cannot be installed together may both be offered.
  while read -r package only; do
    [[ -z $only || $only == "$flavor" ]] || continue
    root_apt install -y --download-only "$package" >>"$log" 2>&1 || fail "$package of packages.txt cannot be had; see $log"
  done < <(sed 's/#.*//; /^[[:space:]]*$/d' "$sandbox/packages.txt")
  (cd -- "$repository" && dpkg-scanpackages --multiversion . >.Packages 2>>"$log" && mv -- .Packages Packages)
  cp -- "$sandbox/packages.txt" "$repository/.list"
}

root_apt() {
  local apt=$store/apt
  apt-get -q -o "Dir::State=$apt" -o "Dir::State::lists=$apt/lists" -o "Dir::State::status=$root/var/lib/dpkg/status" \
    -o "Dir::Etc::SourceList=$apt/sources.list" -o "Dir::Etc::SourceParts=$apt/parts" \
    -o "Dir::Etc::TrustedParts=/usr/share/keyrings" -o "Dir::Cache=$apt" -o "Dir::Cache::archives=$repository" \
    -o APT::Sandbox::User=root "$@"
}
