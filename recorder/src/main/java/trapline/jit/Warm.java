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
 * run, as often as HotSpot wants to see a method before it compiles it. The vCPU is nobody's.
 */
final class Warm {
    /** Above HotSpot's Tier3InvocationThreshold, which it looks at each 128 invocations or so. */
    static final int CALLS = Integer.getInteger("warm", 8_000);

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
