package trapline.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import trapline.device.BlockBackend;
import trapline.device.OverlayDisk;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionException;
import trapline.journal.SessionWriter;
import trapline.machine.DriveImage;
import trapline.machine.MemoryOverlay;
import trapline.machine.VirtualMachine;

/**
 * The block devices of a configuration, for a recording or a replay. An image is never changed. A
 * session keeps the blocks of it that the guest read ({@code drive/N.blocks}), so that a replay
 * needs no image, and at its end what the guest wrote ({@code drive/N.overlay}); while a run lasts,
 * that is part of the machine's memory, and so of its snapshots.
 */
public final class Drives {
    private static final int DRIVES_MAX = 8;

    private Drives() {}

    /**
     * The configuration of drives: raw images by digest.
     *
     * @throws SessionException with exit code 2 when a file cannot be a disk
     */
    public static List<SessionConfig.Image> describe(List<Path> files) {
        if (files.size() > DRIVES_MAX) {
            throw new SessionException(
                    SessionException.BAD_INPUT, "--drive: at most " + DRIVES_MAX + " drives");
        }
        List<SessionConfig.Image> list = new ArrayList<>();
        for (Path f : files) {
            list.add(describe(f));
        }
        return list;
    }

    private static SessionConfig.Image describe(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new SessionException(
                    SessionException.BAD_INPUT,
                    "--drive "
                            + file
                            + ": "
                            + (Files.exists(file) ? "not a regular file" : "no such file"));
        }
        if (!Files.isReadable(file)) {
            throw new SessionException(
                    SessionException.BAD_INPUT, "--drive " + file + ": permission denied");
        }
        SessionConfig.Image i = SessionWriter.referenceImage("drive", file);
        if (i.bytes() == 0 || i.bytes() % BlockBackend.SECTOR != 0) {
            throw new SessionException(
                    SessionException.BAD_INPUT,
                    "--drive "
                            + file
                            + ": "
                            + i.bytes()
                            + " bytes are not a whole number of 512-byte sectors");
        }
        return i;
    }

    /** Drives of a new recording: what {@link #describe} described. */
    public static List<DriveImage> ofRecording(SessionConfig config) {
        List<DriveImage> list = new ArrayList<>();
        for (SessionConfig.Image i : config.drives()) {
            list.add(drive(i, List.of(), () -> Path.of(i.path())));
        }
        return list;
    }

    /** Drives of a replay: the blocks that the guest read were kept in the session. */
    public static List<DriveImage> ofReplay(Session session, SessionConfig config) {
        List<DriveImage> list = new ArrayList<>();
        for (int k = 0; k < config.drives().size(); k++) {
            SessionConfig.Image i = config.drives().get(k);
            List<BlockFile> past = new ArrayList<>();
            for (Session s = session; s != null; s = s.parent()) {
                add(past, s.dir(), k, i);
            }
            list.add(drive(i, past, () -> found(session, i)));
        }
        return list;
    }

    /** As {@link #ofReplay}, for a session that cannot be opened. */
    public static List<DriveImage> ofRepair(Path dir, SessionConfig config) {
        List<DriveImage> list = new ArrayList<>();
        for (int k = 0; k < config.drives().size(); k++) {
            SessionConfig.Image i = config.drives().get(k);
            List<BlockFile> past = new ArrayList<>();
            add(past, dir, k, i);
            list.add(drive(i, past, () -> Path.of(i.path())));
        }
        return list;
    }

    private static void add(List<BlockFile> past, Path dir, int k, SessionConfig.Image i) {
        BlockFile f =
                BlockFile.open(blocks(dir.resolve("drive"), k), i.bytes() / BlockBackend.SECTOR);
        if (f != null) {
            past.add(f);
        }
    }

    private static Path blocks(Path folder, int k) {
        return folder.resolve(k + ".blocks");
    }

    /** The original image, for a block that no run before this one read. */
    private static Path found(Session session, SessionConfig.Image i) {
        try {
            return session.image(i);
        } catch (SessionException e) {
            throw new SessionException(
                    e.exitCode(),
                    e.getMessage() + " (the guest reads a block that the recorded run did not)",
                    e);
        }
    }

    private static DriveImage drive(
            SessionConfig.Image i, List<BlockFile> past, Supplier<Path> original) {
        long sectors = i.bytes() / BlockBackend.SECTOR;
        return new DriveImage(i.path(), sectors, new KeptImage(sectors, past, original));
    }

    /**
     * Makes a session that is being recorded keep what its guest reads.
     *
     * @param all the session has no parent: it keeps also what the drives have from another session
     */
    static void keep(VirtualMachine vm, SessionWriter session, boolean all) {
        List<DriveImage> drives = vm.config().drives();
        for (int k = 0; k < drives.size(); k++) {
            if (drives.get(k).image() instanceof KeptImage i) {
                i.keep(blocks(session.drive(), k), all);
            }
        }
    }

    /** Ends the keeping, and keeps what the guest wrote. */
    static void finish(VirtualMachine vm, SessionWriter session) {
        List<DriveImage> drives = vm.config().drives();
        byte[] data = new byte[OverlayDisk.CHUNK];
        for (int k = 0; k < drives.size(); k++) {
            if (drives.get(k).image() instanceof KeptImage i) {
                i.close();
            }
            MemoryOverlay overlay = vm.drives().get(k);
            if (overlay.chunks() == 0) {
                continue;
            }
            try (BlockFile f =
                    BlockFile.create(
                            session.drive().resolve(k + ".overlay"), drives.get(k).sectors())) {
                overlay.forEach(
                        chunk -> {
                            overlay.read(chunk, 0, data, 0, OverlayDisk.CHUNK);
                            f.write(chunk, data);
                        });
            }
        }
    }

    /** Closes the files behind the drives of a replay. */
    public static void close(VirtualMachine vm) {
        for (DriveImage d : vm.config().drives()) {
            if (d.image() instanceof KeptImage i) {
                i.close();
            }
        }
    }
}
