package trapline.machine;

import trapline.device.OverlayDisk;

/**
 * One drive as it is before the run: what the guest writes goes into an overlay that is part of the
 * machine's memory.
 *
 * @param name for messages
 * @param sectors size in sectors of 512 bytes
 * @param image its blocks, never changed; reads below the overlay go there
 */
public record DriveImage(String name, long sectors, OverlayDisk.Image image) {}
