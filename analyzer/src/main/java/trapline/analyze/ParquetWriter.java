package trapline.analyze;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a flat table as an Apache Parquet file: PLAIN values, GZIP pages, one page a column and
 * row group. Source: the Parquet format's {@code parquet.thrift} and {@code Encodings.md}.
 */
public final class ParquetWriter implements Closeable {
    /** What a column holds. */
    public enum Type {
        INT32(1, -1),
        INT64(2, -1),
        /** Unsigned: addresses and register values. */
        UINT64(2, 14),
        TEXT(6, 0);

        private final int physical;
        private final int converted;

        Type(int physical, int converted) {
            this.physical = physical;
            this.converted = converted;
        }
    }

    /** One column; any value may be null. */
    public record Column(String name, Type type) {}

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int GROUP_ROWS = 1 << 16;
    private static final int OPTIONAL = 1;
    private static final int GZIP = 2;
    private static final int PLAIN = 0;
    private static final int RLE = 3;

    private record Chunk(long offset, int rows, long plainBytes, long storedBytes) {}

    private final OutputStream out;
    private final List<Column> columns;
    private final List<ByteArrayOutputStream> values = new ArrayList<>();
    private final List<ByteArrayOutputStream> levels = new ArrayList<>();
    private final int[] runLength;
    private final int[] runLevel;
    private final List<List<Chunk>> groups = new ArrayList<>();
    private long written;
    private long rows;
    private int groupRows;

    public ParquetWriter(OutputStream out, List<Column> columns) throws IOException {
        this.out = out;
        this.columns = columns;
        runLength = new int[columns.size()];
        runLevel = new int[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            values.add(new ByteArrayOutputStream());
            levels.add(new ByteArrayOutputStream());
        }
        put(MAGIC);
    }

    private void put(byte[] b) throws IOException {
        out.write(b);
        written += b.length;
    }

    /** Adds a row: a number or text for each column, or null. */
    public void row(@Nullable Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            level(i, cell == null ? 0 : 1);
            if (cell == null) {
                continue;
            }
            ByteArrayOutputStream to = values.get(i);
            switch (columns.get(i).type()) {
                case INT32 -> little(to, ((Number) cell).longValue(), Integer.BYTES);
                case INT64, UINT64 -> little(to, ((Number) cell).longValue(), Long.BYTES);
                case TEXT -> {
                    byte[] b = cell.toString().getBytes(StandardCharsets.UTF_8);
                    little(to, b.length, Integer.BYTES);
                    to.writeBytes(b);
                }
            }
        }
        rows++;
        if (++groupRows == GROUP_ROWS) {
            group();
        }
    }

    private static void little(ByteArrayOutputStream to, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            to.write((int) (value >>> 8 * i));
        }
    }

    /** Definition levels as runs: each is a length and the level, 1 where there is a value. */
    private void level(int column, int level) {
        if (runLength[column] > 0 && runLevel[column] == level) {
            runLength[column]++;
            return;
        }
        endRun(column);
        runLevel[column] = level;
        runLength[column] = 1;
    }

    private void endRun(int column) {
        int v = runLength[column] << 1;
        if (v == 0) {
            return;
        }
        ByteArrayOutputStream to = levels.get(column);
        while ((v & ~0x7f) != 0) {
            to.write(v & 0x7f | 0x80);
            v >>>= 7;
        }
        to.write(v);
        to.write(runLevel[column]);
        runLength[column] = 0;
    }

    private void group() throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            endRun(i);
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            little(page, levels.get(i).size(), Integer.BYTES);
            levels.get(i).writeTo(page);
            values.get(i).writeTo(page);
            levels.get(i).reset();
            values.get(i).reset();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream z = new GZIPOutputStream(packed)) {
                page.writeTo(z);
            }
            byte[] header =
                    new ThriftBuffer()
                            .element()
                            .i32(1, 0)
                            .i32(2, page.size())
                            .i32(3, packed.size())
                            .struct(5)
                            .i32(1, groupRows)
                            .i32(2, PLAIN)
                            .i32(3, RLE)
                            .i32(4, RLE)
                            .end()
                            .end()
                            .bytes();
            chunks.add(
                    new Chunk(
                            written,
                            groupRows,
                            (long) header.length + page.size(),
                            (long) header.length + packed.size()));
            put(header);
            put(packed.toByteArray());
        }
        groups.add(chunks);
        groupRows = 0;
    }

    private byte[] footer() {
        ThriftBuffer t =
                new ThriftBuffer()
                        .element()
                        .i32(1, 1)
                        .list(2, ThriftBuffer.STRUCT, columns.size() + 1);
        t.element().text(4, "schema").i32(5, columns.size()).end();
        for (Column c : columns) {
            t.element().i32(1, c.type().physical).i32(3, OPTIONAL).text(4, c.name());
            if (c.type().converted >= 0) {
                t.i32(6, c.type().converted);
            }
            t.end();
        }
        t.i64(3, rows).list(4, ThriftBuffer.STRUCT, groups.size());
        for (List<Chunk> chunks : groups) {
            t.element().list(1, ThriftBuffer.STRUCT, chunks.size());
            for (int i = 0; i < chunks.size(); i++) {
                chunk(t, columns.get(i), chunks.get(i));
            }
            t.i64(2, chunks.stream().mapToLong(Chunk::plainBytes).sum())
                    .i64(3, chunks.getFirst().rows())
                    .end();
        }
        return t.text(6, "trapline").end().bytes();
    }

    private static void chunk(ThriftBuffer t, Column column, Chunk c) {
        t.element().i64(2, c.offset()).struct(3);
        t.i32(1, column.type().physical);
        t.list(2, ThriftBuffer.I32, 2).element(PLAIN).element(RLE);
        t.list(3, ThriftBuffer.BINARY, 1).element(column.name());
        t.i32(4, GZIP)
                .i64(5, c.rows())
                .i64(6, c.plainBytes())
                .i64(7, c.storedBytes())
                .i64(9, c.offset());
        t.end().end();
    }

    /** Writes the last group and the footer; the stream stays open. */
    @Override
    public void close() throws IOException {
        if (groupRows > 0) {
            group();
        }
        byte[] footer = footer();
        put(footer);
        ByteArrayOutputStream length = new ByteArrayOutputStream();
        little(length, footer.length, Integer.BYTES);
        put(length.toByteArray());
        put(MAGIC);
        out.flush();
    }
}
