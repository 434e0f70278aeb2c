#!/usr/bin/env bash
# app/start and tests/run on machines that lack something: the scripts are real, apt, dpkg, cmake and the program are
# stand-ins that write down how they were called. Nothing is installed, nothing is built.
# shellcheck disable=SC2016 # the stand-ins expand their own variables
set -euo pipefail
source=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../..
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
house="$scratch/a house" # paths have spaces
tools=$scratch/tools
failures=0

mkdir -p "$house"/{app,tests,resources/packaging} "$tools" "$scratch/elsewhere"
cp "$source/app/start" "$house/app"
cp "$source/tests/run" "$house/tests"
cp "$source/resources/packaging/setup.sh" "$house/resources/packaging"
touch -d '2000-01-01' "$house/CMakePresets.json"

# All that the scripts may need on a bare machine, and what the stand-ins use (cp, touch, true).
for name in awk bash cat dirname env grep id mkdir mktemp readlink rm sed cp touch true; do
    ln -s "$(type -P "$name")" "$tools/$name"
done

# tool NAME: a stand-in that logs its call, then does what standard input says.
tool() {
    rm -f -- "$tools/$1"
    {
        echo '#!/bin/bash'
        echo "echo \"$1 \$*\" >>'$scratch/calls'"
        cat
    } >"$tools/$1"
    chmod +x "$tools/$1"
}

# machine USER LACKS…: a Debian where everything but LACKS is installed, and nothing is built yet.
machine() {
    local user=$1
    shift
    rm -rf -- "$house/build" "$scratch/data" "$scratch/calls" "$tools/sudo"
    tool id <<<"echo $user"
    tool dpkg-query <<<"shift 2; for p; do case ' $* ' in *\" \$p \"*) ;; *) echo \"\$p=installed\" ;; esac; done"
    tool apt-get <<<'exit 0'
    tool cmake <<'END'
case $* in
--preset*)
    mkdir -p "build/$2"
    echo "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" >"build/$2/CMakeCache.txt"
    ;;
--build*)
    mkdir -p "build/$3/app"
    cp "$PROGRAM" "build/$3/app/treatybook"
    touch "build/$3/done"
    ;;
esac
echo >"build/$2/build.ninja" 2>/dev/null || true
END
    tool ninja <<<'[[ ! -e $2/done ]] || echo "ninja: no work to do."'
    tool ctest <<<'printf "<testsuite\n\ttests=\"4\"\n\tfailures=\"1\"\n\tdisabled=\"0\"\n\tskipped=\"1\"\n>\n" >build/asan/results.xml
        mkdir -p build/asan/Testing/Temporary
        echo "Totals: 7 passed, 1 failed, 2 skipped, 0 blacklisted, 3ms" >build/asan/Testing/Temporary/LastTest.log
        exit 8'
}

cat >"$scratch/program" <<END
#!/bin/bash
echo "treatybook \$*" >>'$scratch/calls'
case \$1 in
sample) echo sample >"\$2" ;;
list) echo "one record" ;;
export) echo report >"\$4" ;;
*) echo "program: \$*" ;;
esac
END
chmod +x "$scratch/program"

# run SCRIPT ARGUMENT…: from another folder, without a display unless DISPLAY_NOW is set.
run() {
    local script=$1
    shift
    status=0
    (cd "$scratch/elsewhere" && env -i PATH="$tools" HOME="$scratch" XDG_DATA_HOME="$scratch/data" \
        PROGRAM="$scratch/program" ${DISPLAY_NOW:+DISPLAY="$DISPLAY_NOW"} "$house/$script" "$@" \
        </dev/null >"$scratch/out" 2>"$scratch/err") || status=$?
}

calls() {
    grep -c -- "^$1" "$scratch/calls" || true
}

# is WHAT FOUND WANTED
is() {
    if [[ $2 != "$3" ]]; then
        printf '%s: found "%s", wanted "%s"\n' "$1" "$2" "$3"
        sed 's/^/    /' "$scratch/err"
        failures=$((failures + 1))
    fi
}

# has WHAT FILE WORDS
has() {
    grep -qF -- "$3" "$scratch/$2" || is "$1" "$(<"$scratch/$2")" "… $3 …"
}

machine 0
run app/start list 'a file.treatybook'
is 'everything there: status' "$status" 0
is 'everything there: apt' "$(calls apt-get)" 0
is 'standard output is the program alone' "$(<"$scratch/out")" 'one record'
has 'arguments arrive whole' calls 'treatybook list a file.treatybook'
run app/start --version
is 'second time: status' "$status" 0
is 'second time: nothing said' "$(<"$scratch/err")" ''
is 'second time: configured once' "$(calls 'cmake --preset')" 1
is 'second time: built once' "$(calls 'cmake --build')" 1

machine 0 g++ ninja-build
run app/start --version
is 'root installs: status' "$status" 0
has 'root installs: says what' err 'Installing with apt: ninja-build g++'
has 'root installs: only what is missing' calls 'install --no-install-recommends ninja-build g++'

machine 0 qt6-base-dev
tool apt-get <<<'exit 100'
run app/start
is 'no network: status' "$status" 1
is 'no network: lines after the announcement' "$(grep -c . "$scratch/err")" 2
has 'no network: names it' err 'missing: qt6-base-dev;'
is 'no network: nothing built' "$(calls cmake)" 0

for script in app/start tests/run; do
    machine 1000 qt6-base-dev cmake
    run "$script"
    is "no root, $script: status" "$status" 1
    is "no root, $script: one line" "$(grep -c . "$scratch/err")" 1
    has "no root, $script: says who" err "$script: missing:"
    has "no root, $script: how to get it" err 'apt-get install --no-install-recommends cmake qt6-base-dev'
    is "no root, $script: apt" "$(calls apt-get)" 0

    tool sudo <<<'exit 1'
    run "$script"
    is "sudo refused, $script: status" "$status" 1
    is "sudo refused, $script: one line" "$(grep -c . "$scratch/err")" 1
done

machine 1000 cmake
tool sudo <<<'[[ $1 != -n ]] || shift; exec "$@"'
run app/start --version
is 'sudo: status' "$status" 0
has 'sudo: used for apt' calls 'sudo env DEBIAN_FRONTEND=noninteractive apt-get'

machine 0
tool cmake <<<'echo "the reason"; exit 1'
run app/start --version
is 'configure fails: status' "$status" 1
has 'configure fails: the log' err 'the reason'

machine 0
run app/start
book="$scratch/data/treatybook/Viet Nam – Cuba.treatybook"
is 'no display: status' "$status" 0
is 'no display: the sample' "$(<"$book")" 'sample'
is 'no display: listed' "$(<"$scratch/out")" 'one record'
for kind in csv pdf png; do
    is "no display: $kind" "$(<"$scratch/data/treatybook/reports/Viet Nam – Cuba.$kind")" 'report'
done
has 'no display: names the folder' err "$scratch/data/treatybook/reports"
echo 'my own changes' >"$book"
run app/start
is 'the copy is never overwritten' "$(<"$book")" 'my own changes'

DISPLAY_NOW=:9 run app/start
is 'display: opens the copy' "$(<"$scratch/out")" "program: $book"

machine 0
run tests/run -R domain
is 'suite: status of ctest' "$status" 8
has 'suite: arguments to ctest' calls '--no-tests=error --output-junit'
has 'suite: arguments to ctest' calls '-R domain'
has 'suite: counts' out 'tests/run: 2 passed, 1 failed, 1 skipped of 4 (7 functions, 2 skipped);'

((failures == 0))
