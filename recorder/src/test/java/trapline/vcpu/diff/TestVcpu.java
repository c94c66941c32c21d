package trapline.vcpu.diff;

import trapline.bus.PhysMemory;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;
import trapline.isa.Feature;
import trapline.mmu.MemorySystem;
import trapline.mmu.Stage2;
import trapline.trap.Implementation;
import trapline.trap.Routing;
import trapline.vcpu.CodeCache;
import trapline.vcpu.Vcpu;

/** A vCPU with a little memory at the address that the oracle uses, and nothing else around it. */
final class TestVcpu {
    /** Where records and streams lie, on both sides. */
    static final long BASE = 0x10_0000_0000L;

    static final long MEMORY_BYTES = 64 << 20;

    final PhysMemory memory = new PhysMemory();
    final Vcpu vcpu;

    TestVcpu(CpuModel model) {
        memory.add("ram", BASE, MEMORY_BYTES, false);
        MemorySystem system = new MemorySystem(memory, new Stage2(memory, 40, 1), (_, _, _) -> {});
        CodeCache code = new CodeCache(system, new A64Decoder(model));
        vcpu = new Vcpu(0, model, system, code, new Routing(implementation(model)));
        vcpu.fpEnabled = true;
    }

    private static Implementation implementation(CpuModel model) {
        return new Implementation(
                name -> model.features().stream().map(Feature::name).anyMatch(name::equals),
                model.breakpoints(),
                model.watchpoints(),
                model.eventCounters(),
                5);
    }
}
