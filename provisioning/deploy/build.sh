# shellcheck shell=bash
# ./deploy.sh build: the release of the current commit, as an archive.

# shellcheck source=provisioning/deploy/release.sh
source "$verbs/release.sh"

build_usage() {
  cat <<'TEXT'
usage: ./deploy.sh build [--allow-dirty] [--no-build] [--tell FILE] [--dry-run]

Builds the release of the current commit into .local/releases/COMMIT.tar.gz, from
a checkout of its own: server, Java runtime, site, start-up cache, and CycloneDX
bills of materials. deploy does the same where the archive is missing. A commit
that is built is not built again.

  --allow-dirty   build the uncommitted changes too, marked as dirty
  --no-build      fail where it is not built yet
  --tell FILE     write commit, id, archive and sha256 into FILE, NAME=VALUE
TEXT
}

run_build() {
  local allow_dirty='' no_build='' dry_run='' tell=''
  while (($#)); do
    case $1 in
      --help | -h)
        build_usage
        return
        ;;
      --allow-dirty) allow_dirty=1 ;;
      --no-build) no_build=1 ;;
      --dry-run) dry_run=1 ;;
      --tell)
        tell=${2:?--tell needs a file}
        shift
        ;;
      *) fail "unrecognized arguments: $1; see ./deploy.sh build --help" "$EXIT_USAGE" ;;
    esac
    shift
  done
  identify_release
  if [[ $dry_run ]]; then
    printf 'would: build %s\n' "$archive"
  else
    ensure_built
  fi
  if [[ $tell ]]; then
    printf '%s\n' "commit=$release_commit" "id=$release_id" "archive=$archive" "sha256=${archive_sha256:-}" >"$tell"
  fi
}
