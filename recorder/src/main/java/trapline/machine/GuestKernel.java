package trapline.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.bus.PhysMemory;
import trapline.isa.SysReg;
import trapline.machine.boot.SymbolTable;
import trapline.machine.linux.KernelMemory;
import trapline.machine.linux.PrintkLog;
import trapline.vcpu.Vcpu;

/**
 * The guest's kernel as it stands in memory: how its addresses translate, and what it logged.
 * Changes nothing.
 */
public final class GuestKernel implements KernelMemory {
    /** How Linux begins the line that says why it panicked. */
    static final String PANIC = "Kernel panic - not syncing";

    private final Machine machine;
    private final SymbolTable symbols;
    private final long textPhysical;

    /**
     * @param symbols the kernel's, or an empty table
     * @param textPhysical where the kernel's first byte was loaded, or -1
     */
    GuestKernel(Machine machine, SymbolTable symbols, long textPhysical) {
        this.machine = machine;
        this.symbols = symbols;
        this.textPhysical = textPhysical;
    }

    @Override
    public boolean read(long va, byte[] to, int length) {
        for (Vcpu c : machine.cpus) {
            if (GuestCopy.read(machine, c, va, to, length)) {
                return true;
            }
        }
        // A vCPU at EL0 may run on tables that hide the kernel (CONFIG_UNMAP_KERNEL_AT_EL0).
        long pa = untranslated(va);
        if (pa < 0 || !machine.memory.contains(pa, length)) {
            return false;
        }
        GuestCopy.fromPhysical(machine, pa, to, 0, length);
        return true;
    }

    /**
     * By the rules of Linux's memory map: the image lies in one piece, and so does the linear map
     * of 48-bit kernels.
     */
    private long untranslated(long va) {
        long text = symbols.find("_text");
        if (text != -1 && textPhysical >= 0 && va - text >= 0 && va - text < 256 << 20) {
            return va - text + textPhysical;
        }
        long t1sz = machine.cpus[0].sys[SysReg.TCR_EL1] >>> 16 & 0x3f;
        boolean linear = t1sz == 16 && va >>> 47 == 0x1fffe;
        long start = machine.memory.blocks().getFirst().base & -(1L << 30);
        return linear ? (va & (1L << 47) - 1) + start : -1;
    }

    @Override
    public void scan(Piece piece) {
        PhysMemory m = machine.memory;
        for (PhysMemory.Block b : m.blocks()) {
            if (!m.isMapped(b)) {
                continue;
            }
            int end = b.firstFrame + (int) (b.size >>> 12);
            for (int f = b.firstFrame; f < end; f++) {
                int from = f;
                while (f < end && used(f)) {
                    m.host(f);
                    f++;
                }
                long readable = (long) (end - from) << 12;
                if (f > from && !piece.look(m.host(from), (long) (f - from) << 12, readable)) {
                    return;
                }
            }
        }
    }

    /** Stored to since the last digest, or not zero then. */
    private boolean used(int frame) {
        return (machine.memory.flags(frame) & (PhysMemory.DIRTY | PhysMemory.ABSENT)) != 0
                || machine.digest().frame(frame) != 0;
    }

    /** The kernel's log; null when none is found. */
    public @Nullable PrintkLog log() {
        long prb = symbols.find("prb");
        PrintkLog known = prb == -1 ? null : PrintkLog.behind(this, prb);
        return known != null ? known : PrintkLog.find(this);
    }

    /**
     * What the kernel said last: of a panic the line that says why.
     *
     * @return null when there is no log, or it is empty
     */
    @Nullable String lastWords() {
        PrintkLog log = log();
        List<PrintkLog.Line> all = log == null ? List.of() : log.records();
        String last = null;
        for (PrintkLog.Line r : all) {
            String line = r.text().lines().findFirst().orElse("");
            if (!line.isEmpty() && (last == null || !last.startsWith(PANIC))) {
                last = line;
            }
        }
        return last;
    }

    /** The kernel's panic line; null when its log has none. */
    @Nullable String panicWords() {
        String last = lastWords();
        return last != null && last.startsWith(PANIC) ? last : null;
    }
}
