package trapline.machine.boot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A device tree and its flattened form, version 17: header, memory reservation block, structure
 * block, strings block, in this order, without gaps. Property names are stored once.
 */
public final class Fdt {
    private static final int MAGIC = 0xd00dfeed;
    private static final int VERSION = 17;
    private static final int LAST_COMPATIBLE = 16;
    private static final int HEADER_BYTES = 40;

    private static final int BEGIN_NODE = 1;
    private static final int END_NODE = 2;
    private static final int PROP = 3;
    private static final int NOP = 4;
    private static final int END = 9;

    /** Deeper than any real tree; a damaged one could otherwise exhaust the stack. */
    private static final int MAX_DEPTH = 64;

    /** A range of memory that the guest must not use. */
    public record Reservation(long address, long bytes) {}

    private final FdtNode root;
    private final List<Reservation> reservations = new ArrayList<>();
    private int bootCpu;

    public Fdt() {
        this(new FdtNode(""));
    }

    private Fdt(FdtNode root) {
        this.root = root;
    }

    public FdtNode root() {
        return root;
    }

    public List<Reservation> reservations() {
        return reservations;
    }

    /** The flattened tree. */
    public byte[] flatten() {
        Map<String, Integer> offsets = new HashMap<>();
        ByteArrayOutputStream strings = new ByteArrayOutputStream();
        Out structure = new Out();
        emit(root, structure, offsets, strings);
        structure.cell(END);
        byte[] body = structure.bytes.toByteArray();
        byte[] names = strings.toByteArray();
        int reserve = HEADER_BYTES;
        int struct = reserve + (reservations.size() + 1) * 16;
        int string = struct + body.length;
        int total = string + names.length + 7 & ~7;
        ByteBuffer b = ByteBuffer.allocate(total);
        b.putInt(MAGIC).putInt(total).putInt(struct).putInt(string).putInt(reserve);
        b.putInt(VERSION)
                .putInt(LAST_COMPATIBLE)
                .putInt(bootCpu)
                .putInt(names.length)
                .putInt(body.length);
        for (Reservation r : reservations) {
            b.putLong(r.address).putLong(r.bytes);
        }
        b.putLong(0).putLong(0).put(body).put(names);
        return b.array();
    }

    private static void emit(
            FdtNode n, Out out, Map<String, Integer> offsets, ByteArrayOutputStream strings) {
        out.cell(BEGIN_NODE);
        out.padded((n.name() + "\0").getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> p : n.properties().entrySet()) {
            Integer at = offsets.get(p.getKey());
            if (at == null) {
                at = strings.size();
                offsets.put(p.getKey(), at);
                strings.writeBytes((p.getKey() + "\0").getBytes(StandardCharsets.UTF_8));
            }
            out.cell(PROP);
            out.cell(p.getValue().length);
            out.cell(at);
            out.padded(p.getValue());
        }
        for (FdtNode c : n.children()) {
            emit(c, out, offsets, strings);
        }
        out.cell(END_NODE);
    }

    private static final class Out {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void cell(int v) {
            bytes.write(v >>> 24);
            bytes.write(v >>> 16);
            bytes.write(v >>> 8);
            bytes.write(v);
        }

        void padded(byte[] v) {
            bytes.writeBytes(v);
            while ((bytes.size() & 3) != 0) {
                bytes.write(0);
            }
        }
    }

    /**
     * Reads a flattened tree.
     *
     * @param what how messages name the file
     * @throws ImageException when it is not a whole tree of a version that this reads
     */
    public static Fdt parse(byte[] blob, String what) throws ImageException {
        if (blob.length == 0) {
            throw new ImageException(what + " is empty");
        }
        ByteBuffer b = ByteBuffer.wrap(blob);
        if (blob.length < HEADER_BYTES || b.getInt(0) != MAGIC) {
            throw new ImageException(what + " is not a flattened device tree");
        }
        int total = b.getInt(4);
        int struct = b.getInt(8);
        int string = b.getInt(12);
        int reserve = b.getInt(16);
        if (total < HEADER_BYTES || total > blob.length) {
            throw new ImageException(
                    "%s says that it has %s bytes, the file has %d"
                            .formatted(what, Integer.toUnsignedString(total), blob.length));
        }
        if (b.getInt(20) < VERSION || b.getInt(24) > VERSION) {
            throw new ImageException(
                    "%s is a device tree of version %d, not %d"
                            .formatted(what, b.getInt(20), VERSION));
        }
        try {
            Parser p = new Parser(b.slice(0, total), struct, string);
            Fdt t = new Fdt(p.tree());
            t.bootCpu = b.getInt(28);
            for (int at = reserve; ; at += 16) {
                Reservation r = new Reservation(b.getLong(at), b.getLong(at + 8));
                if (r.address == 0 && r.bytes == 0) {
                    break;
                }
                t.reservations.add(r);
            }
            return t;
        } catch (IndexOutOfBoundsException | IllegalStateException e) {
            throw new ImageException(what + " is a damaged device tree", e);
        }
    }

    private static final class Parser {
        private final ByteBuffer b;
        private final int strings;
        private int at;

        Parser(ByteBuffer b, int at, int strings) {
            this.b = b;
            this.at = at;
            this.strings = strings;
        }

        FdtNode tree() {
            if (token() != BEGIN_NODE) {
                throw new IllegalStateException();
            }
            return node(0);
        }

        private FdtNode node(int depth) {
            if (depth > MAX_DEPTH) {
                throw new IllegalStateException();
            }
            String name = text(at);
            at = at + name.getBytes(StandardCharsets.UTF_8).length + 1 + 3 & ~3;
            FdtNode n = new FdtNode(name);
            while (true) {
                switch (token()) {
                    case PROP -> {
                        int length = b.getInt(at);
                        String property = text(strings + b.getInt(at + 4));
                        if (length < 0 || length > b.limit() - at - 8) {
                            throw new IllegalStateException();
                        }
                        byte[] v = new byte[length];
                        b.get(at + 8, v);
                        at = at + 8 + length + 3 & ~3;
                        n.raw(property, v);
                    }
                    case BEGIN_NODE -> n.children().add(node(depth + 1));
                    case END_NODE -> {
                        return n;
                    }
                    default -> throw new IllegalStateException();
                }
            }
        }

        private int token() {
            int t;
            do {
                t = b.getInt(at);
                at += 4;
            } while (t == NOP);
            return t;
        }

        private String text(int from) {
            int end = from;
            while (b.get(end) != 0) {
                end++;
            }
            byte[] v = new byte[end - from];
            b.get(from, v);
            return new String(v, StandardCharsets.UTF_8);
        }
    }
}
