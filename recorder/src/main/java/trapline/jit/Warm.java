package trapline.jit;

import trapline.bus.PhysMemory;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;
import trapline.mmu.MemorySystem;
import trapline.mmu.Stage2;
import trapline.trap.Implementation;
import trapline.trap.Routing;
import trapline.vcpu.CodeCache;
import trapline.vcpu.Vcpu;

/**
 * Makes HotSpot compile a region before a guest runs it: enters it, with no instruction left to
 * run, as often as HotSpot wants to see a method before it compiles it to the tier's end. Where the
 * directives say so, the call that asks for compilation returns when the code is there. The vCPU is
 * nobody's.
 */
final class Warm {
    /** Set by who starts the JVM with the compiler directives of src/main/hotspot. */
    private static final boolean DIRECTED = Boolean.getBoolean("trapline.compilers.directed");

    /**
     * With directives above HotSpot's Tier4InvocationThreshold, which it compares each 1,024
     * invocations, and twice more of those: one finds that the second compiler is excluded, one
     * asks the first again. Without, enough for the first compiler, and the rest follows from use.
     */
    private static final int CALLS = DIRECTED ? 8_000 : 300;

    private final Vcpu nobody;

    Warm() {
        PhysMemory memory = new PhysMemory();
        MemorySystem system =
                new MemorySystem(memory, new Stage2(memory, 40, 0), (frame, offset, bytes) -> {});
        CpuModel model = CpuModel.byName("cortex-a57").orElseThrow();
        CodeCache code = new CodeCache(system, A64Decoder.of(model));
        Routing routing = new Routing(new Implementation(name -> false, 2, 2, 0, 5));
        nobody = new Vcpu(0, model, system, code, routing);
    }

    void run(Region r) {
        for (int k = 0; k < CALLS; k++) {
            r.run(nobody);
        }
    }
}
