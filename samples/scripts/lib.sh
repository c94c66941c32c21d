# Shared by the scripts here; sourced, not run.

# die TEXT: one line, exit 3 (the environment refused).
die() {
    echo "$(basename "$0"): $1" >&2
    exit 3
}

# usage TEXT: one line, exit 2.
usage() {
    echo "usage: $(basename "$0") $1" >&2
    exit 2
}

# need COMMAND PACKAGE...: pairs; names the Debian package of the first command that is missing.
need() {
    while [ $# -gt 0 ]; do
        command -v "$1" >/dev/null || PATH=$PATH:/usr/sbin:/sbin command -v "$1" >/dev/null \
            || die "$1 not found (Debian package $2)"
        shift 2
    done
}

# apt_for ARCH DIR: prepares package lists of another architecture in DIR, beside the system's, so
# that nothing of the host's package state changes and no root is needed. The mirrors are those
# that the host already uses for Debian itself. Afterwards "apt_get" and "apt_cache" use them.
apt_for() {
    apt_arch=$1
    apt_dir=$2
    mkdir -p "$apt_dir/lists/partial" "$apt_dir/cache/archives/partial" "$apt_dir/empty"
    : >"$apt_dir/status"
    keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    [ -e "$keyring" ] || die "$keyring not found (Debian package debian-archive-keyring)"
    apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(ORIGIN) $(COMPONENT) $(CREATED_BY)' \
        | awk -v keyring="$keyring" '
            $3 == "Debian" && $4 == "main" && $5 == "Packages" && !seen[$1 $2]++ {
                print "deb [signed-by=" keyring "] " $1 " " $2 " main" }' >"$apt_dir/sources.list"
    [ -s "$apt_dir/sources.list" ] || die "no Debian package lists on this host; run apt-get update"
    apt_get update -qq >&2 || die "apt-get update failed for $apt_arch"
}

apt_options() {
    printf '%s\n' "APT::Architecture=$apt_arch" "APT::Architectures::=$apt_arch" \
        "Dir::State=$apt_dir" "Dir::State::lists=$apt_dir/lists" "Dir::State::status=$apt_dir/status" \
        "Dir::Cache=$apt_dir/cache" "Dir::Etc::sourcelist=$apt_dir/sources.list" \
        "Dir::Etc::sourceparts=$apt_dir/empty" "APT::Sandbox::User=$(id -un)" \
        "APT::Get::List-Cleanup=0" "Acquire::Languages=none" | sed 's/^/-o/'
}

apt_get() {
    # shellcheck disable=SC2046
    apt-get $(apt_options) "$@"
}

apt_cache() {
    # shellcheck disable=SC2046
    apt-cache $(apt_options) "$@"
}

# fetch_deb PACKAGE DIR: downloads one package (of the prepared architecture) and unpacks it.
fetch_deb() {
    (cd "$apt_dir/cache" && rm -f "$1"_*.deb && apt_get download -qq "$1" >&2) \
        || die "could not download package $1"
    mkdir -p "$2"
    dpkg-deb -x "$apt_dir/cache/$1"_*.deb "$2"
}

# make_initramfs FOLDER FILE: a gzip-compressed newc archive, the same bytes for the same content.
make_initramfs() {
    find "$1" -exec touch -h -d @0 {} +
    (cd "$1" && find . -mindepth 1 | LC_ALL=C sort \
        | cpio --quiet --reproducible -R 0:0 -H newc -o) | gzip -9n >"$2"
}
