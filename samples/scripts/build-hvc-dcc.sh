#!/bin/sh
# Builds a small Linux with CONFIG_HVC_DCC=y from Debian's kernel source:
#   samples/scripts/build-hvc-dcc.sh OUTDIR [SOURCE-PACKAGE]
# SOURCE-PACKAGE defaults to linux-source-6.1. Leaves OUTDIR/hvc-dcc/{Image,vmlinux,System.map,config}.
# The configuration is tinyconfig with samples/guests/linux/hvc-dcc.config over it; JOBS=N sets
# the number of compiler jobs (2).
set -eu
. "$(dirname "$0")/lib.sh"
[ $# -ge 1 ] && [ $# -le 2 ] || usage "OUTDIR [SOURCE-PACKAGE]"
need apt-get apt dpkg-deb dpkg xz xz-utils make make gcc gcc flex flex bison bison bc bc \
    aarch64-linux-gnu-gcc gcc-aarch64-linux-gnu
package=${2:-linux-source-6.1}
mkdir -p "$1/hvc-dcc"
out=$(cd "$1" && pwd)
fragment=$(cd "$(dirname "$0")/../guests/linux" && pwd)/hvc-dcc.config

if [ ! -d "$out/$package" ]; then
    apt_for arm64 "$out/apt"
    rm -rf "$out/$package.deb.d"
    fetch_deb "$package" "$out/$package.deb.d"
    tar -C "$out" -xf "$out/$package.deb.d/usr/src/$package.tar.xz"
    rm -rf "$out/$package.deb.d" "$out/apt/cache/$package"_*.deb
fi
cd "$out/$package"
# A fixed user, host and time: two builds of one source with one compiler are the same bytes.
export ARCH=arm64 CROSS_COMPILE=aarch64-linux-gnu- KBUILD_BUILD_USER=trapline \
    KBUILD_BUILD_HOST=trapline KBUILD_BUILD_TIMESTAMP='Thu Jan  1 00:00:00 UTC 1970'
make -s tinyconfig
scripts/kconfig/merge_config.sh -m .config "$fragment" >/dev/null
make -s olddefconfig
grep -q '^CONFIG_HVC_DCC=y' .config || die "CONFIG_HVC_DCC did not survive the configuration"
nice make -s -j"${JOBS:-2}" Image >&2
cp arch/arm64/boot/Image vmlinux System.map "$out/hvc-dcc/"
cp .config "$out/hvc-dcc/config"
echo "$out/hvc-dcc/Image"
