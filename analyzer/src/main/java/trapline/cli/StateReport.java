package trapline.cli;

import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import trapline.analyze.Fields;
import trapline.analyze.Spans;
import trapline.analyze.Symbols;
import trapline.analyze.TrapText;
import trapline.event.Trap;
import trapline.isa.Disassembler;
import trapline.isa.SysReg;
import trapline.journal.Names;
import trapline.journal.Session;
import trapline.machine.GuestCopy;
import trapline.machine.Machine;
import trapline.mmu.Walker;
import trapline.record.MachineFactory;
import trapline.replay.StateAt;
import trapline.vcpu.Vcpu;

/**
 * The machine as it was when a trap arrived at EL2: registers, the instruction, system registers,
 * the last traps.
 */
final class StateReport {
    /** Traps before the one in question that are shown. */
    static final int LAST = 8;

    private static final int COLUMNS = 4;

    /** Callers that are shown. */
    private static final int FRAMES = 24;

    private final StateAt state;
    private final Vcpu cpu;
    private final Names names;
    private final Symbols symbols;

    StateReport(Session session, StateAt state) {
        this.state = state;
        cpu = state.vm().machine().cpus[state.trap().vcpu];
        names = MachineFactory.dictionary(state.vm());
        symbols = SessionSymbols.of(session);
    }

    /**
     * The word at the program counter, as the guest's translation has it; null when it cannot be
     * read.
     */
    private @Nullable Integer word() {
        ByteBuffer b = read(cpu.pc, Integer.BYTES);
        return b == null ? null : b.order(ByteOrder.LITTLE_ENDIAN).getInt(0);
    }

    /** Guest memory in one page, by virtual address; null when it cannot be read. */
    private @Nullable ByteBuffer read(long va, int bytes) {
        Machine m = state.vm().machine();
        Walker w = cpu.mmu.walkFor(va);
        if (w.fault >= 0 || !m.memory.contains(w.pa, bytes)) {
            return null;
        }
        byte[] b = new byte[bytes];
        GuestCopy.fromPhysical(m, w.pa, b, 0, bytes);
        return ByteBuffer.wrap(b);
    }

    /**
     * Return addresses by the frame records that X29 leads to, innermost first (AAPCS64, "The Frame
     * Pointer"); only as far as they are code that has a name.
     */
    private List<Long> frames() {
        List<Long> found = new ArrayList<>();
        long at = cpu.x[29];
        while (found.size() < FRAMES && (at & 15) == 0) {
            ByteBuffer b = read(at, 16);
            if (b == null) {
                break;
            }
            b.order(cpu.mmu.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            if (symbols.at(b.getLong(8)) == null) {
                break;
            }
            found.add(b.getLong(8));
            if (Long.compareUnsigned(b.getLong(0), at) <= 0) {
                break;
            }
            at = b.getLong(0);
        }
        return found;
    }

    private Map<String, @Nullable Object> place(long address) {
        return new Fields().hex("address", address).put("symbol", symbols.at(address)).map();
    }

    private String instruction() {
        Integer word = word();
        return word == null ? TrapText.instruction(state.trap()) : Disassembler.text(cpu.pc, word);
    }

    private Map<String, @Nullable Object> general() {
        Map<String, @Nullable Object> r = new LinkedHashMap<>();
        for (int i = 0; i < 31; i++) {
            r.put("x" + i, Fields.hex(cpu.x[i]));
        }
        r.put("sp", Fields.hex(cpu.x[Vcpu.SP]));
        r.put("pc", Fields.hex(cpu.pc));
        r.put("pstate", Fields.hex(cpu.spsr()));
        return r;
    }

    /** System registers that are not zero: most of the thousand always are. */
    private Map<String, @Nullable Object> system() {
        Map<String, @Nullable Object> r = new LinkedHashMap<>();
        for (int i = 0; i < SysReg.COUNT; i++) {
            if (cpu.sys[i] != 0) {
                r.put(SysReg.name(i, true), Fields.hex(cpu.sys[i]));
            }
        }
        return r;
    }

    Fields fields() {
        Trap t = state.trap();
        Integer word = word();
        List<Object> last =
                state.last().stream()
                        .<Object>map(x -> TrapText.fields(x, names, symbols).map())
                        .toList();
        return new Fields()
                .put("trap", t.id)
                .put("vcpu", t.vcpu)
                .put("el", t.el)
                .put("retired", t.retired)
                .put("virtualNanos", t.virtualNanos)
                .put("symbol", symbols.at(t.pc))
                .hex("instructionWord", word == null ? null : word & 0xffffffffL)
                .put("instruction", instruction())
                .hex("esr", t.esr)
                .hex("far", t.far)
                .hex("ipa", t.ipa)
                .put("registers", general())
                .put("systemRegisters", system())
                .put("returnsTo", place(cpu.x[30]))
                .put("frames", frames().stream().map(this::place).toList())
                .put("lastTraps", last);
    }

    void print(PrintWriter out) {
        Trap t = state.trap();
        out.println(
                "trap "
                        + Words.count(t.id)
                        + ", vCPU "
                        + t.vcpu
                        + " at EL"
                        + t.el
                        + ", after "
                        + Words.count(t.retired, "instruction")
                        + ", "
                        + Spans.nanos(t.virtualNanos)
                        + " of virtual time");
        out.println("at " + symbols.describe(t.pc) + ": " + instruction());
        out.println(
                "ESR_EL2 "
                        + TrapText.esr(t.esr)
                        + (t.far == 0 && t.ipa == 0
                                ? ""
                                : ", FAR_EL2 " + Fields.hex(t.far) + ", IPA " + Fields.hex(t.ipa)));
        out.println();
        columns(out, general());
        out.println();
        out.println("x30 is " + symbols.describe(cpu.x[30]));
        frames().forEach(a -> out.println("  from " + symbols.describe(a)));
        out.println();
        out.println("system registers that are not zero");
        columns(out, system());
        if (!state.last().isEmpty()) {
            out.println();
            out.println("the last traps before it");
            state.last().forEach(x -> out.println(TrapText.line(x, names, symbols, 1)));
        }
    }

    private static void columns(PrintWriter out, Map<String, @Nullable Object> registers) {
        int name = registers.keySet().stream().mapToInt(String::length).max().orElse(1);
        StringBuilder line = new StringBuilder();
        int column = 0;
        for (Map.Entry<String, @Nullable Object> e : registers.entrySet()) {
            line.append(String.format("%-" + name + "s %-18s  ", e.getKey(), e.getValue()));
            if (++column == COLUMNS) {
                out.println(line.toString().stripTrailing());
                line.setLength(0);
                column = 0;
            }
        }
        if (column > 0) {
            out.println(line.toString().stripTrailing());
        }
    }
}
