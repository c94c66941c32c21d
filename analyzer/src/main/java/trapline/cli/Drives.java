package trapline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import trapline.machine.DriveImage;

/** The disks of a recording. */
final class Drives {
    private Drives() {}

    static List<DriveImage> open(List<Path> files, Path dir) {
        List<DriveImage> drives = new ArrayList<>();
        for (Path f : files) {
            throw new BadInput("--drive " + f + ": this build has no disks");
        }
        return drives;
    }
}
