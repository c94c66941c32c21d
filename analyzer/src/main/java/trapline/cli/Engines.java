package trapline.cli;

import org.jspecify.annotations.Nullable;
import trapline.jit.JitEngine;
import trapline.machine.VirtualMachine;

/**
 * What executes guest code. Both engines give the same facts and digests; the choice is one of
 * speed alone.
 */
final class Engines {
    /**
     * Environment variable that chooses: {@code interpreter}, {@code translator} (eagerly), else
     * both as it pays.
     */
    static final String CHOICE = "TRAPLINE_ENGINE";

    /** The engine that was asked for; null is the interpreter. */
    static final VirtualMachine.@Nullable EngineFactory DEFAULT = of(System.getenv(CHOICE));

    private Engines() {}

    static VirtualMachine.@Nullable EngineFactory of(@Nullable String choice) {
        if ("interpreter".equals(choice)) {
            return null;
        }
        JitEngine.Options options =
                "translator".equals(choice)
                        ? JitEngine.Options.eager()
                        : JitEngine.Options.standard();
        return (code, cpus) -> new JitEngine(code, cpus, options)::run;
    }
}
