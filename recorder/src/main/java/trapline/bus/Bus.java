package trapline.bus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The devices of a machine by guest-physical address. A device's index is its place in order of
 * base address.
 */
public final class Bus {
    /** One device and where it lives. */
    public record Region(long base, long size, Device device) {}

    private final List<Region> regions = new ArrayList<>();
    private Region[] sorted = {};

    /** Adds a device before the machine starts; overlapping regions are our own bug. */
    public void add(long base, long size, Device device) {
        for (Region r : regions) {
            if (base < r.base + r.size && r.base < base + size) {
                throw new IllegalArgumentException(device.name() + " overlaps " + r.device.name());
            }
        }
        regions.add(new Region(base, size, device));
        regions.sort(Comparator.comparingLong(Region::base));
        sorted = regions.toArray(new Region[0]);
    }

    /** Index of the device that holds this address, or -1. */
    public int find(long pa) {
        int lo = 0;
        int hi = sorted.length - 1;
        while (lo <= hi) {
            int mid = (lo + hi) >>> 1;
            Region r = sorted[mid];
            if (pa < r.base) {
                hi = mid - 1;
            } else if (pa - r.base >= r.size) {
                lo = mid + 1;
            } else {
                return mid;
            }
        }
        return -1;
    }

    public Region region(int index) {
        return sorted[index];
    }

    /** In order of base address. */
    public List<Region> regions() {
        return List.copyOf(regions);
    }
}
