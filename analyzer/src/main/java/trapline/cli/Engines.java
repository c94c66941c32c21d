package trapline.cli;

import org.jspecify.annotations.Nullable;
import trapline.machine.VirtualMachine;

/** What executes guest code. */
final class Engines {
    /** Null is the interpreter. */
    static final VirtualMachine.@Nullable EngineFactory DEFAULT = null;

    private Engines() {}
}
