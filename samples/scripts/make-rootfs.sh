#!/bin/sh
# Makes an ext4 root file system for a virtio disk:
#   samples/scripts/make-rootfs.sh OUTDIR [busybox|debian]
# busybox (default): OUTDIR/rootfs.ext4 holds busybox, an inittab with a login prompt on the
#   console, the user root without a password; 16 MiB, no root rights needed.
# debian: OUTDIR/debian.ext4 holds a minimal Debian (mmdebstrap, arm64), the same user; it needs
#   mmdebstrap, arch-test and qemu-user-static with binfmt_misc.
# Boot either with the second initramfs of fetch-debian.sh (or the kernel of build-hvc-dcc.sh):
#   ./trapline record -o DIR --kernel OUTDIR/Image --initrd OUTDIR/initramfs-disk.cpio.gz \
#       --append "console=ttyAMA0 root=/dev/vda" --drive OUTDIR/rootfs.ext4
set -eu
. "$(dirname "$0")/lib.sh"
[ $# -ge 1 ] && [ $# -le 2 ] || usage "OUTDIR [busybox|debian]"
need apt-get apt dpkg-deb dpkg mke2fs e2fsprogs debugfs e2fsprogs
PATH=$PATH:/usr/sbin:/sbin
mkdir -p "$1"
out=$(cd "$1" && pwd)
kind=${2:-busybox}

# image FOLDER FILE SIZE: the same bytes for the same content, wherever and whenever it is made.
image() {
    find "$1" -exec touch -h -d @0 {} +
    rm -f "$2"
    if [ "$(id -u)" = 0 ]; then as_root=; else as_root=fakeroot; need fakeroot fakeroot; fi
    # shellcheck disable=SC2016
    $as_root sh -c 'chown -R 0:0 "$1" && E2FSPROGS_FAKE_TIME=1 mke2fs -q -t ext4 -L trapline \
        -U 7472617a-6c69-4e65-8000-000000000001 \
        -E root_owner=0:0,hash_seed=7472617a-6c69-4e65-8000-000000000002,lazy_itable_init=0 \
        -d "$1" "$2" "$3" >/dev/null' sh "$1" "$2" "$3"
    # mke2fs copies the status-change times of the source, which cannot be set there.
    (cd "$1" && find . -mindepth 1 | LC_ALL=C sort | sed 's/^\.\(.*\)/sif "\1" ctime 19700101/
        p; s/ ctime / atime /; p; s/ atime 19700101/ ctime_extra 0/; p; s/ ctime_extra / atime_extra /') \
        | E2FSPROGS_FAKE_TIME=1 debugfs -w -f - "$2" >/dev/null 2>&1
}

case $kind in
busybox)
    apt_for arm64 "$out/apt"
    [ -d "$out/busybox" ] || fetch_deb busybox-static "$out/busybox"
    root=$out/rootfs
    rm -rf "$root"
    mkdir -p "$root/bin" "$root/sbin" "$root/usr/bin" "$root/usr/sbin" "$root/etc/init.d" \
        "$root/root" "$root/proc" "$root/sys" "$root/dev" "$root/tmp" "$root/run" "$root/var/log"
    cp "$out"/busybox/bin/busybox "$root/bin/busybox" 2>/dev/null \
        || cp "$out"/busybox/usr/bin/busybox "$root/bin/busybox"
    # Every applet by its full path would need the busybox to run here; these are the common ones.
    for applet in sh ash cat cp date dd df dmesg echo env expr false free grep head hostname id kill \
        ln ls login mkdir mknod more mount mv ps pwd rm rmdir sed seq sleep sort stat stty sync tail \
        tar test time touch tr true tty umount uname uniq vi wc which xargs yes md5sum sha256sum; do
        ln -s busybox "$root/bin/$applet"
    done
    for applet in init getty halt poweroff reboot switch_root; do
        ln -s ../bin/busybox "$root/sbin/$applet"
    done
    cat >"$root/etc/inittab" <<'END'
::sysinit:/etc/init.d/rcS
console::respawn:/sbin/getty -L 115200 console vt100
::ctrlaltdel:/sbin/reboot
::shutdown:/bin/umount -a -r
END
    cat >"$root/etc/init.d/rcS" <<'END'
#!/bin/sh
mount -t proc proc /proc 2>/dev/null
mount -t sysfs sysfs /sys 2>/dev/null
mount -t devtmpfs devtmpfs /dev 2>/dev/null
mount -o remount,rw /
mount -t tmpfs tmpfs /tmp
hostname trapline
END
    chmod 755 "$root/etc/init.d/rcS"
    echo 'root::0:0:root:/root:/bin/sh' >"$root/etc/passwd"
    echo 'root:x:0:' >"$root/etc/group"
    echo 'root::19000:0:99999:7:::' >"$root/etc/shadow"
    chmod 600 "$root/etc/shadow"
    echo '/dev/vda / ext4 rw 0 1' >"$root/etc/fstab"
    printf 'Trapline \\n \\l\n\n' >"$root/etc/issue"
    echo 'PATH=/bin:/sbin:/usr/bin:/usr/sbin; export PATH' >"$root/etc/profile"
    image "$root" "$out/rootfs.ext4" 16M
    echo "$out/rootfs.ext4"
    ;;
debian)
    need mmdebstrap mmdebstrap arch-test arch-test qemu-aarch64-static qemu-user-static
    arch-test arm64 >/dev/null || die "this host cannot run arm64 programs (binfmt_misc)"
    apt_for arm64 "$out/apt"
    root=$out/debian-rootfs
    rm -rf "$root"
    mmdebstrap --quiet --architectures=arm64 --variant=minbase --include=systemd-sysv,udev \
        --customize-hook='echo trapline >"$1/etc/hostname"' \
        --customize-hook='chroot "$1" passwd -d root' \
        --customize-hook='echo "/dev/vda / ext4 rw 0 1" >"$1/etc/fstab"' \
        "" "$root" "$out/apt/sources.list"
    image "$root" "$out/debian.ext4" 1G
    echo "$out/debian.ext4"
    ;;
*) usage "OUTDIR [busybox|debian]" ;;
esac
