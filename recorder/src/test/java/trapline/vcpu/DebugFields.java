package trapline.vcpu;

import java.util.HashMap;
import java.util.Map;
import trapline.isa.SysReg;

/** Debug registers put together from the names of their fields (DDI 0487, D24.3). */
final class DebugFields {
    static final long SS = 1;
    static final long KDE = 1 << 13;
    static final long MDE = 1 << 15;

    private static final Map<String, Integer> MDSCR =
            Map.of("SS", 0, "TDCC", 12, "KDE", 13, "MDE", 15);

    /** Position by name, in DBGBCR and DBGWCR alike but for BT, WT, LSC and MASK. */
    private static final Map<String, Integer> CONTROL = new HashMap<>();

    static {
        CONTROL.put("E", 0);
        CONTROL.put("PMC", 1);
        CONTROL.put("PAC", 1);
        CONTROL.put("LSC", 3);
        CONTROL.put("BAS", 5);
        CONTROL.put("HMC", 13);
        CONTROL.put("SSC", 14);
        CONTROL.put("LBN", 16);
        CONTROL.put("BT", 20);
        CONTROL.put("WT", 20);
        CONTROL.put("MASK", 24);
    }

    private DebugFields() {}

    /** MDSCR_EL1 with the named bits, separated by blanks; "-" for none. */
    static long mdscr(String names) {
        long value = 0;
        for (String name : names.split(" ", -1)) {
            value |= name.equals("-") ? 0 : 1L << MDSCR.get(name);
        }
        return value;
    }

    /** DBGBCR or DBGWCR from fields such as {@code E=1 PMC=3 BAS=f}, values hexadecimal. */
    static long control(String fields) {
        long value = 0;
        for (String field : fields.split(" ", -1)) {
            int equals = field.indexOf('=');
            value |=
                    Long.parseLong(field.substring(equals + 1), 16)
                            << CONTROL.get(field.substring(0, equals));
        }
        return value;
    }

    static int bvr(int n) {
        return SysReg.indexOf(SysReg.key(2, 0, 0, n, 4));
    }

    static int bcr(int n) {
        return SysReg.indexOf(SysReg.key(2, 0, 0, n, 5));
    }

    static int wvr(int n) {
        return SysReg.indexOf(SysReg.key(2, 0, 0, n, 6));
    }

    static int wcr(int n) {
        return SysReg.indexOf(SysReg.key(2, 0, 0, n, 7));
    }
}
