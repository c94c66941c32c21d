package trapline.replay;

import trapline.event.FactSink;
import trapline.event.Outcome;
import trapline.event.Trap;

/** Drops every fact: while a machine is being built. */
enum Silent implements FactSink {
    SINK;

    @Override
    public void trap(Trap t) {}

    @Override
    public void interrupt(
            int vcpu, long retired, long virtualNanos, long pc, int kind, int intid) {}

    @Override
    public void console(int port, int value, long machineRetired, long virtualNanos) {}

    @Override
    public void log(long machineRetired, long virtualNanos, String line) {}

    @Override
    public void digest(long machineRetired, long virtualNanos, long high, long low) {}

    @Override
    public void outcome(long machineRetired, long virtualNanos, Outcome outcome) {}
}
