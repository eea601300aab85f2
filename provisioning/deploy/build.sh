# shellcheck shell=bash
# ./deploy.sh build: the release of the current commit, as an archive.

# shellcheck source=provisioning/deploy/release.sh
source "$verbs/release.sh"

build_usage() {
  cat <<'TEXT'
usage: ./deploy.sh build [--allow-dirty] [--dry-run]

Builds the release of the current commit into .local/releases/COMMIT.tar.gz, from
a checkout of its own: server, Java runtime, site, start-up cache, and CycloneDX
bills of materials. deploy does the same where the archive is missing. A commit
that is built is not built again.

  --allow-dirty   build the uncommitted changes too, marked as dirty
TEXT
}

run_build() {
  flags=(--allow-dirty)
  parse_options "$@"
  identify_release
  if [[ $dry_run ]]; then
    printf 'would: build %s\n' "$archive"
  else
    ensure_built
  fi
}
