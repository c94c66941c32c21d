#!/bin/sh
# Fetches stock U-Boot for QEMU's arm64 "virt" machine from the distribution:
#   samples/scripts/fetch-uboot.sh OUTDIR
# leaves OUTDIR/u-boot.bin (Debian package u-boot-qemu, unmodified). It is run with
#   ./trapline record -o DIR --platform qemu-virt --firmware OUTDIR/u-boot.bin
set -eu
. "$(dirname "$0")/lib.sh"
[ $# -eq 1 ] || usage "OUTDIR"
need apt-get apt dpkg-deb dpkg
mkdir -p "$1"
out=$(cd "$1" && pwd)
apt_for arm64 "$out/apt"
fetch_deb u-boot-qemu "$out/u-boot-qemu"
cp "$out/u-boot-qemu/usr/lib/u-boot/qemu_arm64/u-boot.bin" "$out/u-boot.bin"
echo "$out/u-boot.bin"
