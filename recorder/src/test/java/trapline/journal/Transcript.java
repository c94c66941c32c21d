package trapline.journal;

import java.util.ArrayList;
import java.util.List;
import trapline.event.Input;
import trapline.event.Outcome;
import trapline.event.Trap;

/** Each event as one line with all its fields. */
final class Transcript implements SyntheticRun.InputSink {
    final List<String> lines = new ArrayList<>();
    private final Names names;

    Transcript(Names names) {
        this.names = names;
    }

    @Override
    public void trap(Trap t) {
        lines.add(
                "trap "
                        + t.id
                        + " "
                        + t.vcpu
                        + " "
                        + t.retired
                        + " "
                        + t.virtualNanos
                        + " "
                        + t.pc
                        + " "
                        + t.el
                        + " "
                        + t.cls
                        + " "
                        + t.esr
                        + " "
                        + t.far
                        + " "
                        + t.ipa
                        + " "
                        + t.register
                        + " "
                        + (t.device < 0 ? "-" : names.device(t.device))
                        + " "
                        + t.offset
                        + " "
                        + t.read
                        + " "
                        + t.value
                        + " "
                        + t.hasValue
                        + " "
                        + t.arg1
                        + " "
                        + t.arg2
                        + " "
                        + t.arg3
                        + " "
                        + t.result
                        + " "
                        + t.action
                        + " "
                        + names.rule(t.rule)
                        + " "
                        + t.flags
                        + " "
                        + t.injectedEsr
                        + " "
                        + t.costNanos
                        + " "
                        + Math.max(-1, t.hostNanos));
    }

    @Override
    public void interrupt(int vcpu, long retired, long virtualNanos, long pc, int kind, int intid) {
        lines.add(
                "irq "
                        + vcpu
                        + " "
                        + retired
                        + " "
                        + virtualNanos
                        + " "
                        + pc
                        + " "
                        + kind
                        + " "
                        + intid);
    }

    @Override
    public void console(int port, int value, long machineRetired, long virtualNanos) {
        lines.add("console " + port + " " + value + " " + machineRetired + " " + virtualNanos);
    }

    @Override
    public void log(long machineRetired, long virtualNanos, String line) {
        lines.add("log " + machineRetired + " " + virtualNanos + " " + line);
    }

    @Override
    public void digest(long machineRetired, long virtualNanos, long high, long low) {
        lines.add("digest " + machineRetired + " " + virtualNanos + " " + high + " " + low);
    }

    @Override
    public void outcome(long machineRetired, long virtualNanos, Outcome outcome) {
        lines.add("outcome " + machineRetired + " " + virtualNanos + " " + outcome);
    }

    @Override
    public void input(Input in) {
        lines.add("input " + in);
    }

    /** Everything that {@code cursor} has left. */
    Transcript read(Cursor cursor) {
        while (cursor.next() != Cursor.Event.END) {
            add(cursor);
        }
        return this;
    }

    /** The event that {@code cursor} stands at. */
    void add(Cursor cursor) {
        if (cursor.event() == Cursor.Event.INPUT) {
            input(cursor.input());
        } else {
            cursor.deliver(this);
        }
    }
}
