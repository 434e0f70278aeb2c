# shellcheck shell=bash
# Sourced by app/start and tests/run: what a bare Debian 12 machine needs, and the quiet build of a preset.
# Everything here speaks on standard error, so that standard output stays the program's alone.

root=$(dirname -- "$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")")

program_packages=(cmake ninja-build g++ qt6-base-dev qt6-tools-dev qt6-l10n-tools libqt6sql6-sqlite libsqlite3-dev iso-codes
                  fonts-dejavu-core)
# shellcheck disable=SC2034 # tests/run reads it
test_packages=(xvfb poppler-utils sqlite3 python3)
# X11 comes with Qt itself; a session that speaks nothing but Wayland needs one plugin more.
if [[ -n ${WAYLAND_DISPLAY:-} && -z ${DISPLAY:-} ]]; then
    program_packages+=(qt6-wayland)
fi

say() {
    printf '%s\n' "$*" >&2
}

# fail SENTENCE: one line, then the end.
fail() {
    local script
    script=$(readlink -f -- "$0")
    say "${script#"$root/"}: $*"
    exit 1
}

# install_missing PACKAGE…: asks dpkg first, and apt only for what dpkg does not have.
install_missing() {
    command -v dpkg-query >/dev/null || return 0 # not Debian: CMake will name what it misses
    local installed missing=() package
    installed=$(dpkg-query -W -f='${Package}=${db:Status-Status}\n' "$@" 2>/dev/null) || true
    for package in "$@"; do
        grep -qxF -- "$package=installed" <<<"$installed" || missing+=("$package")
    done
    ((${#missing[@]})) || return 0

    local become=() install="apt-get install --no-install-recommends ${missing[*]}"
    if [[ $(id -u) != 0 ]]; then
        if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [[ -t 0 ]] && sudo true; }; }; then
            become=(sudo)
        else
            fail "missing: ${missing[*]}; installing them needs root, so ask an administrator to run: $install"
        fi
    fi

    say "Installing with apt: ${missing[*]}"
    local log apt=("${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y
                   -o DPkg::Lock::Timeout=120 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20)
    log=$(mktemp)
    # Without a network the update "succeeds" with warnings, and the packages may still lie in apt's cache.
    "${apt[@]}" update >"$log" 2>&1 || true
    "${apt[@]}" install --no-install-recommends "${missing[@]}" </dev/null >>"$log" 2>&1 ||
        fail "missing: ${missing[*]}; apt could not install them (no network?), see $log; later: $install"
    rm -f -- "$log"
}

# configured PRESET: was this very folder configured, and since the presets last changed?
configured() {
    local build=$root/build/$1
    [[ -f $build/build.ninja && ! $root/CMakePresets.json -nt $build/build.ninja ]] &&
        grep -qxF -- "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"
}

# run_quietly COMMAND…: shows what it printed only if it failed.
run_quietly() {
    local log
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1; then
        cat -- "$log" >&2
        rm -f -- "$log"
        return 1
    fi
    rm -f -- "$log"
}

# build PRESET: says nothing when there is nothing to do.
build() (
    cd -- "$root" || exit
    if ! configured "$1"; then
        say "Preparing build/$1"
        run_quietly cmake --preset "$1" --fresh || fail "build/$1 could not be prepared; see above"
    fi
    if ninja -C "build/$1" -n | grep -q 'no work to do'; then
        return
    fi
    say "Building into build/$1; the first time takes some minutes"
    if [[ -t 2 ]]; then
        cmake --build --preset "$1" >&2 # a terminal sees ninja's one counting line
    else
        run_quietly cmake --build --preset "$1" -- --quiet
    fi || fail "build/$1 could not be built; see above"
)
