#!/bin/sh
# Builds the initramfs of the benchmarks under Linux (samples/scripts/bench.py):
#   samples/scripts/make-bench-initramfs.sh OUTDIR
# OUTDIR/initramfs-bench.cpio.gz  busybox and an init that runs sha256sum or gzip over a file that it
#                                 makes, as often as the kernel's command line says, and powers off
# With OUTDIR as fetch-debian.sh leaves it, its busybox is used; otherwise Debian's is fetched.
set -eu
. "$(dirname "$0")/lib.sh"
[ $# -eq 1 ] || usage "OUTDIR"
need apt-get apt dpkg-deb dpkg cpio cpio gzip gzip
mkdir -p "$1"
out=$(cd "$1" && pwd)
guests=$(cd "$(dirname "$0")/../guests/linux" && pwd)

if [ ! -d "$out/busybox" ]; then
    apt_for arm64 "$out/apt"
    fetch_deb busybox-static "$out/busybox"
fi
root=$out/initramfs-bench
rm -rf "$root"
mkdir -p "$root/bin" "$root/proc" "$root/dev"
cp "$out"/busybox/bin/busybox "$root/bin/busybox" 2>/dev/null \
    || cp "$out"/busybox/usr/bin/busybox "$root/bin/busybox"
for applet in sh mount cat echo seq sha256sum gzip poweroff sync; do
    ln -s busybox "$root/bin/$applet"
done
install -m 755 "$guests/init-bench" "$root/init"
make_initramfs "$root" "$out/initramfs-bench.cpio.gz"
echo "$out/initramfs-bench.cpio.gz"
