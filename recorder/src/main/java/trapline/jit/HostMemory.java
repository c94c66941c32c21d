package trapline.jit;

import java.lang.constant.ClassDesc;

/**
 * How translated code reaches host memory. The JDK's own class, where this process may use it, is
 * what HotSpot's first compiler turns into one machine instruction; through {@code
 * trapline.bus.Native} that takes inlining three methods an access, which costs compilation time
 * and code rather than speed.
 */
final class HostMemory {
    /** The class with an instance that has the accessors. */
    static final ClassDesc UNSAFE = ClassDesc.of("jdk.internal.misc.Unsafe");

    /**
     * Whether {@link #UNSAFE} is exported to us: {@code --add-exports
     * java.base/jdk.internal.misc=ALL-UNNAMED}.
     */
    static final boolean DIRECT =
            Object.class.getModule().isExported("jdk.internal.misc", HostMemory.class.getModule());

    private HostMemory() {}
}
