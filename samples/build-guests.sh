#!/bin/sh
# Builds the bundled guests: samples/build-guests.sh [-o DIR] [NAME...]
#
# Needs Debian's gcc-aarch64-linux-gnu. The output is reproducible: the same sources and compiler
# give the same bytes, wherever the tree lies; images/built-with.txt names the compiler and linker
# of the committed images. Each guest is linked twice, because its panic
# message names symbols: the second pass adds the table of the first pass's text symbols, in a
# section behind the code, so no address in it moves.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
out=$here/guests/images
if [ "${1:-}" = -o ]; then
    out=$2
    shift 2
fi
cross=${CROSS_COMPILE:-aarch64-linux-gnu-}
command -v "${cross}gcc" >/dev/null || {
    echo "build-guests: ${cross}gcc not found (Debian package gcc-aarch64-linux-gnu)" >&2
    exit 3
}

# -mstrict-align: with the MMU off all data accesses are to Device memory.
flags="-std=gnu11 -ffreestanding -nostdlib -fno-pic -fno-pie -mcpu=cortex-a57
    -mstrict-align -mno-outline-atomics -O2 -ffunction-sections -fdata-sections
    -fno-stack-protector -fno-asynchronous-unwind-tables -fno-builtin
    -fno-tree-loop-distribute-patterns -Wall -Wextra -Werror"
# Exception handlers save no FP and SIMD registers: only sources named fp-* may use them.
integer=-mgeneral-regs-only
link="-static -no-pie -Wl,--gc-sections -Wl,--build-id=none -Wl,-z,max-page-size=4096
    -Wl,-n -Wl,-z,noexecstack -Wl,--no-warn-rwx-segments"

cd "$here/guests"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
{ "${cross}gcc" --version | head -n 1; "${cross}ld" --version | head -n 1; } >"$out/built-with.txt"

objects=
for source in runtime/*.c runtime/*.S; do
    object=$work/$(basename "$source").o
    # shellcheck disable=SC2086
    "${cross}gcc" $flags $integer -Iruntime -c "$source" -o "$object"
    objects="$objects $object"
done

# symbols ELF: the table that symbol() in runtime/exceptions.c reads.
symbols() {
    echo '.section .symbols, "a"'
    echo '.balign 8'
    echo '.global symbol_table'
    echo 'symbol_table:'
    if [ -n "$1" ]; then
        "${cross}nm" "$1" | LC_ALL=C sort | awk '$2 ~ /^[tT]$/ && $3 !~ /^[$.]/ {
            if ($1 != last) { printf ".quad 0x%s, 1f + %d\n", $1, length_; names = names $3 "\\0"; length_ += length($3) + 1; n++ }
            last = $1 }
            END { printf "1: .ascii \"%s\"\n.balign 8\n.global symbol_count\nsymbol_count: .quad %d\n", names, n }'
    else
        printf '.global symbol_count\nsymbol_count: .quad 0\n'
    fi
}

build() {
    name=$(basename "$1")
    parts=
    for source in "$1"/*.c "$1"/*.S; do
        [ -e "$source" ] || continue
        object=$work/$name-$(basename "$source").o
        registers=$integer
        case $(basename "$source") in fp-*) registers=-ffp-contract=off ;; esac
        # shellcheck disable=SC2086
        "${cross}gcc" $flags $registers -Iruntime -I"$1" -c "$source" -o "$object"
        parts="$parts $object"
    done
    symbols "" >"$work/symbols.s"
    for pass in 1 2; do
        "${cross}as" "$work/symbols.s" -o "$work/symbols.o"
        # shellcheck disable=SC2086
        "${cross}gcc" $flags $link -T runtime/guest.ld $parts $objects "$work/symbols.o" -o "$work/$name.$pass"
        symbols "$work/$name.$pass" >"$work/symbols.s"
    done
    # Local labels and source file names are of no use to a reader of symbols; the rest stays.
    "${cross}strip" --discard-locals --strip-debug "$work/$name.2" -o "$out/$name.elf"
    chmod 644 "$out/$name.elf"
}

if [ $# -gt 0 ]; then
    for name in "$@"; do
        if [ -d "$name" ]; then build "$name"; else build "bench/$name"; fi
    done
else
    for folder in */ bench/*/; do
        folder=${folder%/}
        [ -d "$folder" ] || continue
        case $folder in runtime | images | bench | linux) ;; *) build "$folder" ;; esac
    done
fi
