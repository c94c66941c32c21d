#!/bin/sh
# Fetches Debian's stock arm64 kernel and builds two initramfs for it:
#   samples/scripts/fetch-debian.sh OUTDIR
# OUTDIR/vmlinuz               as packaged (linux-image-arm64)
# OUTDIR/Image                 the same, decompressed
# OUTDIR/config                its configuration
# OUTDIR/initramfs.cpio.gz     busybox: prints /proc/cpuinfo and /proc/interrupts, powers off
# OUTDIR/initramfs-disk.cpio.gz  busybox and the modules for a virtio disk: mounts root= and
#                              starts its /sbin/init
# Debian's System.map file is a placeholder, so symbols come from the kernel's own kallsyms.
set -eu
. "$(dirname "$0")/lib.sh"
[ $# -eq 1 ] || usage "OUTDIR"
need apt-get apt dpkg-deb dpkg cpio cpio depmod kmod gzip gzip
PATH=$PATH:/usr/sbin:/sbin
mkdir -p "$1"
out=$(cd "$1" && pwd)
guests=$(cd "$(dirname "$0")/../guests/linux" && pwd)

apt_for arm64 "$out/apt"
image=$(apt_cache depends linux-image-arm64 | awk '$1 == "Depends:" { print $2; exit }')
[ -n "$image" ] || die "linux-image-arm64 is not in the package lists"
version=${image#linux-image-}
rm -rf "$out/kernel" "$out/busybox"
fetch_deb "$image" "$out/kernel"
fetch_deb busybox-static "$out/busybox"
cp "$out/kernel/boot/vmlinuz-$version" "$out/vmlinuz"
cp "$out/kernel/boot/config-$version" "$out/config"
# Older releases package a gzip file, newer ones may package an EFI image; a raw Image stays as is.
gzip -dc "$out/vmlinuz" >"$out/Image" 2>/dev/null || cp "$out/vmlinuz" "$out/Image"

busybox_root() { # FOLDER
    rm -rf "$1"
    mkdir -p "$1/bin" "$1/proc" "$1/sys" "$1/dev" "$1/mnt" "$1/run"
    cp "$out"/busybox/bin/busybox "$1/bin/busybox" 2>/dev/null \
        || cp "$out"/busybox/usr/bin/busybox "$1/bin/busybox"
    for applet in sh mount umount cat echo mkdir sleep poweroff reboot insmod switch_root uname ls \
        sync dmesg; do
        ln -s busybox "$1/bin/$applet"
    done
}

busybox_root "$out/initramfs"
install -m 755 "$guests/init" "$out/initramfs/init"
make_initramfs "$out/initramfs" "$out/initramfs.cpio.gz"

# The modules in load order: depmod knows what each needs, deepest dependency last.
modules_root=$out/kernel
[ -d "$modules_root/lib/modules/$version" ] || modules_root=$out/kernel/usr
depmod -b "$modules_root" "$version"
dep=$modules_root/lib/modules/$version/modules.dep
busybox_root "$out/initramfs-disk"
mkdir -p "$out/initramfs-disk/modules"
order=$out/initramfs-disk/modules/order
: >"$order"
# crc32c-generic: ext4 asks for it by algorithm name, which no dependency file shows.
for module in virtio_mmio virtio_blk crc32c_generic ext4; do
    line=$(grep -E "/$(echo "$module" | tr _ '?' | sed 's/?/[-_]/g')\.ko[.a-z]*:" "$dep") || {
        grep -qE "/$(echo "$module" | sed 's/_/[-_]/g')\.ko" \
            "$modules_root/lib/modules/$version/modules.builtin" && continue
        die "module $module is not in $image"
    }
    files=$(echo "$line" | tr -d ':' | tr ' ' '\n' | tac)
    for file in $files; do
        name=$(basename "$file" | sed 's/\.ko.*/.ko/')
        grep -qx "$name" "$order" && continue
        case $file in
        *.xz) xz -dc "$modules_root/lib/modules/$version/$file" >"$out/initramfs-disk/modules/$name" ;;
        *.zst) zstd -qdc "$modules_root/lib/modules/$version/$file" >"$out/initramfs-disk/modules/$name" ;;
        *) cp "$modules_root/lib/modules/$version/$file" "$out/initramfs-disk/modules/$name" ;;
        esac
        echo "$name" >>"$order"
    done
done
install -m 755 "$guests/init-disk" "$out/initramfs-disk/init"
make_initramfs "$out/initramfs-disk" "$out/initramfs-disk.cpio.gz"

printf '%s\n' "$out/vmlinuz ($version)" "$out/Image" "$out/initramfs.cpio.gz" \
    "$out/initramfs-disk.cpio.gz"
