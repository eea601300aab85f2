# shellcheck shell=bash
# A release: what it is called, and how its archive is built. Sourced by build, deploy and diff.

# Modules beside those that jdeps finds in the jars: what a tuning team attaches to a running server.
readonly EXTRA_MODULES=jdk.jcmd,jdk.jfr,jdk.management,java.logging
# What jdeps finds, but only classes that the server never loads use: Swing's geometry in JTS, bean annotations in Jackson.
readonly UNUSED_MODULES=java.desktop
readonly KEPT_ARCHIVES=5

# Into release_commit, release_dirty (true or false), release_id and archive.
identify_release() {
  local changes
  release_commit=$(git -C "$root" rev-parse --verify HEAD 2>/dev/null) \
    || fail "$root has no git commit; a release is built from one, and named after it" "$EXIT_NOT_BUILT"
  changes=$(git -C "$root" status --porcelain)
  release_dirty=false release_id=${release_commit:0:12}
  archive=$root/.local/releases/$release_id.tar.gz
  if [[ $changes ]]; then
    [[ ${allow_dirty:-} ]] || fail "there are uncommitted changes: $(in_short "$changes"); commit them, or deploy them \
marked as dirty with --allow-dirty" "$EXIT_DIRTY"
    release_dirty=true release_id+=-dirty
    archive=$root/.local/releases/$release_id-$(changes_hash).tar.gz
  fi
}

# The first three files that git status names.
in_short() { # STATUS
  head -n 3 <<<"$1" | cut -c 4- | paste -sd , | sed 's/,/, /g' | tr -d '\n'
  (($(wc -l <<<"$1") <= 3)) || printf ' and %d more' $(($(wc -l <<<"$1") - 3))
}

# The same changes are built once.
changes_hash() {
  {
    git -C "$root" diff --binary HEAD
    untracked | (cd -- "$root" && xargs -0 --no-run-if-empty sha256sum --)
  } | sha256sum | cut -c 1-8
}

untracked() {
  git -C "$root" ls-files -z --others --exclude-standard
}

ensure_built() {
  if [[ $release_dirty == true ]]; then
    printf 'DIRTY: this release holds uncommitted changes; its name and /version say so.\n'
  fi
  if [[ -f $archive ]]; then
    printf 'Commit %s is built already.\n' "$release_id"
  elif [[ ${no_build:-} ]]; then
    fail "commit $release_id is not built: there is no $archive; run ./deploy.sh build, or leave out --no-build" "$EXIT_NOT_BUILT"
  else
    build_release
  fi
  archive_sha256=$(sha256sum -- "$archive" | cut -d ' ' -f 1)
  printf '  %s: %d MiB, SHA-256 %s\n' "${archive##*/}" $(($(stat -c %s -- "$archive") / 1048576)) "$archive_sha256"
}

build_release() {
  tree=$root/.local/release-tree stage=$root/.local/release-stage
  java=$(find_java)
  mkdir -p -- "$root/.local/releases"
  step "Checking $release_id out beside the working tree" check_out
  step 'Building the server and the site' build_jar
  step 'Making the Java runtime' make_runtime
  step 'Laying out the release' lay_out
  step 'Checking its bills of materials' check_bills
  # shellcheck source=provisioning/deploy/train.sh
  source "$verbs/train.sh"
  step 'Training the start-up cache' train
  step 'Packing the archive' pack
  prune_archives
}

# A tree of its own, so that nothing that lies around in the working tree gets into a release, and editing may go on. A
# clone that shares the objects, since the build's Git plugin mistakes a linked worktree's commit for the main one's.
check_out() {
  if [[ ! -d $tree/.git ]]; then
    rm -rf -- "$tree"
    git clone --quiet --shared --no-checkout -- "$root" "$tree"
  fi
  git -C "$tree" checkout --quiet --force --detach "$release_commit"
  git -C "$tree" clean --quiet -ffdx -e node_modules
  if [[ $release_dirty == true ]]; then
    git -C "$root" diff --binary HEAD | git -C "$tree" apply --allow-empty
    untracked | tar --create --directory "$root" --null --files-from - | tar --extract --directory "$tree"
  fi
}

# A commit's own time goes into its files, so that the same commit gives the same bytes.
release_time() {
  if [[ $release_dirty == true ]]; then
    date -u +%Y-%m-%dT%H:%M:%SZ
  else
    TZ=UTC git -C "$root" show --no-patch --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd "$release_commit"
  fi
}

build_jar() {
  local log=$root/.local/release-build.log
  built=$(release_time)
  quick_build "$tree" "$log" sql/generator,sql/embedded,webapp/frontend,webapp -Psbom "-Dproject.build.outputTimestamp=$built" \
    || fail "commit $release_id does not build; the whole log is $log" "$EXIT_NOT_BUILT"
  check_jar
}

# What /version will say is what deploy waits for.
check_jar() {
  local told
  told=$(unzip -p "$tree/webapp/target/isuumo.jar" git.properties)
  built=$(sed -n 's/^git.build.time=//p' <<<"$told" | sed 's/\\//g')
  [[ $told == *"git.commit.id.full=$release_commit"* && $told == *"git.dirty=$release_dirty"* ]] \
    || fail "the jar says it is $(grep -v '^#' <<<"$told" | paste -sd ' '), not commit $release_commit, dirty=$release_dirty" \
      "$EXIT_NOT_BUILT"
}

# Only the modules that are used; kept until these, or the JDK, change.
make_runtime() {
  local bin=${java%/java} modules key jars
  # commons-fileupload uses java.base alone, but names a module that nobody has (portlet.api), at which jdeps gives up.
  mapfile -t jars < <(find "$tree/webapp/target/lib" -name '*.jar' ! -name 'commons-fileupload-*' | sort)
  modules=$("$bin/jdeps" --multi-release 25 --ignore-missing-deps -q --print-module-deps \
    --class-path "$(IFS=: && printf %s "${jars[*]}")" "$tree/webapp/target/isuumo.jar" "${jars[@]}") \
    || fail "jdeps cannot tell which modules the server needs: $modules" "$EXIT_NOT_BUILT"
  modules=$(tr , '\n' <<<"$modules,$EXTRA_MODULES" | grep -vxF -e "$UNUSED_MODULES" | sort -u | paste -sd ,)
  key=$(cat -- "$bin/../release" - <<<"$modules" | sha256sum | cut -c 1-12)
  runtime=$root/.local/jre-$key
  if [[ ! -d $runtime ]]; then
    rm -rf -- "$root"/.local/jre-*
    "$bin/jlink" --add-modules "$modules" --output "$runtime.new" --strip-debug --no-header-files --no-man-pages \
      --compress zip-6
    mv -T -- "$runtime.new" "$runtime"
  fi
}

lay_out() {
  rm -rf -- "$stage"
  mkdir -- "$stage"
  cp -R -- "$runtime" "$stage/jre"
  cp -- "$tree/webapp/target/isuumo.jar" "$tree/webapp/jvm.options" "$stage/"
  cp -R -- "$tree/webapp/target/lib" "$stage/lib"
  cp -R -- "$tree/webapp/frontend/dist" "$stage/site"
  mkdir -- "$stage/sbom"
  cp -- "$tree/webapp/target/java.cdx.json" "$stage/sbom/"
  javascript_bill >"$stage/sbom/javascript.cdx.json"
  cat >>"$stage/jvm.options" <<'TEXT'

# Classes already loaded and linked, and profiles, from a run of this release when it was built: 40 % less processor time to start.
# A cache that does not fit is passed over.
-XX:AOTCache=/opt/isuumo/current/isuumo.aot
TEXT
  printf 'commit=%s\ndirty=%s\nbuilt=%s\n' "$release_commit" "$release_dirty" "$built" >"$stage/RELEASE"
  # The cache remembers the jars' times.
  find "$stage" -exec touch --no-dereference --date "$built" -- {} +
}

# All that the site is built with, also what only builds it, since that decides what is in it. Without a number of its own, and
# of the commit's time.
javascript_bill() {
  (cd -- "$tree/webapp/frontend" && npm sbom --sbom-format cyclonedx --package-lock-only) \
    | sed -e '/^  "serialNumber":/d' -e 's/^    "timestamp": ".*"/    "timestamp": "'"$built"'"/'
}

check_bills() {
  local said
  said=$(node "$tree/provisioning/deploy/sbom.mjs" "$stage" 2>&1) \
    || fail "the release's bills of materials are wrong: $said" "$EXIT_NOT_BUILT"
}

# Every file but RELEASE, to which a host adds the archive's own.
list_checksums() {
  local sums
  sums=$(cd -- "$stage" && find . -type f ! -path ./RELEASE -printf '%P\0' | LC_ALL=C sort -z | xargs -0 sha256sum --)
  printf '%s\n' "$sums" >"$stage/SHA256SUMS"
}

# Names in order, one time, no owner: the same files give the same archive.
pack() {
  list_checksums
  tar --create --directory "$stage" --sort name --mtime "$built" --owner 0 --group 0 --numeric-owner --format posix \
    --pax-option exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime --mode u=rwX,go=rX . \
    | gzip --no-name >"$archive.new"
  mv -- "$archive.new" "$archive"
}

prune_archives() {
  local old
  find "$root/.local/releases" -name '*.tar.gz' -printf '%T@ %p\n' | sort -rn | tail -n "+$((KEPT_ARCHIVES + 1))" \
    | cut -d ' ' -f 2- | while IFS= read -r old; do
    rm -- "$old"
  done
}
