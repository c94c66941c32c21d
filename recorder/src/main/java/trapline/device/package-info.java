/**
 * Device models of both platforms: interrupt controllers, timers, UARTs, real-time clock, flash, virtio.
 *
 * <p>A device has no thread and no clock: it learns the time from {@link trapline.bus.Scheduler}, asks to be called later
 * through {@link trapline.bus.Deadline}, raises {@link trapline.bus.InterruptLine}s, and answers accesses. What a guest
 * does wrong is answered as the device's specification or Xen says, never with a Java exception; an offset that nothing
 * answers reads as zero, ignores writes, and is counted where the platform is hardware, and is logged where it is Xen.
 *
 * <p><em>INTID</em> is an interrupt number: 0 to 15 software-generated (SGI), 16 to 31 private (PPI), from 32 shared
 * (SPI). Sources: IHI 0048 (GICv2), IHI 0069 (GICv3), DDI 0487 (generic timer), DDI 0183 (PL011), DDI 0224 (PL031), Xen's
 * {@code xen/arch/arm}, OASIS Virtual I/O Device 1.2, JEDEC JESD68 (CFI).
 */
@NullMarked
package trapline.device;

import org.jspecify.annotations.NullMarked;
