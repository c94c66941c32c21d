package trapline.machine.boot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A guest image, and where it goes in memory.
 *
 * @param entry physical address of the first instruction
 * @param start lowest address used
 * @param end first address past all that the image uses, uninitialised data included
 * @param symbols code symbols of an ELF file, at its link addresses; else empty
 */
public record KernelImage(
        Format format,
        List<Segment> segments,
        long entry,
        long start,
        long end,
        SymbolTable symbols) {
    /** What kind of file it was. */
    public enum Format {
        LINUX_IMAGE,
        ELF,
        HEADERLESS,
        FIRMWARE
    }

    /** Bytes to copy; memory beyond them is zero. */
    public static final class Segment {
        private final long address;
        private final byte[] data;
        private final int offset;
        private final int length;
        private final long memoryBytes;

        Segment(long address, byte[] data, int offset, int length, long memoryBytes) {
            this.address = address;
            this.data = data;
            this.offset = offset;
            this.length = length;
            this.memoryBytes = memoryBytes;
        }

        /** Physical address of the first byte. */
        public long address() {
            return address;
        }

        /** Bytes that come from the file. */
        public int length() {
            return length;
        }

        /** Bytes in memory, at least {@link #length()}. */
        public long memoryBytes() {
            return memoryBytes;
        }

        /** The array that holds the file's bytes, from {@link #offset()}; not to be changed. */
        public byte[] data() {
            return data;
        }

        public int offset() {
            return offset;
        }
    }

    /** Where a binary without a header goes, from the start of memory: {@code hw/arm/boot.c}. */
    private static final long HEADERLESS_OFFSET = 0x80000;

    private static final int HEADER_BYTES = 64;
    private static final int IMAGE_MAGIC = 0x644d5241;
    private static final int IMAGE_MAGIC_AT = 0x38;

    /** QEMU keeps the first 4 KiB of memory for its boot code. */
    private static final long QEMU_BOOT_CODE = 4096;

    private static final long TWO_MIB = 2 << 20;

    /**
     * Recognises {@code file} and places it: a Linux Image (raw, gzip, or gzip in a self-unpacking
     * EFI image), an ELF file, or anything else as a binary without a header.
     *
     * @throws ImageException when it is damaged or does not fit
     */
    public static KernelImage load(
            byte[] file, String what, BootPlatform platform, List<MemoryBank> banks)
            throws ImageException {
        if (file.length == 0) {
            throw new ImageException(what + " is empty");
        }
        byte[] b = unpack(file, what);
        if (ElfFile.is(b)) {
            return elf(b, what, banks);
        }
        if (b.length >= HEADER_BYTES && little(b).getInt(IMAGE_MAGIC_AT) == IMAGE_MAGIC) {
            return linux(b, what, platform, banks);
        }
        if (ImageFile.startsWith(b, 0, 'M', 'Z')) {
            throw new ImageException(
                    what + ": damaged header: starts as a Linux Image but lacks its magic number");
        }
        return placed(
                Format.HEADERLESS,
                b,
                what,
                banks.getFirst().base() + HEADERLESS_OFFSET,
                b.length,
                banks);
    }

    /**
     * Places {@code file} at {@code base} as it is; {@code room} is the size of the flash or memory
     * there.
     */
    public static KernelImage firmware(byte[] file, String what, long base, long room)
            throws ImageException {
        if (file.length == 0) {
            throw new ImageException(what + " is empty");
        }
        if (file.length > room) {
            throw new ImageException(
                    "%s (%s) is larger than the flash (%s)"
                            .formatted(
                                    what, MemoryBank.human(file.length), MemoryBank.human(room)));
        }
        return placed(
                Format.FIRMWARE,
                file,
                what,
                base,
                file.length,
                List.of(new MemoryBank(base, room)));
    }

    private static byte[] unpack(byte[] b, String what) throws ImageException {
        if (ImageFile.isGzip(b)) {
            return ImageFile.gunzip(b, 0, b.length, what);
        }
        if (ImageFile.startsWith(b, 0, 'M', 'Z', 0, 0, 'z', 'i', 'm', 'g')
                && b.length >= HEADER_BYTES) {
            int at = little(b).getInt(8);
            int size = little(b).getInt(12);
            if (!ImageFile.startsWith(b, 24, 'g', 'z', 'i', 'p')) {
                throw new ImageException(
                        what + " is a self-unpacking EFI image that is not packed with gzip");
            }
            if (at < 0 || size <= 0 || at > b.length - size) {
                throw new ImageException(
                        what + ": damaged header: the packed kernel lies outside the file");
            }
            return ImageFile.gunzip(b, at, size, what);
        }
        return b;
    }

    private static ByteBuffer little(byte[] b) {
        return ByteBuffer.wrap(b).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static KernelImage linux(
            byte[] b, String what, BootPlatform platform, List<MemoryBank> banks)
            throws ImageException {
        ByteBuffer h = little(b);
        long textOffset = h.getLong(8);
        long imageBytes = h.getLong(16);
        long flags = h.getLong(24);
        if (imageBytes == 0) {
            // Before Linux 3.17 the field was not there, and the offset's byte order not defined.
            textOffset = HEADERLESS_OFFSET;
            imageBytes = b.length;
        } else if ((flags & 1) != 0) {
            throw new ImageException(what + " is a big-endian Linux kernel");
        }
        if (imageBytes < 0 || textOffset < 0) {
            throw new ImageException(
                    "%s: damaged header: text_offset 0x%x, image_size 0x%x"
                            .formatted(what, textOffset, imageBytes));
        }
        if (platform == BootPlatform.QEMU_VIRT && textOffset < QEMU_BOOT_CODE) {
            textOffset += TWO_MIB;
        }
        long bytes = Math.max(imageBytes, b.length);
        return placed(
                Format.LINUX_IMAGE, b, what, banks.getFirst().base() + textOffset, bytes, banks);
    }

    private static KernelImage placed(
            Format format,
            byte[] b,
            String what,
            long address,
            long memoryBytes,
            List<MemoryBank> banks)
            throws ImageException {
        if (!MemoryBank.contains(banks, address, memoryBytes)) {
            throw tooLarge(what, memoryBytes, address, banks);
        }
        return new KernelImage(
                format,
                List.of(new Segment(address, b, 0, b.length, memoryBytes)),
                address,
                address,
                address + memoryBytes,
                SymbolTable.EMPTY);
    }

    private static ImageException tooLarge(
            String what, long bytes, long address, List<MemoryBank> banks) {
        MemoryBank first = banks.getFirst();
        return new ImageException(
                "%s needs %s at 0x%x, more than the %s of memory at 0x%x has there"
                        .formatted(
                                what,
                                MemoryBank.human(bytes),
                                address,
                                MemoryBank.human(first.bytes()),
                                first.base()));
    }

    private static KernelImage elf(byte[] b, String what, List<MemoryBank> banks)
            throws ImageException {
        ElfFile elf = ElfFile.of(b, what);
        List<ElfFile.Segment> from = elf.segments();
        List<Segment> to = new ArrayList<>();
        long start = -1;
        long end = 0;
        for (ElfFile.Segment s : from) {
            if (!MemoryBank.contains(banks, s.physical(), s.memoryBytes())) {
                throw tooLarge(what, s.memoryBytes(), s.physical(), banks);
            }
            to.add(new Segment(s.physical(), b, s.offset(), s.fileBytes(), s.memoryBytes()));
            start = Long.compareUnsigned(s.physical(), start) < 0 ? s.physical() : start;
            end = Math.max(end, s.physical() + s.memoryBytes());
        }
        return new KernelImage(
                Format.ELF, List.copyOf(to), elf.entry(from), start, end, elf.symbols());
    }
}
