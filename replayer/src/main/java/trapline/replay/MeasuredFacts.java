package trapline.replay;

import trapline.event.FactSink;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.journal.Names;

/** Verifies each fact, then hands traps to whoever measures them. */
record MeasuredFacts(Verifier verifier, Replayer.Measured measured, Names names)
        implements FactSink {
    @Override
    public void trap(Trap t) {
        verifier.trap(t);
        measured.trap(t, names);
    }

    @Override
    public void interrupt(int vcpu, long retired, long virtualNanos, long pc, int kind, int intid) {
        verifier.interrupt(vcpu, retired, virtualNanos, pc, kind, intid);
    }

    @Override
    public void console(int port, int value, long machineRetired, long virtualNanos) {
        verifier.console(port, value, machineRetired, virtualNanos);
    }

    @Override
    public void log(long machineRetired, long virtualNanos, String line) {
        verifier.log(machineRetired, virtualNanos, line);
    }

    @Override
    public void digest(long machineRetired, long virtualNanos, long high, long low) {
        verifier.digest(machineRetired, virtualNanos, high, low);
    }

    @Override
    public void outcome(long machineRetired, long virtualNanos, Outcome outcome) {
        verifier.outcome(machineRetired, virtualNanos, outcome);
    }
}
