package trapline.machine;

import trapline.device.BlockBackend;

/**
 * One drive.
 *
 * @param name for messages
 * @param backend its blocks
 */
public record DriveImage(String name, BlockBackend backend) {}
