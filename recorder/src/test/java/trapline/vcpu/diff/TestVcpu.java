package trapline.vcpu.diff;

import trapline.vcpu.Vcpu;

/** A vCPU for executing instructions in, with nothing around it. */
final class TestVcpu {
    private TestVcpu() {}

    static Vcpu create() {
        return new Vcpu();
    }
}
