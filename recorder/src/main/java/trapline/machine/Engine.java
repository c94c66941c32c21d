package trapline.machine;

import trapline.vcpu.Vcpu;

/**
 * What executes a vCPU's instructions until its limit. All engines give the same state at the same
 * count.
 */
@FunctionalInterface
public interface Engine {
    void run(Vcpu c);
}
