package trapline.journal;

import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.BinaryWire;

/**
 * What the journal is built on takes longer to load than a small guest runs: classes by the
 * hundred, calendars, a native library. Loading is work that can be done beside other work.
 */
public final class Libraries {
    private Libraries() {}

    /**
     * Loads and initialises what the first session of a process would; whoever needs it meanwhile
     * waits for it. Does nothing else, and nothing depends on it having been called.
     */
    public static void load() {
        try (ZstdCompressCtx compressor = new ZstdCompressCtx()) {
            compressor.setLevel(1);
        }
        Bytes<ByteBuffer> bytes = Bytes.elasticByteBuffer(64);
        BinaryWire.binaryOnly(bytes).write("k").int64(1);
        bytes.releaseLast();
        SingleChronicleQueueBuilder.single();
    }
}
