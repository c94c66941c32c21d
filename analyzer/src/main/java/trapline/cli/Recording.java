package trapline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import trapline.journal.SessionConfig;
import trapline.journal.SessionFile;
import trapline.journal.SessionWriter;
import trapline.record.Drives;
import trapline.record.LiveInputs;
import trapline.record.MachineFactory;
import trapline.record.Recorder;

/** One recording: keeps the images, builds the machine, runs it, seals the session. */
final class Recording {
    private final Path dir;
    private final SessionConfig.Builder config;
    private final List<GuestImage> images;
    private final boolean byReference;

    /**
     * @param dir to create
     * @param config everything but images and symbols
     * @param images what the guest is started from
     * @param byReference keep digests instead of copies
     */
    Recording(
            Path dir, SessionConfig.Builder config, List<GuestImage> images, boolean byReference) {
        this.dir = dir;
        this.config = config;
        this.images = images;
        this.byReference = byReference;
    }

    /** Runs to the end. When it fails before the guest starts, nothing is left of the directory. */
    SessionFile run(@Nullable LiveInputs inputs, Recorder.Observer observer) {
        Map<String, byte[]> bytes = new HashMap<>();
        Recorder.prepare();
        try (SessionWriter w = SessionWriter.create(dir)) {
            List<SessionConfig.Image> kept = new ArrayList<>();
            for (GuestImage i : images) {
                SessionConfig.Image k = i.addTo(w, byReference);
                if (i.role().equals("symbols")) {
                    config.symbols = k;
                } else {
                    kept.add(k);
                }
                bytes.put(i.role(), i.bytes());
            }
            config.images = kept;
            MachineFactory.ImageSource source =
                    image -> {
                        byte[] b = bytes.get(image.role());
                        if (b == null) {
                            throw new IllegalStateException("image without bytes: " + image.role());
                        }
                        return b;
                    };
            SessionConfig c = config.build();
            return Recorder.record(
                    w, c, source, Drives.ofRecording(c), Engines.DEFAULT, inputs, observer);
        }
    }
}
