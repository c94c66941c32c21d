package trapline.policy;

import java.util.Locale;
import trapline.isa.SysReg;
import trapline.vcpu.Vcpu;

/**
 * HVC #0xFFxx in a debug build: {@code xen/arch/arm/traps.c:do_debug_trap}. No register changes.
 */
final class XenDebugTraps {
    private XenDebugTraps() {}

    /**
     * @param code low byte of the immediate
     */
    static void perform(int code, Vcpu c, Platform p, XenLog log) {
        String domain = "DOM" + log.domain() + ": ";
        long elr = c.pc + 4;
        switch (code) {
            case 0xfd -> log.hypervisor(p, domain + "Reached " + XenLog.hex16(elr));
            case 0xfe -> log.hypervisor(p, String.valueOf((char) (c.x[0] & 0xff)));
            case 0xff -> {
                log.hypervisor(p, domain + "DEBUG");
                registers(c, p, log, elr);
            }
            default -> {
                if (code >= 0xe0 && code <= 0xef) {
                    int n = code - 0xe0;
                    String value = XenLog.hex16(c.x[n]);
                    log.hypervisor(
                            p, domain + "R" + n + " = 0x" + value + " at 0x" + XenLog.hex16(elr));
                } else {
                    log.hypervisor(p, domain + "Unhandled debug trap " + XenLog.alternate(code));
                }
            }
        }
    }

    /** The guest's part of {@code show_registers_64}. */
    private static void registers(Vcpu c, Platform p, XenLog log, long elr) {
        log.hypervisor(p, "PC:     " + XenLog.hex16(elr));
        log.hypervisor(p, "LR:     " + XenLog.hex16(c.x[30]));
        log.hypervisor(p, "SP_EL0: " + XenLog.hex16(c.stack(SysReg.SP_EL0)));
        log.hypervisor(p, "SP_EL1: " + XenLog.hex16(c.stack(SysReg.SP_EL1)));
        String mode = c.el == 0 ? "EL0t" : c.spSel ? "EL1h" : "EL1t";
        log.hypervisor(
                p, "CPSR:   " + XenLog.hex16(c.spsr()) + " MODE:64-bit " + mode + " (Guest)");
        StringBuilder line = new StringBuilder();
        for (int n = 0; n < 29; n++) {
            line.append(String.format(Locale.ROOT, "%6s: %s", "X" + n, XenLog.hex16(c.x[n])));
            if (n % 3 == 2 || n == 28) {
                log.hypervisor(p, line.toString());
                line.setLength(0);
            }
        }
        log.hypervisor(p, "    FP: " + XenLog.hex16(c.x[29]));
        log.hypervisor(p, "   ELR_EL1: " + XenLog.hex16(c.sys[SysReg.ELR_EL1]));
        log.hypervisor(p, "   ESR_EL1: " + XenLog.hex16(c.sys[SysReg.ESR_EL1]));
        log.hypervisor(p, "   FAR_EL1: " + XenLog.hex16(c.sys[SysReg.FAR_EL1]));
        log.hypervisor(p, " SCTLR_EL1: " + XenLog.hex16(c.sys[SysReg.SCTLR_EL1]));
        log.hypervisor(p, "   TCR_EL1: " + XenLog.hex16(c.sys[SysReg.TCR_EL1]));
        log.hypervisor(p, " TTBR0_EL1: " + XenLog.hex16(c.sys[SysReg.TTBR0_EL1]));
        log.hypervisor(p, " TTBR1_EL1: " + XenLog.hex16(c.sys[SysReg.TTBR1_EL1]));
        log.hypervisor(p, "  VTCR_EL2: " + XenLog.hex16(c.sys[SysReg.VTCR_EL2]));
        log.hypervisor(p, " VTTBR_EL2: " + XenLog.hex16(c.sys[SysReg.VTTBR_EL2]));
        log.hypervisor(p, " SCTLR_EL2: " + XenLog.hex16(c.sys[SysReg.SCTLR_EL2]));
        log.hypervisor(p, "   HCR_EL2: " + XenLog.hex16(c.sys[SysReg.HCR_EL2]));
    }
}
