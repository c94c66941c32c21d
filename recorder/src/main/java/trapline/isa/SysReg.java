package trapline.isa;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Every AArch64 system register and system instruction that has a name, with its encoding.
 *
 * <p>Each has a dense <em>index</em>, a compile-time constant here, usable in a {@code switch} and
 * as a position in a {@code long[]} of register values. Registers come first, ascending by
 * encoding, in {@code [0, REGISTERS)}; system instructions (AT, DC, IC, TLBI, ...) follow in {@code
 * [REGISTERS, COUNT)}. Registers that share an encoding share an index: ICC_x stands for ICV_x too,
 * and {@link #DBGDTRRX_EL0} for {@link #DBGDTRTX_EL0}. MSR (immediate) writes PSTATE fields, not
 * registers, and has no index.
 *
 * <p>A <em>key</em> packs an encoding into 16 bits, {@code op0:op1:CRn:CRm:op2}, which are bits
 * 20:5 of an MSR, MRS, SYS or SYSL word. Source: DDI 0487, C5 and D24, "AArch64 System Register
 * Descriptions"; rows in {@link SysRegTable}.
 */
public final class SysReg {
    /** Number of registers: the length of an array that holds one value for each. */
    public static final int REGISTERS = 1135;

    /** Number of indices, system instructions included. */
    public static final int COUNT = 1374;

    /** No index: the encoding has no name. */
    public static final int NONE = -1;

    private static final int KEYS = 1 << 16;
    private static final short[] INDEX_OF_KEY = new short[KEYS];
    private static final char[] KEY_OF_INDEX = new char[COUNT];
    private static final String[] NAME = new String[COUNT];
    private static final String[] GATE = new String[COUNT];
    private static final byte[] MIN_EL = new byte[COUNT];
    private static final byte[] ACCESS = new byte[COUNT];

    private static final int READABLE = 1;
    private static final int WRITABLE = 2;

    static {
        Arrays.fill(INDEX_OF_KEY, (short) NONE);
        int index = 0;
        for (String block : SysRegTable.BLOCKS) {
            int at = 0;
            while (at < block.length()) {
                int end = block.indexOf('\n', at);
                parseRow(index++, block, at, end);
                at = end + 1;
            }
        }
        if (index != COUNT) {
            throw new IllegalStateException("rows: expected=" + COUNT + " actual=" + index);
        }
    }

    private SysReg() {}

    private static void parseRow(int index, String block, int start, int end) {
        int nameEnd = block.indexOf(' ', start);
        int keyEnd = block.indexOf(' ', nameEnd + 1);
        int accessEnd = block.indexOf(' ', keyEnd + 1);
        int elEnd = block.indexOf(' ', accessEnd + 1);
        int key = Integer.parseInt(block, nameEnd + 1, keyEnd, 16);
        if (INDEX_OF_KEY[key] != NONE) {
            throw new IllegalStateException("two rows for key 0x" + Integer.toHexString(key));
        }
        INDEX_OF_KEY[key] = (short) index;
        KEY_OF_INDEX[index] = (char) key;
        NAME[index] = block.substring(start, nameEnd).replace('.', ' ');
        ACCESS[index] =
                switch (block.substring(keyEnd + 1, accessEnd)) {
                    case "RO" -> READABLE;
                    case "WO" -> WRITABLE;
                    case "RW" -> READABLE | WRITABLE;
                    default -> throw new IllegalStateException("access of row " + index);
                };
        int readEl = block.charAt(accessEnd + 1) - '0';
        int writeEl = block.charAt(elEnd - 1) - '0';
        MIN_EL[index] = (byte) (readEl | writeEl << 2);
        String gate = block.substring(elEnd + 1, end);
        GATE[index] = gate.equals("-") ? "" : gate;
    }

    /**
     * The 16-bit key of an encoding.
     *
     * @param op0 0..3
     * @param op1 0..7
     * @param crn 0..15
     * @param crm 0..15
     * @param op2 0..7
     */
    public static int key(int op0, int op1, int crn, int crm, int op2) {
        return op0 << 14 | op1 << 11 | crn << 7 | crm << 3 | op2;
    }

    /** The key in an MSR, MRS, SYS, SYSL or MSR (immediate) instruction word. */
    public static int keyOfInsn(int insnWord) {
        return insnWord >>> 5 & 0xffff;
    }

    /** The index of a 16-bit key, or {@link #NONE} if the encoding has no name. */
    public static int indexOf(int key) {
        return INDEX_OF_KEY[key];
    }

    /** The index that an MSR (register), MRS, SYS or SYSL word accesses, or {@link #NONE}. */
    public static int indexOfInsn(int insnWord) {
        return INDEX_OF_KEY[keyOfInsn(insnWord)];
    }

    /**
     * The index of a name as {@link #name} gives it, or {@link #NONE}. Slow: for tables and tools.
     */
    public static int indexOfName(String name) {
        if (name.equals("DBGDTRTX_EL0")) {
            return DBGDTRTX_EL0;
        }
        for (int i = 0; i < COUNT; i++) {
            if (NAME[i].equals(name)) {
                return i;
            }
        }
        return NONE;
    }

    /** The key of an index. */
    public static int keyOf(int index) {
        return KEY_OF_INDEX[index];
    }

    /** Op0 of a key, 0..3. */
    public static int op0(int key) {
        return key >>> 14;
    }

    /** Op1 of a key, 0..7. */
    public static int op1(int key) {
        return key >>> 11 & 7;
    }

    /** CRn of a key, 0..15. */
    public static int crn(int key) {
        return key >>> 7 & 15;
    }

    /** CRm of a key, 0..15. */
    public static int crm(int key) {
        return key >>> 3 & 15;
    }

    /** Op2 of a key, 0..7. */
    public static int op2(int key) {
        return key & 7;
    }

    /** Arm's name, such as {@code MDCCSR_EL0} or {@code DC ZVA}; the direction tells RX from TX. */
    public static String name(int index, boolean read) {
        return index == DBGDTRTX_EL0 && !read ? "DBGDTRTX_EL0" : NAME[index];
    }

    /** The name of an encoding; {@code S3_op1_Cn_Cm_op2} (with its op0) if it has none. */
    public static String nameOfKey(int key, boolean read) {
        int index = indexOf(key);
        if (index != NONE) {
            return name(index, read);
        }
        return "S" + op0(key) + "_" + op1(key) + "_C" + crn(key) + "_C" + crm(key) + "_" + op2(key);
    }

    /** Whether the index is a system instruction, not a register. */
    public static boolean isInstruction(int index) {
        return index >= REGISTERS;
    }

    /** Whether an MRS (or SYSL) of it is allocated. */
    public static boolean isReadable(int index) {
        return (ACCESS[index] & READABLE) != 0;
    }

    /** Whether an MSR (or SYS) of it is allocated. */
    public static boolean isWritable(int index) {
        return (ACCESS[index] & WRITABLE) != 0;
    }

    /** The lowest Exception level, 0..3, at which an access in that direction can complete. */
    public static int minEl(int index, boolean read) {
        return MIN_EL[index] >>> (read ? 0 : 2) & 3;
    }

    /**
     * The features without which the encoding is UNDEFINED: alternatives separated by {@code |},
     * each a list of Arm's feature names without {@code FEAT_}, joined by {@code &}; empty if it is
     * part of the base architecture. {@code EL3}, {@code EL1_HIGHEST} and {@code HALTED} are no
     * features: they need an EL3, no EL2, or Debug state.
     */
    public static String gate(int index) {
        return GATE[index];
    }

    /**
     * Whether the encoding is allocated on an implementation with EL2 and without EL3.
     *
     * @param features answers for Arm's feature names, such as {@code FEAT_PMUv3}
     */
    public static boolean isImplemented(int index, Predicate<String> features) {
        String gate = GATE[index];
        if (gate.isEmpty()) {
            return true;
        }
        for (String alternative : gate.split("\\|", -1)) {
            boolean all = true;
            for (String name : alternative.split("&", -1)) {
                all &= features.test("FEAT_" + name);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    // @formatter:off
    // Constants are in table order; a test holds them to the rows.

    // op0=2 op1=0 CRn=0
    public static final int OSDTRRX_EL1 = 0;
    public static final int DBGBVR0_EL1 = 1;
    public static final int DBGBCR0_EL1 = 2;
    public static final int DBGWVR0_EL1 = 3;
    public static final int DBGWCR0_EL1 = 4;
    public static final int DBGBVR1_EL1 = 5;
    public static final int DBGBCR1_EL1 = 6;
    public static final int DBGWVR1_EL1 = 7;
    public static final int DBGWCR1_EL1 = 8;
    public static final int MDCCINT_EL1 = 9;
    public static final int MDSCR_EL1 = 10;
    public static final int DBGBVR2_EL1 = 11;
    public static final int DBGBCR2_EL1 = 12;
    public static final int DBGWVR2_EL1 = 13;
    public static final int DBGWCR2_EL1 = 14;
    public static final int OSDTRTX_EL1 = 15;
    public static final int DBGBVR3_EL1 = 16;
    public static final int DBGBCR3_EL1 = 17;
    public static final int DBGWVR3_EL1 = 18;
    public static final int DBGWCR3_EL1 = 19;
    public static final int MDSELR_EL1 = 20;
    public static final int DBGBVR4_EL1 = 21;
    public static final int DBGBCR4_EL1 = 22;
    public static final int DBGWVR4_EL1 = 23;
    public static final int DBGWCR4_EL1 = 24;
    public static final int MDSTEPOP_EL1 = 25;
    public static final int DBGBVR5_EL1 = 26;
    public static final int DBGBCR5_EL1 = 27;
    public static final int DBGWVR5_EL1 = 28;
    public static final int DBGWCR5_EL1 = 29;
    public static final int OSECCR_EL1 = 30;
    public static final int DBGBVR6_EL1 = 31;
    public static final int DBGBCR6_EL1 = 32;
    public static final int DBGWVR6_EL1 = 33;
    public static final int DBGWCR6_EL1 = 34;
    public static final int DBGBVR7_EL1 = 35;
    public static final int DBGBCR7_EL1 = 36;
    public static final int DBGWVR7_EL1 = 37;
    public static final int DBGWCR7_EL1 = 38;
    public static final int DBGBVR8_EL1 = 39;
    public static final int DBGBCR8_EL1 = 40;
    public static final int DBGWVR8_EL1 = 41;
    public static final int DBGWCR8_EL1 = 42;
    public static final int DBGBVR9_EL1 = 43;
    public static final int DBGBCR9_EL1 = 44;
    public static final int DBGWVR9_EL1 = 45;
    public static final int DBGWCR9_EL1 = 46;
    public static final int DBGBVR10_EL1 = 47;
    public static final int DBGBCR10_EL1 = 48;
    public static final int DBGWVR10_EL1 = 49;
    public static final int DBGWCR10_EL1 = 50;
    public static final int DBGBVR11_EL1 = 51;
    public static final int DBGBCR11_EL1 = 52;
    public static final int DBGWVR11_EL1 = 53;
    public static final int DBGWCR11_EL1 = 54;
    public static final int DBGBVR12_EL1 = 55;
    public static final int DBGBCR12_EL1 = 56;
    public static final int DBGWVR12_EL1 = 57;
    public static final int DBGWCR12_EL1 = 58;
    public static final int DBGBVR13_EL1 = 59;
    public static final int DBGBCR13_EL1 = 60;
    public static final int DBGWVR13_EL1 = 61;
    public static final int DBGWCR13_EL1 = 62;
    public static final int DBGBVR14_EL1 = 63;
    public static final int DBGBCR14_EL1 = 64;
    public static final int DBGWVR14_EL1 = 65;
    public static final int DBGWCR14_EL1 = 66;
    public static final int DBGBVR15_EL1 = 67;
    public static final int DBGBCR15_EL1 = 68;
    public static final int DBGWVR15_EL1 = 69;
    public static final int DBGWCR15_EL1 = 70;

    // op0=2 op1=0 CRn=1
    public static final int MDRAR_EL1 = 71;
    public static final int OSLAR_EL1 = 72;
    public static final int OSLSR_EL1 = 73;
    public static final int OSDLR_EL1 = 74;
    public static final int DBGPRCR_EL1 = 75;

    // op0=2 op1=0 CRn=7
    public static final int DBGCLAIMSET_EL1 = 76;
    public static final int DBGCLAIMCLR_EL1 = 77;
    public static final int DBGAUTHSTATUS_EL1 = 78;

    // op0=2 op1=0 CRn=9
    public static final int SPMCGCR0_EL1 = 79;
    public static final int SPMCGCR1_EL1 = 80;
    public static final int SPMACCESSR_EL1 = 81;
    public static final int SPMIIDR_EL1 = 82;
    public static final int SPMDEVARCH_EL1 = 83;
    public static final int SPMDEVAFF_EL1 = 84;
    public static final int SPMCFGR_EL1 = 85;
    public static final int SPMINTENSET_EL1 = 86;
    public static final int SPMINTENCLR_EL1 = 87;

    // op0=2 op1=0 CRn=14
    public static final int PMEVCNTSVR0_EL1 = 88;
    public static final int PMEVCNTSVR1_EL1 = 89;
    public static final int PMEVCNTSVR2_EL1 = 90;
    public static final int PMEVCNTSVR3_EL1 = 91;
    public static final int PMEVCNTSVR4_EL1 = 92;
    public static final int PMEVCNTSVR5_EL1 = 93;
    public static final int PMEVCNTSVR6_EL1 = 94;
    public static final int PMEVCNTSVR7_EL1 = 95;
    public static final int PMEVCNTSVR8_EL1 = 96;
    public static final int PMEVCNTSVR9_EL1 = 97;
    public static final int PMEVCNTSVR10_EL1 = 98;
    public static final int PMEVCNTSVR11_EL1 = 99;
    public static final int PMEVCNTSVR12_EL1 = 100;
    public static final int PMEVCNTSVR13_EL1 = 101;
    public static final int PMEVCNTSVR14_EL1 = 102;
    public static final int PMEVCNTSVR15_EL1 = 103;
    public static final int PMEVCNTSVR16_EL1 = 104;
    public static final int PMEVCNTSVR17_EL1 = 105;
    public static final int PMEVCNTSVR18_EL1 = 106;
    public static final int PMEVCNTSVR19_EL1 = 107;
    public static final int PMEVCNTSVR20_EL1 = 108;
    public static final int PMEVCNTSVR21_EL1 = 109;
    public static final int PMEVCNTSVR22_EL1 = 110;
    public static final int PMEVCNTSVR23_EL1 = 111;
    public static final int PMEVCNTSVR24_EL1 = 112;
    public static final int PMEVCNTSVR25_EL1 = 113;
    public static final int PMEVCNTSVR26_EL1 = 114;
    public static final int PMEVCNTSVR27_EL1 = 115;
    public static final int PMEVCNTSVR28_EL1 = 116;
    public static final int PMEVCNTSVR29_EL1 = 117;
    public static final int PMEVCNTSVR30_EL1 = 118;
    public static final int PMCCNTSVR_EL1 = 119;
    public static final int PMICNTSVR_EL1 = 120;

    // op0=2 op1=1 CRn=0
    public static final int TRCTRACEIDR = 121;
    public static final int TRCVICTLR = 122;
    public static final int TRCSEQEVR0 = 123;
    public static final int TRCCNTRLDVR0 = 124;
    public static final int TRCIDR8 = 125;
    public static final int TRCIMSPEC0 = 126;
    public static final int TRCPRGCTLR = 127;
    public static final int TRCQCTLR = 128;
    public static final int TRCVIIECTLR = 129;
    public static final int TRCSEQEVR1 = 130;
    public static final int TRCCNTRLDVR1 = 131;
    public static final int TRCIDR9 = 132;
    public static final int TRCIMSPEC1 = 133;
    public static final int TRCITEEDCR = 134;
    public static final int TRCVISSCTLR = 135;
    public static final int TRCSEQEVR2 = 136;
    public static final int TRCCNTRLDVR2 = 137;
    public static final int TRCIDR10 = 138;
    public static final int TRCIMSPEC2 = 139;
    public static final int TRCSTATR = 140;
    public static final int TRCVIPCSSCTLR = 141;
    public static final int TRCCNTRLDVR3 = 142;
    public static final int TRCIDR11 = 143;
    public static final int TRCIMSPEC3 = 144;
    public static final int TRCCONFIGR = 145;
    public static final int TRCCNTCTLR0 = 146;
    public static final int TRCIDR12 = 147;
    public static final int TRCIMSPEC4 = 148;
    public static final int TRCCNTCTLR1 = 149;
    public static final int TRCIDR13 = 150;
    public static final int TRCIMSPEC5 = 151;
    public static final int TRCAUXCTLR = 152;
    public static final int TRCSEQRSTEVR = 153;
    public static final int TRCCNTCTLR2 = 154;
    public static final int TRCIMSPEC6 = 155;
    public static final int TRCSEQSTR = 156;
    public static final int TRCCNTCTLR3 = 157;
    public static final int TRCIMSPEC7 = 158;
    public static final int TRCEVENTCTL0R = 159;
    public static final int TRCEXTINSELR0 = 160;
    public static final int TRCCNTVR0 = 161;
    public static final int TRCIDR0 = 162;
    public static final int TRCEVENTCTL1R = 163;
    public static final int TRCEXTINSELR1 = 164;
    public static final int TRCCNTVR1 = 165;
    public static final int TRCIDR1 = 166;
    public static final int TRCRSR = 167;
    public static final int TRCEXTINSELR2 = 168;
    public static final int TRCCNTVR2 = 169;
    public static final int TRCIDR2 = 170;
    public static final int TRCSTALLCTLR = 171;
    public static final int TRCEXTINSELR3 = 172;
    public static final int TRCCNTVR3 = 173;
    public static final int TRCIDR3 = 174;
    public static final int TRCTSCTLR = 175;
    public static final int TRCIDR4 = 176;
    public static final int TRCSYNCPR = 177;
    public static final int TRCIDR5 = 178;
    public static final int TRCCCCTLR = 179;
    public static final int TRCIDR6 = 180;
    public static final int TRCBBCTLR = 181;
    public static final int TRCIDR7 = 182;

    // op0=2 op1=1 CRn=1
    public static final int TRCRSCTLR16 = 183;
    public static final int TRCSSCCR0 = 184;
    public static final int TRCSSPCICR0 = 185;
    public static final int TRCRSCTLR17 = 186;
    public static final int TRCSSCCR1 = 187;
    public static final int TRCSSPCICR1 = 188;
    public static final int TRCOSLSR = 189;
    public static final int TRCRSCTLR2 = 190;
    public static final int TRCRSCTLR18 = 191;
    public static final int TRCSSCCR2 = 192;
    public static final int TRCSSPCICR2 = 193;
    public static final int TRCRSCTLR3 = 194;
    public static final int TRCRSCTLR19 = 195;
    public static final int TRCSSCCR3 = 196;
    public static final int TRCSSPCICR3 = 197;
    public static final int TRCRSCTLR4 = 198;
    public static final int TRCRSCTLR20 = 199;
    public static final int TRCSSCCR4 = 200;
    public static final int TRCSSPCICR4 = 201;
    public static final int TRCRSCTLR5 = 202;
    public static final int TRCRSCTLR21 = 203;
    public static final int TRCSSCCR5 = 204;
    public static final int TRCSSPCICR5 = 205;
    public static final int TRCRSCTLR6 = 206;
    public static final int TRCRSCTLR22 = 207;
    public static final int TRCSSCCR6 = 208;
    public static final int TRCSSPCICR6 = 209;
    public static final int TRCRSCTLR7 = 210;
    public static final int TRCRSCTLR23 = 211;
    public static final int TRCSSCCR7 = 212;
    public static final int TRCSSPCICR7 = 213;
    public static final int TRCRSCTLR8 = 214;
    public static final int TRCRSCTLR24 = 215;
    public static final int TRCSSCSR0 = 216;
    public static final int TRCRSCTLR9 = 217;
    public static final int TRCRSCTLR25 = 218;
    public static final int TRCSSCSR1 = 219;
    public static final int TRCRSCTLR10 = 220;
    public static final int TRCRSCTLR26 = 221;
    public static final int TRCSSCSR2 = 222;
    public static final int TRCRSCTLR11 = 223;
    public static final int TRCRSCTLR27 = 224;
    public static final int TRCSSCSR3 = 225;
    public static final int TRCRSCTLR12 = 226;
    public static final int TRCRSCTLR28 = 227;
    public static final int TRCSSCSR4 = 228;
    public static final int TRCRSCTLR13 = 229;
    public static final int TRCRSCTLR29 = 230;
    public static final int TRCSSCSR5 = 231;
    public static final int TRCRSCTLR14 = 232;
    public static final int TRCRSCTLR30 = 233;
    public static final int TRCSSCSR6 = 234;
    public static final int TRCRSCTLR15 = 235;
    public static final int TRCRSCTLR31 = 236;
    public static final int TRCSSCSR7 = 237;

    // op0=2 op1=1 CRn=2
    public static final int TRCACVR0 = 238;
    public static final int TRCACVR8 = 239;
    public static final int TRCACATR0 = 240;
    public static final int TRCACATR8 = 241;
    public static final int TRCACVR1 = 242;
    public static final int TRCACVR9 = 243;
    public static final int TRCACATR1 = 244;
    public static final int TRCACATR9 = 245;
    public static final int TRCACVR2 = 246;
    public static final int TRCACVR10 = 247;
    public static final int TRCACATR2 = 248;
    public static final int TRCACATR10 = 249;
    public static final int TRCACVR3 = 250;
    public static final int TRCACVR11 = 251;
    public static final int TRCACATR3 = 252;
    public static final int TRCACATR11 = 253;
    public static final int TRCACVR4 = 254;
    public static final int TRCACVR12 = 255;
    public static final int TRCACATR4 = 256;
    public static final int TRCACATR12 = 257;
    public static final int TRCACVR5 = 258;
    public static final int TRCACVR13 = 259;
    public static final int TRCACATR5 = 260;
    public static final int TRCACATR13 = 261;
    public static final int TRCACVR6 = 262;
    public static final int TRCACVR14 = 263;
    public static final int TRCACATR6 = 264;
    public static final int TRCACATR14 = 265;
    public static final int TRCACVR7 = 266;
    public static final int TRCACVR15 = 267;
    public static final int TRCACATR7 = 268;
    public static final int TRCACATR15 = 269;

    // op0=2 op1=1 CRn=3
    public static final int TRCCIDCVR0 = 270;
    public static final int TRCVMIDCVR0 = 271;
    public static final int TRCCIDCCTLR0 = 272;
    public static final int TRCCIDCCTLR1 = 273;
    public static final int TRCCIDCVR1 = 274;
    public static final int TRCVMIDCVR1 = 275;
    public static final int TRCVMIDCCTLR0 = 276;
    public static final int TRCVMIDCCTLR1 = 277;
    public static final int TRCCIDCVR2 = 278;
    public static final int TRCVMIDCVR2 = 279;
    public static final int TRCCIDCVR3 = 280;
    public static final int TRCVMIDCVR3 = 281;
    public static final int TRCCIDCVR4 = 282;
    public static final int TRCVMIDCVR4 = 283;
    public static final int TRCCIDCVR5 = 284;
    public static final int TRCVMIDCVR5 = 285;
    public static final int TRCCIDCVR6 = 286;
    public static final int TRCVMIDCVR6 = 287;
    public static final int TRCCIDCVR7 = 288;
    public static final int TRCVMIDCVR7 = 289;

    // op0=2 op1=1 CRn=7
    public static final int TRCDEVID = 290;
    public static final int TRCCLAIMSET = 291;
    public static final int TRCCLAIMCLR = 292;
    public static final int TRCAUTHSTATUS = 293;
    public static final int TRCDEVARCH = 294;

    // op0=2 op1=1 CRn=8
    public static final int BRBINF0_EL1 = 295;
    public static final int BRBSRC0_EL1 = 296;
    public static final int BRBTGT0_EL1 = 297;
    public static final int BRBINF16_EL1 = 298;
    public static final int BRBSRC16_EL1 = 299;
    public static final int BRBTGT16_EL1 = 300;
    public static final int BRBINF1_EL1 = 301;
    public static final int BRBSRC1_EL1 = 302;
    public static final int BRBTGT1_EL1 = 303;
    public static final int BRBINF17_EL1 = 304;
    public static final int BRBSRC17_EL1 = 305;
    public static final int BRBTGT17_EL1 = 306;
    public static final int BRBINF2_EL1 = 307;
    public static final int BRBSRC2_EL1 = 308;
    public static final int BRBTGT2_EL1 = 309;
    public static final int BRBINF18_EL1 = 310;
    public static final int BRBSRC18_EL1 = 311;
    public static final int BRBTGT18_EL1 = 312;
    public static final int BRBINF3_EL1 = 313;
    public static final int BRBSRC3_EL1 = 314;
    public static final int BRBTGT3_EL1 = 315;
    public static final int BRBINF19_EL1 = 316;
    public static final int BRBSRC19_EL1 = 317;
    public static final int BRBTGT19_EL1 = 318;
    public static final int BRBINF4_EL1 = 319;
    public static final int BRBSRC4_EL1 = 320;
    public static final int BRBTGT4_EL1 = 321;
    public static final int BRBINF20_EL1 = 322;
    public static final int BRBSRC20_EL1 = 323;
    public static final int BRBTGT20_EL1 = 324;
    public static final int BRBINF5_EL1 = 325;
    public static final int BRBSRC5_EL1 = 326;
    public static final int BRBTGT5_EL1 = 327;
    public static final int BRBINF21_EL1 = 328;
    public static final int BRBSRC21_EL1 = 329;
    public static final int BRBTGT21_EL1 = 330;
    public static final int BRBINF6_EL1 = 331;
    public static final int BRBSRC6_EL1 = 332;
    public static final int BRBTGT6_EL1 = 333;
    public static final int BRBINF22_EL1 = 334;
    public static final int BRBSRC22_EL1 = 335;
    public static final int BRBTGT22_EL1 = 336;
    public static final int BRBINF7_EL1 = 337;
    public static final int BRBSRC7_EL1 = 338;
    public static final int BRBTGT7_EL1 = 339;
    public static final int BRBINF23_EL1 = 340;
    public static final int BRBSRC23_EL1 = 341;
    public static final int BRBTGT23_EL1 = 342;
    public static final int BRBINF8_EL1 = 343;
    public static final int BRBSRC8_EL1 = 344;
    public static final int BRBTGT8_EL1 = 345;
    public static final int BRBINF24_EL1 = 346;
    public static final int BRBSRC24_EL1 = 347;
    public static final int BRBTGT24_EL1 = 348;
    public static final int BRBINF9_EL1 = 349;
    public static final int BRBSRC9_EL1 = 350;
    public static final int BRBTGT9_EL1 = 351;
    public static final int BRBINF25_EL1 = 352;
    public static final int BRBSRC25_EL1 = 353;
    public static final int BRBTGT25_EL1 = 354;
    public static final int BRBINF10_EL1 = 355;
    public static final int BRBSRC10_EL1 = 356;
    public static final int BRBTGT10_EL1 = 357;
    public static final int BRBINF26_EL1 = 358;
    public static final int BRBSRC26_EL1 = 359;
    public static final int BRBTGT26_EL1 = 360;
    public static final int BRBINF11_EL1 = 361;
    public static final int BRBSRC11_EL1 = 362;
    public static final int BRBTGT11_EL1 = 363;
    public static final int BRBINF27_EL1 = 364;
    public static final int BRBSRC27_EL1 = 365;
    public static final int BRBTGT27_EL1 = 366;
    public static final int BRBINF12_EL1 = 367;
    public static final int BRBSRC12_EL1 = 368;
    public static final int BRBTGT12_EL1 = 369;
    public static final int BRBINF28_EL1 = 370;
    public static final int BRBSRC28_EL1 = 371;
    public static final int BRBTGT28_EL1 = 372;
    public static final int BRBINF13_EL1 = 373;
    public static final int BRBSRC13_EL1 = 374;
    public static final int BRBTGT13_EL1 = 375;
    public static final int BRBINF29_EL1 = 376;
    public static final int BRBSRC29_EL1 = 377;
    public static final int BRBTGT29_EL1 = 378;
    public static final int BRBINF14_EL1 = 379;
    public static final int BRBSRC14_EL1 = 380;
    public static final int BRBTGT14_EL1 = 381;
    public static final int BRBINF30_EL1 = 382;
    public static final int BRBSRC30_EL1 = 383;
    public static final int BRBTGT30_EL1 = 384;
    public static final int BRBINF15_EL1 = 385;
    public static final int BRBSRC15_EL1 = 386;
    public static final int BRBTGT15_EL1 = 387;
    public static final int BRBINF31_EL1 = 388;
    public static final int BRBSRC31_EL1 = 389;
    public static final int BRBTGT31_EL1 = 390;

    // op0=2 op1=1 CRn=9
    public static final int BRBCR_EL1 = 391;
    public static final int BRBFCR_EL1 = 392;
    public static final int BRBTS_EL1 = 393;
    public static final int BRBINFINJ_EL1 = 394;
    public static final int BRBSRCINJ_EL1 = 395;
    public static final int BRBTGTINJ_EL1 = 396;
    public static final int BRBIDR0_EL1 = 397;

    // op0=2 op1=3 CRn=0
    public static final int MDCCSR_EL0 = 398;
    public static final int DBGDTR_EL0 = 399;
    public static final int DBGDTRRX_EL0 = 400;
    /** Written where {@link #DBGDTRRX_EL0} is read: one encoding, one index, two registers. */
    public static final int DBGDTRTX_EL0 = DBGDTRRX_EL0;

    // op0=2 op1=3 CRn=9
    public static final int SPMCR_EL0 = 401;
    public static final int SPMCNTENSET_EL0 = 402;
    public static final int SPMCNTENCLR_EL0 = 403;
    public static final int SPMOVSCLR_EL0 = 404;
    public static final int SPMZR_EL0 = 405;
    public static final int SPMSELR_EL0 = 406;
    public static final int SPMOVSSET_EL0 = 407;

    // op0=2 op1=3 CRn=14
    public static final int SPMEVCNTR0_EL0 = 408;
    public static final int SPMEVCNTR1_EL0 = 409;
    public static final int SPMEVCNTR2_EL0 = 410;
    public static final int SPMEVCNTR3_EL0 = 411;
    public static final int SPMEVCNTR4_EL0 = 412;
    public static final int SPMEVCNTR5_EL0 = 413;
    public static final int SPMEVCNTR6_EL0 = 414;
    public static final int SPMEVCNTR7_EL0 = 415;
    public static final int SPMEVCNTR8_EL0 = 416;
    public static final int SPMEVCNTR9_EL0 = 417;
    public static final int SPMEVCNTR10_EL0 = 418;
    public static final int SPMEVCNTR11_EL0 = 419;
    public static final int SPMEVCNTR12_EL0 = 420;
    public static final int SPMEVCNTR13_EL0 = 421;
    public static final int SPMEVCNTR14_EL0 = 422;
    public static final int SPMEVCNTR15_EL0 = 423;
    public static final int SPMEVTYPER0_EL0 = 424;
    public static final int SPMEVTYPER1_EL0 = 425;
    public static final int SPMEVTYPER2_EL0 = 426;
    public static final int SPMEVTYPER3_EL0 = 427;
    public static final int SPMEVTYPER4_EL0 = 428;
    public static final int SPMEVTYPER5_EL0 = 429;
    public static final int SPMEVTYPER6_EL0 = 430;
    public static final int SPMEVTYPER7_EL0 = 431;
    public static final int SPMEVTYPER8_EL0 = 432;
    public static final int SPMEVTYPER9_EL0 = 433;
    public static final int SPMEVTYPER10_EL0 = 434;
    public static final int SPMEVTYPER11_EL0 = 435;
    public static final int SPMEVTYPER12_EL0 = 436;
    public static final int SPMEVTYPER13_EL0 = 437;
    public static final int SPMEVTYPER14_EL0 = 438;
    public static final int SPMEVTYPER15_EL0 = 439;
    public static final int SPMEVFILTR0_EL0 = 440;
    public static final int SPMEVFILTR1_EL0 = 441;
    public static final int SPMEVFILTR2_EL0 = 442;
    public static final int SPMEVFILTR3_EL0 = 443;
    public static final int SPMEVFILTR4_EL0 = 444;
    public static final int SPMEVFILTR5_EL0 = 445;
    public static final int SPMEVFILTR6_EL0 = 446;
    public static final int SPMEVFILTR7_EL0 = 447;
    public static final int SPMEVFILTR8_EL0 = 448;
    public static final int SPMEVFILTR9_EL0 = 449;
    public static final int SPMEVFILTR10_EL0 = 450;
    public static final int SPMEVFILTR11_EL0 = 451;
    public static final int SPMEVFILTR12_EL0 = 452;
    public static final int SPMEVFILTR13_EL0 = 453;
    public static final int SPMEVFILTR14_EL0 = 454;
    public static final int SPMEVFILTR15_EL0 = 455;
    public static final int SPMEVFILT2R0_EL0 = 456;
    public static final int SPMEVFILT2R1_EL0 = 457;
    public static final int SPMEVFILT2R2_EL0 = 458;
    public static final int SPMEVFILT2R3_EL0 = 459;
    public static final int SPMEVFILT2R4_EL0 = 460;
    public static final int SPMEVFILT2R5_EL0 = 461;
    public static final int SPMEVFILT2R6_EL0 = 462;
    public static final int SPMEVFILT2R7_EL0 = 463;
    public static final int SPMEVFILT2R8_EL0 = 464;
    public static final int SPMEVFILT2R9_EL0 = 465;
    public static final int SPMEVFILT2R10_EL0 = 466;
    public static final int SPMEVFILT2R11_EL0 = 467;
    public static final int SPMEVFILT2R12_EL0 = 468;
    public static final int SPMEVFILT2R13_EL0 = 469;
    public static final int SPMEVFILT2R14_EL0 = 470;
    public static final int SPMEVFILT2R15_EL0 = 471;

    // op0=2 op1=4 CRn=0
    public static final int DBGVCR32_EL2 = 472;

    // op0=2 op1=4 CRn=9
    public static final int BRBCR_EL2 = 473;
    public static final int SPMACCESSR_EL2 = 474;

    // op0=2 op1=5 CRn=9
    public static final int BRBCR_EL12 = 475;
    public static final int SPMACCESSR_EL12 = 476;

    // op0=2 op1=6 CRn=9
    public static final int SPMACCESSR_EL3 = 477;
    public static final int SPMROOTCR_EL3 = 478;

    // op0=2 op1=7 CRn=9
    public static final int SPMSCR_EL1 = 479;

    // op0=3 op1=0 CRn=0
    public static final int MIDR_EL1 = 480;
    public static final int MPIDR_EL1 = 481;
    public static final int REVIDR_EL1 = 482;
    public static final int ID_PFR0_EL1 = 483;
    public static final int ID_PFR1_EL1 = 484;
    public static final int ID_DFR0_EL1 = 485;
    public static final int ID_AFR0_EL1 = 486;
    public static final int ID_MMFR0_EL1 = 487;
    public static final int ID_MMFR1_EL1 = 488;
    public static final int ID_MMFR2_EL1 = 489;
    public static final int ID_MMFR3_EL1 = 490;
    public static final int ID_ISAR0_EL1 = 491;
    public static final int ID_ISAR1_EL1 = 492;
    public static final int ID_ISAR2_EL1 = 493;
    public static final int ID_ISAR3_EL1 = 494;
    public static final int ID_ISAR4_EL1 = 495;
    public static final int ID_ISAR5_EL1 = 496;
    public static final int ID_MMFR4_EL1 = 497;
    public static final int ID_ISAR6_EL1 = 498;
    public static final int MVFR0_EL1 = 499;
    public static final int MVFR1_EL1 = 500;
    public static final int MVFR2_EL1 = 501;
    public static final int ID_PFR2_EL1 = 502;
    public static final int ID_DFR1_EL1 = 503;
    public static final int ID_MMFR5_EL1 = 504;
    public static final int ID_AA64PFR0_EL1 = 505;
    public static final int ID_AA64PFR1_EL1 = 506;
    public static final int ID_AA64PFR2_EL1 = 507;
    public static final int ID_AA64ZFR0_EL1 = 508;
    public static final int ID_AA64SMFR0_EL1 = 509;
    public static final int ID_AA64FPFR0_EL1 = 510;
    public static final int ID_AA64DFR0_EL1 = 511;
    public static final int ID_AA64DFR1_EL1 = 512;
    public static final int ID_AA64DFR2_EL1 = 513;
    public static final int ID_AA64AFR0_EL1 = 514;
    public static final int ID_AA64AFR1_EL1 = 515;
    public static final int ID_AA64ISAR0_EL1 = 516;
    public static final int ID_AA64ISAR1_EL1 = 517;
    public static final int ID_AA64ISAR2_EL1 = 518;
    public static final int ID_AA64ISAR3_EL1 = 519;
    public static final int ID_AA64MMFR0_EL1 = 520;
    public static final int ID_AA64MMFR1_EL1 = 521;
    public static final int ID_AA64MMFR2_EL1 = 522;
    public static final int ID_AA64MMFR3_EL1 = 523;
    public static final int ID_AA64MMFR4_EL1 = 524;

    // op0=3 op1=0 CRn=1
    public static final int SCTLR_EL1 = 525;
    public static final int ACTLR_EL1 = 526;
    public static final int CPACR_EL1 = 527;
    public static final int SCTLR2_EL1 = 528;
    public static final int RGSR_EL1 = 529;
    public static final int GCR_EL1 = 530;
    public static final int ZCR_EL1 = 531;
    public static final int TRFCR_EL1 = 532;
    public static final int TRCITECR_EL1 = 533;
    public static final int SMPRI_EL1 = 534;
    public static final int SMCR_EL1 = 535;
    public static final int SCTLRMASK_EL1 = 536;
    public static final int ACTLRMASK_EL1 = 537;
    public static final int CPACRMASK_EL1 = 538;
    public static final int SCTLR2MASK_EL1 = 539;
    public static final int CPACRALIAS_EL1 = 540;
    public static final int ACTLRALIAS_EL1 = 541;
    public static final int SCTLRALIAS_EL1 = 542;
    public static final int SCTLR2ALIAS_EL1 = 543;

    // op0=3 op1=0 CRn=2
    public static final int TTBR0_EL1 = 544;
    public static final int TTBR1_EL1 = 545;
    public static final int TCR_EL1 = 546;
    public static final int TCR2_EL1 = 547;
    public static final int APIAKeyLo_EL1 = 548;
    public static final int APIAKeyHi_EL1 = 549;
    public static final int APIBKeyLo_EL1 = 550;
    public static final int APIBKeyHi_EL1 = 551;
    public static final int APDAKeyLo_EL1 = 552;
    public static final int APDAKeyHi_EL1 = 553;
    public static final int APDBKeyLo_EL1 = 554;
    public static final int APDBKeyHi_EL1 = 555;
    public static final int APGAKeyLo_EL1 = 556;
    public static final int APGAKeyHi_EL1 = 557;
    public static final int GCSCR_EL1 = 558;
    public static final int GCSPR_EL1 = 559;
    public static final int GCSCRE0_EL1 = 560;
    public static final int TCRMASK_EL1 = 561;
    public static final int TCR2MASK_EL1 = 562;
    public static final int TCRALIAS_EL1 = 563;
    public static final int TCR2ALIAS_EL1 = 564;

    // op0=3 op1=0 CRn=4
    public static final int SPSR_EL1 = 565;
    public static final int ELR_EL1 = 566;
    public static final int SP_EL0 = 567;
    public static final int SPSel = 568;
    public static final int CurrentEL = 569;
    public static final int PAN = 570;
    public static final int UAO = 571;
    public static final int ALLINT = 572;
    public static final int PM = 573;
    public static final int ICC_PMR_EL1 = 574;

    // op0=3 op1=0 CRn=5
    public static final int AFSR0_EL1 = 575;
    public static final int AFSR1_EL1 = 576;
    public static final int ESR_EL1 = 577;
    public static final int ERRIDR_EL1 = 578;
    public static final int ERRSELR_EL1 = 579;
    public static final int ERXGSR_EL1 = 580;
    public static final int ERXFR_EL1 = 581;
    public static final int ERXCTLR_EL1 = 582;
    public static final int ERXSTATUS_EL1 = 583;
    public static final int ERXADDR_EL1 = 584;
    public static final int ERXPFGF_EL1 = 585;
    public static final int ERXPFGCTL_EL1 = 586;
    public static final int ERXPFGCDN_EL1 = 587;
    public static final int ERXMISC0_EL1 = 588;
    public static final int ERXMISC1_EL1 = 589;
    public static final int ERXMISC2_EL1 = 590;
    public static final int ERXMISC3_EL1 = 591;
    public static final int TFSR_EL1 = 592;
    public static final int TFSRE0_EL1 = 593;

    // op0=3 op1=0 CRn=6
    public static final int FAR_EL1 = 594;
    public static final int PFAR_EL1 = 595;

    // op0=3 op1=0 CRn=7
    public static final int PAR_EL1 = 596;

    // op0=3 op1=0 CRn=9
    public static final int PMSCR_EL1 = 597;
    public static final int PMSNEVFR_EL1 = 598;
    public static final int PMSICR_EL1 = 599;
    public static final int PMSIRR_EL1 = 600;
    public static final int PMSFCR_EL1 = 601;
    public static final int PMSEVFR_EL1 = 602;
    public static final int PMSLATFR_EL1 = 603;
    public static final int PMSIDR_EL1 = 604;
    public static final int PMBLIMITR_EL1 = 605;
    public static final int PMBPTR_EL1 = 606;
    public static final int PMBSR_EL1 = 607;
    public static final int PMSDSFR_EL1 = 608;
    public static final int PMBMAR_EL1 = 609;
    public static final int PMBIDR_EL1 = 610;
    public static final int TRBLIMITR_EL1 = 611;
    public static final int TRBPTR_EL1 = 612;
    public static final int TRBBASER_EL1 = 613;
    public static final int TRBSR_EL1 = 614;
    public static final int TRBMAR_EL1 = 615;
    public static final int TRBMPAM_EL1 = 616;
    public static final int TRBTRG_EL1 = 617;
    public static final int TRBIDR_EL1 = 618;
    public static final int PMSSCR_EL1 = 619;
    public static final int PMINTENSET_EL1 = 620;
    public static final int PMINTENCLR_EL1 = 621;
    public static final int PMUACR_EL1 = 622;
    public static final int PMECR_EL1 = 623;
    public static final int PMMIR_EL1 = 624;
    public static final int PMIAR_EL1 = 625;

    // op0=3 op1=0 CRn=10
    public static final int MAIR_EL1 = 626;
    public static final int MAIR2_EL1 = 627;
    public static final int PIRE0_EL1 = 628;
    public static final int PIR_EL1 = 629;
    public static final int POR_EL1 = 630;
    public static final int S2POR_EL1 = 631;
    public static final int AMAIR_EL1 = 632;
    public static final int AMAIR2_EL1 = 633;
    public static final int LORSA_EL1 = 634;
    public static final int LOREA_EL1 = 635;
    public static final int LORN_EL1 = 636;
    public static final int LORC_EL1 = 637;
    public static final int MPAMIDR_EL1 = 638;
    public static final int MPAMBWIDR_EL1 = 639;
    public static final int LORID_EL1 = 640;
    public static final int MPAM1_EL1 = 641;
    public static final int MPAM0_EL1 = 642;
    public static final int MPAMSM_EL1 = 643;
    public static final int MPAMBW1_EL1 = 644;
    public static final int MPAMBW0_EL1 = 645;
    public static final int MPAMBWSM_EL1 = 646;

    // op0=3 op1=0 CRn=12
    public static final int VBAR_EL1 = 647;
    public static final int RVBAR_EL1 = 648;
    public static final int RMR_EL1 = 649;
    public static final int ISR_EL1 = 650;
    public static final int DISR_EL1 = 651;
    public static final int ICC_IAR0_EL1 = 652;
    public static final int ICC_EOIR0_EL1 = 653;
    public static final int ICC_HPPIR0_EL1 = 654;
    public static final int ICC_BPR0_EL1 = 655;
    public static final int ICC_AP0R0_EL1 = 656;
    public static final int ICC_AP0R1_EL1 = 657;
    public static final int ICC_AP0R2_EL1 = 658;
    public static final int ICC_AP0R3_EL1 = 659;
    public static final int ICC_AP1R0_EL1 = 660;
    public static final int ICC_AP1R1_EL1 = 661;
    public static final int ICC_AP1R2_EL1 = 662;
    public static final int ICC_AP1R3_EL1 = 663;
    public static final int ICC_NMIAR1_EL1 = 664;
    public static final int ICC_DIR_EL1 = 665;
    public static final int ICC_RPR_EL1 = 666;
    public static final int ICC_SGI1R_EL1 = 667;
    public static final int ICC_ASGI1R_EL1 = 668;
    public static final int ICC_SGI0R_EL1 = 669;
    public static final int ICC_IAR1_EL1 = 670;
    public static final int ICC_EOIR1_EL1 = 671;
    public static final int ICC_HPPIR1_EL1 = 672;
    public static final int ICC_BPR1_EL1 = 673;
    public static final int ICC_CTLR_EL1 = 674;
    public static final int ICC_SRE_EL1 = 675;
    public static final int ICC_IGRPEN0_EL1 = 676;
    public static final int ICC_IGRPEN1_EL1 = 677;

    // op0=3 op1=0 CRn=13
    public static final int CONTEXTIDR_EL1 = 678;
    public static final int RCWSMASK_EL1 = 679;
    public static final int TPIDR_EL1 = 680;
    public static final int ACCDATA_EL1 = 681;
    public static final int RCWMASK_EL1 = 682;
    public static final int SCXTNUM_EL1 = 683;

    // op0=3 op1=0 CRn=14
    public static final int CNTKCTL_EL1 = 684;

    // op0=3 op1=1 CRn=0
    public static final int CCSIDR_EL1 = 685;
    public static final int CLIDR_EL1 = 686;
    public static final int CCSIDR2_EL1 = 687;
    public static final int GMID_EL1 = 688;
    public static final int SMIDR_EL1 = 689;
    public static final int AIDR_EL1 = 690;

    // op0=3 op1=2 CRn=0
    public static final int CSSELR_EL1 = 691;

    // op0=3 op1=3 CRn=0
    public static final int CTR_EL0 = 692;
    public static final int DCZID_EL0 = 693;

    // op0=3 op1=3 CRn=2
    public static final int RNDR = 694;
    public static final int RNDRRS = 695;
    public static final int GCSPR_EL0 = 696;

    // op0=3 op1=3 CRn=4
    public static final int NZCV = 697;
    public static final int DAIF = 698;
    public static final int SVCR = 699;
    public static final int DIT = 700;
    public static final int SSBS = 701;
    public static final int TCO = 702;
    public static final int FPCR = 703;
    public static final int FPSR = 704;
    public static final int FPMR = 705;
    public static final int DSPSR_EL0 = 706;
    public static final int DLR_EL0 = 707;

    // op0=3 op1=3 CRn=9
    public static final int PMICNTR_EL0 = 708;
    public static final int PMICFILTR_EL0 = 709;
    public static final int PMCR_EL0 = 710;
    public static final int PMCNTENSET_EL0 = 711;
    public static final int PMCNTENCLR_EL0 = 712;
    public static final int PMOVSCLR_EL0 = 713;
    public static final int PMSWINC_EL0 = 714;
    public static final int PMSELR_EL0 = 715;
    public static final int PMCEID0_EL0 = 716;
    public static final int PMCEID1_EL0 = 717;
    public static final int PMCCNTR_EL0 = 718;
    public static final int PMXEVTYPER_EL0 = 719;
    public static final int PMXEVCNTR_EL0 = 720;
    public static final int PMZR_EL0 = 721;
    public static final int PMUSERENR_EL0 = 722;
    public static final int PMOVSSET_EL0 = 723;

    // op0=3 op1=3 CRn=10
    public static final int POR_EL0 = 724;

    // op0=3 op1=3 CRn=13
    public static final int TPIDR_EL0 = 725;
    public static final int TPIDRRO_EL0 = 726;
    public static final int TPIDR2_EL0 = 727;
    public static final int SCXTNUM_EL0 = 728;
    public static final int AMCR_EL0 = 729;
    public static final int AMCFGR_EL0 = 730;
    public static final int AMCGCR_EL0 = 731;
    public static final int AMUSERENR_EL0 = 732;
    public static final int AMCNTENCLR0_EL0 = 733;
    public static final int AMCNTENSET0_EL0 = 734;
    public static final int AMCG1IDR_EL0 = 735;
    public static final int AMCNTENCLR1_EL0 = 736;
    public static final int AMCNTENSET1_EL0 = 737;
    public static final int AMEVCNTR00_EL0 = 738;
    public static final int AMEVCNTR01_EL0 = 739;
    public static final int AMEVCNTR02_EL0 = 740;
    public static final int AMEVCNTR03_EL0 = 741;
    public static final int AMEVTYPER00_EL0 = 742;
    public static final int AMEVTYPER01_EL0 = 743;
    public static final int AMEVTYPER02_EL0 = 744;
    public static final int AMEVTYPER03_EL0 = 745;
    public static final int AMEVCNTR10_EL0 = 746;
    public static final int AMEVCNTR11_EL0 = 747;
    public static final int AMEVCNTR12_EL0 = 748;
    public static final int AMEVCNTR13_EL0 = 749;
    public static final int AMEVCNTR14_EL0 = 750;
    public static final int AMEVCNTR15_EL0 = 751;
    public static final int AMEVCNTR16_EL0 = 752;
    public static final int AMEVCNTR17_EL0 = 753;
    public static final int AMEVCNTR18_EL0 = 754;
    public static final int AMEVCNTR19_EL0 = 755;
    public static final int AMEVCNTR110_EL0 = 756;
    public static final int AMEVCNTR111_EL0 = 757;
    public static final int AMEVCNTR112_EL0 = 758;
    public static final int AMEVCNTR113_EL0 = 759;
    public static final int AMEVCNTR114_EL0 = 760;
    public static final int AMEVCNTR115_EL0 = 761;
    public static final int AMEVTYPER10_EL0 = 762;
    public static final int AMEVTYPER11_EL0 = 763;
    public static final int AMEVTYPER12_EL0 = 764;
    public static final int AMEVTYPER13_EL0 = 765;
    public static final int AMEVTYPER14_EL0 = 766;
    public static final int AMEVTYPER15_EL0 = 767;
    public static final int AMEVTYPER16_EL0 = 768;
    public static final int AMEVTYPER17_EL0 = 769;
    public static final int AMEVTYPER18_EL0 = 770;
    public static final int AMEVTYPER19_EL0 = 771;
    public static final int AMEVTYPER110_EL0 = 772;
    public static final int AMEVTYPER111_EL0 = 773;
    public static final int AMEVTYPER112_EL0 = 774;
    public static final int AMEVTYPER113_EL0 = 775;
    public static final int AMEVTYPER114_EL0 = 776;
    public static final int AMEVTYPER115_EL0 = 777;

    // op0=3 op1=3 CRn=14
    public static final int CNTFRQ_EL0 = 778;
    public static final int CNTPCT_EL0 = 779;
    public static final int CNTVCT_EL0 = 780;
    public static final int CNTPCTSS_EL0 = 781;
    public static final int CNTVCTSS_EL0 = 782;
    public static final int CNTP_TVAL_EL0 = 783;
    public static final int CNTP_CTL_EL0 = 784;
    public static final int CNTP_CVAL_EL0 = 785;
    public static final int CNTV_TVAL_EL0 = 786;
    public static final int CNTV_CTL_EL0 = 787;
    public static final int CNTV_CVAL_EL0 = 788;
    public static final int PMEVCNTR0_EL0 = 789;
    public static final int PMEVCNTR1_EL0 = 790;
    public static final int PMEVCNTR2_EL0 = 791;
    public static final int PMEVCNTR3_EL0 = 792;
    public static final int PMEVCNTR4_EL0 = 793;
    public static final int PMEVCNTR5_EL0 = 794;
    public static final int PMEVCNTR6_EL0 = 795;
    public static final int PMEVCNTR7_EL0 = 796;
    public static final int PMEVCNTR8_EL0 = 797;
    public static final int PMEVCNTR9_EL0 = 798;
    public static final int PMEVCNTR10_EL0 = 799;
    public static final int PMEVCNTR11_EL0 = 800;
    public static final int PMEVCNTR12_EL0 = 801;
    public static final int PMEVCNTR13_EL0 = 802;
    public static final int PMEVCNTR14_EL0 = 803;
    public static final int PMEVCNTR15_EL0 = 804;
    public static final int PMEVCNTR16_EL0 = 805;
    public static final int PMEVCNTR17_EL0 = 806;
    public static final int PMEVCNTR18_EL0 = 807;
    public static final int PMEVCNTR19_EL0 = 808;
    public static final int PMEVCNTR20_EL0 = 809;
    public static final int PMEVCNTR21_EL0 = 810;
    public static final int PMEVCNTR22_EL0 = 811;
    public static final int PMEVCNTR23_EL0 = 812;
    public static final int PMEVCNTR24_EL0 = 813;
    public static final int PMEVCNTR25_EL0 = 814;
    public static final int PMEVCNTR26_EL0 = 815;
    public static final int PMEVCNTR27_EL0 = 816;
    public static final int PMEVCNTR28_EL0 = 817;
    public static final int PMEVCNTR29_EL0 = 818;
    public static final int PMEVCNTR30_EL0 = 819;
    public static final int PMEVTYPER0_EL0 = 820;
    public static final int PMEVTYPER1_EL0 = 821;
    public static final int PMEVTYPER2_EL0 = 822;
    public static final int PMEVTYPER3_EL0 = 823;
    public static final int PMEVTYPER4_EL0 = 824;
    public static final int PMEVTYPER5_EL0 = 825;
    public static final int PMEVTYPER6_EL0 = 826;
    public static final int PMEVTYPER7_EL0 = 827;
    public static final int PMEVTYPER8_EL0 = 828;
    public static final int PMEVTYPER9_EL0 = 829;
    public static final int PMEVTYPER10_EL0 = 830;
    public static final int PMEVTYPER11_EL0 = 831;
    public static final int PMEVTYPER12_EL0 = 832;
    public static final int PMEVTYPER13_EL0 = 833;
    public static final int PMEVTYPER14_EL0 = 834;
    public static final int PMEVTYPER15_EL0 = 835;
    public static final int PMEVTYPER16_EL0 = 836;
    public static final int PMEVTYPER17_EL0 = 837;
    public static final int PMEVTYPER18_EL0 = 838;
    public static final int PMEVTYPER19_EL0 = 839;
    public static final int PMEVTYPER20_EL0 = 840;
    public static final int PMEVTYPER21_EL0 = 841;
    public static final int PMEVTYPER22_EL0 = 842;
    public static final int PMEVTYPER23_EL0 = 843;
    public static final int PMEVTYPER24_EL0 = 844;
    public static final int PMEVTYPER25_EL0 = 845;
    public static final int PMEVTYPER26_EL0 = 846;
    public static final int PMEVTYPER27_EL0 = 847;
    public static final int PMEVTYPER28_EL0 = 848;
    public static final int PMEVTYPER29_EL0 = 849;
    public static final int PMEVTYPER30_EL0 = 850;
    public static final int PMCCFILTR_EL0 = 851;

    // op0=3 op1=4 CRn=0
    public static final int VPIDR_EL2 = 852;
    public static final int VMPIDR_EL2 = 853;

    // op0=3 op1=4 CRn=1
    public static final int SCTLR_EL2 = 854;
    public static final int ACTLR_EL2 = 855;
    public static final int SCTLR2_EL2 = 856;
    public static final int HCR_EL2 = 857;
    public static final int MDCR_EL2 = 858;
    public static final int CPTR_EL2 = 859;
    public static final int HSTR_EL2 = 860;
    public static final int HFGRTR_EL2 = 861;
    public static final int HFGWTR_EL2 = 862;
    public static final int HFGITR_EL2 = 863;
    public static final int HACR_EL2 = 864;
    public static final int ZCR_EL2 = 865;
    public static final int TRFCR_EL2 = 866;
    public static final int HCRX_EL2 = 867;
    public static final int TRCITECR_EL2 = 868;
    public static final int SMPRIMAP_EL2 = 869;
    public static final int SMCR_EL2 = 870;
    public static final int SDER32_EL2 = 871;
    public static final int SCTLRMASK_EL2 = 872;
    public static final int ACTLRMASK_EL2 = 873;
    public static final int CPTRMASK_EL2 = 874;
    public static final int SCTLR2MASK_EL2 = 875;

    // op0=3 op1=4 CRn=2
    public static final int TTBR0_EL2 = 876;
    public static final int TTBR1_EL2 = 877;
    public static final int TCR_EL2 = 878;
    public static final int TCR2_EL2 = 879;
    public static final int VTTBR_EL2 = 880;
    public static final int VTCR_EL2 = 881;
    public static final int VNCR_EL2 = 882;
    public static final int HDBSSBR_EL2 = 883;
    public static final int HDBSSPROD_EL2 = 884;
    public static final int HACDBSBR_EL2 = 885;
    public static final int HACDBSCONS_EL2 = 886;
    public static final int GCSCR_EL2 = 887;
    public static final int GCSPR_EL2 = 888;
    public static final int VSTTBR_EL2 = 889;
    public static final int VSTCR_EL2 = 890;
    public static final int TCRMASK_EL2 = 891;
    public static final int TCR2MASK_EL2 = 892;

    // op0=3 op1=4 CRn=3
    public static final int DACR32_EL2 = 893;
    public static final int HDFGRTR2_EL2 = 894;
    public static final int HDFGWTR2_EL2 = 895;
    public static final int HFGRTR2_EL2 = 896;
    public static final int HFGWTR2_EL2 = 897;
    public static final int HDFGRTR_EL2 = 898;
    public static final int HDFGWTR_EL2 = 899;
    public static final int HAFGRTR_EL2 = 900;
    public static final int HFGITR2_EL2 = 901;

    // op0=3 op1=4 CRn=4
    public static final int SPSR_EL2 = 902;
    public static final int ELR_EL2 = 903;
    public static final int SP_EL1 = 904;
    public static final int SPSR_irq = 905;
    public static final int SPSR_abt = 906;
    public static final int SPSR_und = 907;
    public static final int SPSR_fiq = 908;

    // op0=3 op1=4 CRn=5
    public static final int IFSR32_EL2 = 909;
    public static final int AFSR0_EL2 = 910;
    public static final int AFSR1_EL2 = 911;
    public static final int ESR_EL2 = 912;
    public static final int VSESR_EL2 = 913;
    public static final int FPEXC32_EL2 = 914;
    public static final int TFSR_EL2 = 915;

    // op0=3 op1=4 CRn=6
    public static final int FAR_EL2 = 916;
    public static final int HPFAR_EL2 = 917;
    public static final int PFAR_EL2 = 918;

    // op0=3 op1=4 CRn=9
    public static final int PMSCR_EL2 = 919;
    public static final int PMBSR_EL2 = 920;
    public static final int TRBSR_EL2 = 921;

    // op0=3 op1=4 CRn=10
    public static final int MAIR2_EL2 = 922;
    public static final int MAIR_EL2 = 923;
    public static final int PIRE0_EL2 = 924;
    public static final int PIR_EL2 = 925;
    public static final int POR_EL2 = 926;
    public static final int S2PIR_EL2 = 927;
    public static final int AMAIR_EL2 = 928;
    public static final int AMAIR2_EL2 = 929;
    public static final int MPAMHCR_EL2 = 930;
    public static final int MPAMVPMV_EL2 = 931;
    public static final int MPAM2_EL2 = 932;
    public static final int MPAMBW2_EL2 = 933;
    public static final int MPAMBWCAP_EL2 = 934;
    public static final int MPAMVPM0_EL2 = 935;
    public static final int MPAMVPM1_EL2 = 936;
    public static final int MPAMVPM2_EL2 = 937;
    public static final int MPAMVPM3_EL2 = 938;
    public static final int MPAMVPM4_EL2 = 939;
    public static final int MPAMVPM5_EL2 = 940;
    public static final int MPAMVPM6_EL2 = 941;
    public static final int MPAMVPM7_EL2 = 942;
    public static final int MECID_P0_EL2 = 943;
    public static final int MECID_A0_EL2 = 944;
    public static final int MECID_P1_EL2 = 945;
    public static final int MECID_A1_EL2 = 946;
    public static final int MECIDR_EL2 = 947;
    public static final int VMECID_P_EL2 = 948;
    public static final int VMECID_A_EL2 = 949;

    // op0=3 op1=4 CRn=12
    public static final int VBAR_EL2 = 950;
    public static final int RVBAR_EL2 = 951;
    public static final int RMR_EL2 = 952;
    public static final int VDISR_EL2 = 953;
    public static final int ICH_AP0R0_EL2 = 954;
    public static final int ICH_AP0R1_EL2 = 955;
    public static final int ICH_AP0R2_EL2 = 956;
    public static final int ICH_AP0R3_EL2 = 957;
    public static final int ICH_AP1R0_EL2 = 958;
    public static final int ICH_AP1R1_EL2 = 959;
    public static final int ICH_AP1R2_EL2 = 960;
    public static final int ICH_AP1R3_EL2 = 961;
    public static final int ICC_SRE_EL2 = 962;
    public static final int ICH_HCR_EL2 = 963;
    public static final int ICH_VTR_EL2 = 964;
    public static final int ICH_MISR_EL2 = 965;
    public static final int ICH_EISR_EL2 = 966;
    public static final int ICH_ELRSR_EL2 = 967;
    public static final int ICH_VMCR_EL2 = 968;
    public static final int ICH_LR0_EL2 = 969;
    public static final int ICH_LR1_EL2 = 970;
    public static final int ICH_LR2_EL2 = 971;
    public static final int ICH_LR3_EL2 = 972;
    public static final int ICH_LR4_EL2 = 973;
    public static final int ICH_LR5_EL2 = 974;
    public static final int ICH_LR6_EL2 = 975;
    public static final int ICH_LR7_EL2 = 976;
    public static final int ICH_LR8_EL2 = 977;
    public static final int ICH_LR9_EL2 = 978;
    public static final int ICH_LR10_EL2 = 979;
    public static final int ICH_LR11_EL2 = 980;
    public static final int ICH_LR12_EL2 = 981;
    public static final int ICH_LR13_EL2 = 982;
    public static final int ICH_LR14_EL2 = 983;
    public static final int ICH_LR15_EL2 = 984;

    // op0=3 op1=4 CRn=13
    public static final int CONTEXTIDR_EL2 = 985;
    public static final int TPIDR_EL2 = 986;
    public static final int SCXTNUM_EL2 = 987;
    public static final int AMEVCNTVOFF00_EL2 = 988;
    public static final int AMEVCNTVOFF01_EL2 = 989;
    public static final int AMEVCNTVOFF02_EL2 = 990;
    public static final int AMEVCNTVOFF03_EL2 = 991;
    public static final int AMEVCNTVOFF04_EL2 = 992;
    public static final int AMEVCNTVOFF05_EL2 = 993;
    public static final int AMEVCNTVOFF06_EL2 = 994;
    public static final int AMEVCNTVOFF07_EL2 = 995;
    public static final int AMEVCNTVOFF08_EL2 = 996;
    public static final int AMEVCNTVOFF09_EL2 = 997;
    public static final int AMEVCNTVOFF010_EL2 = 998;
    public static final int AMEVCNTVOFF011_EL2 = 999;
    public static final int AMEVCNTVOFF012_EL2 = 1000;
    public static final int AMEVCNTVOFF013_EL2 = 1001;
    public static final int AMEVCNTVOFF014_EL2 = 1002;
    public static final int AMEVCNTVOFF015_EL2 = 1003;
    public static final int AMEVCNTVOFF10_EL2 = 1004;
    public static final int AMEVCNTVOFF11_EL2 = 1005;
    public static final int AMEVCNTVOFF12_EL2 = 1006;
    public static final int AMEVCNTVOFF13_EL2 = 1007;
    public static final int AMEVCNTVOFF14_EL2 = 1008;
    public static final int AMEVCNTVOFF15_EL2 = 1009;
    public static final int AMEVCNTVOFF16_EL2 = 1010;
    public static final int AMEVCNTVOFF17_EL2 = 1011;
    public static final int AMEVCNTVOFF18_EL2 = 1012;
    public static final int AMEVCNTVOFF19_EL2 = 1013;
    public static final int AMEVCNTVOFF110_EL2 = 1014;
    public static final int AMEVCNTVOFF111_EL2 = 1015;
    public static final int AMEVCNTVOFF112_EL2 = 1016;
    public static final int AMEVCNTVOFF113_EL2 = 1017;
    public static final int AMEVCNTVOFF114_EL2 = 1018;
    public static final int AMEVCNTVOFF115_EL2 = 1019;

    // op0=3 op1=4 CRn=14
    public static final int CNTVOFF_EL2 = 1020;
    public static final int CNTPOFF_EL2 = 1021;
    public static final int CNTHCTL_EL2 = 1022;
    public static final int CNTHP_TVAL_EL2 = 1023;
    public static final int CNTHP_CTL_EL2 = 1024;
    public static final int CNTHP_CVAL_EL2 = 1025;
    public static final int CNTHV_TVAL_EL2 = 1026;
    public static final int CNTHV_CTL_EL2 = 1027;
    public static final int CNTHV_CVAL_EL2 = 1028;
    public static final int CNTHVS_TVAL_EL2 = 1029;
    public static final int CNTHVS_CTL_EL2 = 1030;
    public static final int CNTHVS_CVAL_EL2 = 1031;
    public static final int CNTHPS_TVAL_EL2 = 1032;
    public static final int CNTHPS_CTL_EL2 = 1033;
    public static final int CNTHPS_CVAL_EL2 = 1034;

    // op0=3 op1=5 CRn=1
    public static final int SCTLR_EL12 = 1035;
    public static final int ACTLR_EL12 = 1036;
    public static final int CPACR_EL12 = 1037;
    public static final int SCTLR2_EL12 = 1038;
    public static final int ZCR_EL12 = 1039;
    public static final int TRFCR_EL12 = 1040;
    public static final int TRCITECR_EL12 = 1041;
    public static final int SMCR_EL12 = 1042;
    public static final int SCTLRMASK_EL12 = 1043;
    public static final int ACTLRMASK_EL12 = 1044;
    public static final int CPACRMASK_EL12 = 1045;
    public static final int SCTLR2MASK_EL12 = 1046;

    // op0=3 op1=5 CRn=2
    public static final int TTBR0_EL12 = 1047;
    public static final int TTBR1_EL12 = 1048;
    public static final int TCR_EL12 = 1049;
    public static final int TCR2_EL12 = 1050;
    public static final int GCSCR_EL12 = 1051;
    public static final int GCSPR_EL12 = 1052;
    public static final int TCRMASK_EL12 = 1053;
    public static final int TCR2MASK_EL12 = 1054;

    // op0=3 op1=5 CRn=4
    public static final int SPSR_EL12 = 1055;
    public static final int ELR_EL12 = 1056;

    // op0=3 op1=5 CRn=5
    public static final int AFSR0_EL12 = 1057;
    public static final int AFSR1_EL12 = 1058;
    public static final int ESR_EL12 = 1059;
    public static final int TFSR_EL12 = 1060;

    // op0=3 op1=5 CRn=6
    public static final int FAR_EL12 = 1061;
    public static final int PFAR_EL12 = 1062;

    // op0=3 op1=5 CRn=9
    public static final int PMSCR_EL12 = 1063;
    public static final int PMBSR_EL12 = 1064;
    public static final int TRBSR_EL12 = 1065;

    // op0=3 op1=5 CRn=10
    public static final int MAIR_EL12 = 1066;
    public static final int MAIR2_EL12 = 1067;
    public static final int PIRE0_EL12 = 1068;
    public static final int PIR_EL12 = 1069;
    public static final int POR_EL12 = 1070;
    public static final int AMAIR_EL12 = 1071;
    public static final int AMAIR2_EL12 = 1072;
    public static final int MPAM1_EL12 = 1073;
    public static final int MPAMBW1_EL12 = 1074;

    // op0=3 op1=5 CRn=12
    public static final int VBAR_EL12 = 1075;

    // op0=3 op1=5 CRn=13
    public static final int CONTEXTIDR_EL12 = 1076;
    public static final int SCXTNUM_EL12 = 1077;

    // op0=3 op1=5 CRn=14
    public static final int CNTKCTL_EL12 = 1078;
    public static final int CNTP_TVAL_EL02 = 1079;
    public static final int CNTP_CTL_EL02 = 1080;
    public static final int CNTP_CVAL_EL02 = 1081;
    public static final int CNTV_TVAL_EL02 = 1082;
    public static final int CNTV_CTL_EL02 = 1083;
    public static final int CNTV_CVAL_EL02 = 1084;

    // op0=3 op1=6 CRn=1
    public static final int SCTLR_EL3 = 1085;
    public static final int ACTLR_EL3 = 1086;
    public static final int SCTLR2_EL3 = 1087;
    public static final int SCR_EL3 = 1088;
    public static final int SDER32_EL3 = 1089;
    public static final int CPTR_EL3 = 1090;
    public static final int FGWTE3_EL3 = 1091;
    public static final int ZCR_EL3 = 1092;
    public static final int SMCR_EL3 = 1093;
    public static final int MDCR_EL3 = 1094;

    // op0=3 op1=6 CRn=2
    public static final int TTBR0_EL3 = 1095;
    public static final int TCR_EL3 = 1096;
    public static final int GPTBR_EL3 = 1097;
    public static final int GPCBW_EL3 = 1098;
    public static final int GPCCR_EL3 = 1099;
    public static final int GCSCR_EL3 = 1100;
    public static final int GCSPR_EL3 = 1101;

    // op0=3 op1=6 CRn=4
    public static final int SPSR_EL3 = 1102;
    public static final int ELR_EL3 = 1103;
    public static final int SP_EL2 = 1104;

    // op0=3 op1=6 CRn=5
    public static final int AFSR0_EL3 = 1105;
    public static final int AFSR1_EL3 = 1106;
    public static final int ESR_EL3 = 1107;
    public static final int VSESR_EL3 = 1108;
    public static final int TFSR_EL3 = 1109;

    // op0=3 op1=6 CRn=6
    public static final int FAR_EL3 = 1110;
    public static final int MFAR_EL3 = 1111;

    // op0=3 op1=6 CRn=9
    public static final int PMBSR_EL3 = 1112;
    public static final int TRBSR_EL3 = 1113;

    // op0=3 op1=6 CRn=10
    public static final int MAIR2_EL3 = 1114;
    public static final int MAIR_EL3 = 1115;
    public static final int PIR_EL3 = 1116;
    public static final int POR_EL3 = 1117;
    public static final int AMAIR_EL3 = 1118;
    public static final int AMAIR2_EL3 = 1119;
    public static final int MPAM3_EL3 = 1120;
    public static final int MPAMBW3_EL3 = 1121;
    public static final int MECID_RL_A_EL3 = 1122;

    // op0=3 op1=6 CRn=12
    public static final int VBAR_EL3 = 1123;
    public static final int RVBAR_EL3 = 1124;
    public static final int RMR_EL3 = 1125;
    public static final int VDISR_EL3 = 1126;
    public static final int ICC_CTLR_EL3 = 1127;
    public static final int ICC_SRE_EL3 = 1128;
    public static final int ICC_IGRPEN1_EL3 = 1129;

    // op0=3 op1=6 CRn=13
    public static final int TPIDR_EL3 = 1130;
    public static final int SCXTNUM_EL3 = 1131;

    // op0=3 op1=7 CRn=14
    public static final int CNTPS_TVAL_EL1 = 1132;
    public static final int CNTPS_CTL_EL1 = 1133;
    public static final int CNTPS_CVAL_EL1 = 1134;

    // op0=1 op1=0 CRn=7
    public static final int IC_IALLUIS = 1135;
    public static final int IC_IALLU = 1136;
    public static final int DC_IVAC = 1137;
    public static final int DC_ISW = 1138;
    public static final int DC_IGVAC = 1139;
    public static final int DC_IGSW = 1140;
    public static final int DC_IGDVAC = 1141;
    public static final int DC_IGDSW = 1142;
    public static final int GCSPUSHX = 1143;
    public static final int GCSPOPCX = 1144;
    public static final int GCSPOPX = 1145;
    public static final int AT_S1E1R = 1146;
    public static final int AT_S1E1W = 1147;
    public static final int AT_S1E0R = 1148;
    public static final int AT_S1E0W = 1149;
    public static final int AT_S1E1RP = 1150;
    public static final int AT_S1E1WP = 1151;
    public static final int AT_S1E1A = 1152;
    public static final int DC_CSW = 1153;
    public static final int DC_CGSW = 1154;
    public static final int DC_CGDSW = 1155;
    public static final int DC_CISW = 1156;
    public static final int DC_CIGSW = 1157;
    public static final int DC_CIGDSW = 1158;
    public static final int DC_CIVAPS = 1159;
    public static final int DC_CIGDVAPS = 1160;

    // op0=1 op1=0 CRn=8
    public static final int TLBI_VMALLE1OS = 1161;
    public static final int TLBI_VAE1OS = 1162;
    public static final int TLBI_ASIDE1OS = 1163;
    public static final int TLBI_VAAE1OS = 1164;
    public static final int TLBI_VALE1OS = 1165;
    public static final int TLBI_VAALE1OS = 1166;
    public static final int TLBI_RVAE1IS = 1167;
    public static final int TLBI_RVAAE1IS = 1168;
    public static final int TLBI_RVALE1IS = 1169;
    public static final int TLBI_RVAALE1IS = 1170;
    public static final int TLBI_VMALLE1IS = 1171;
    public static final int TLBI_VAE1IS = 1172;
    public static final int TLBI_ASIDE1IS = 1173;
    public static final int TLBI_VAAE1IS = 1174;
    public static final int TLBI_VALE1IS = 1175;
    public static final int TLBI_VAALE1IS = 1176;
    public static final int TLBI_RVAE1OS = 1177;
    public static final int TLBI_RVAAE1OS = 1178;
    public static final int TLBI_RVALE1OS = 1179;
    public static final int TLBI_RVAALE1OS = 1180;
    public static final int TLBI_RVAE1 = 1181;
    public static final int TLBI_RVAAE1 = 1182;
    public static final int TLBI_RVALE1 = 1183;
    public static final int TLBI_RVAALE1 = 1184;
    public static final int TLBI_VMALLE1 = 1185;
    public static final int TLBI_VAE1 = 1186;
    public static final int TLBI_ASIDE1 = 1187;
    public static final int TLBI_VAAE1 = 1188;
    public static final int TLBI_VALE1 = 1189;
    public static final int TLBI_VAALE1 = 1190;

    // op0=1 op1=0 CRn=9
    public static final int TLBI_VMALLE1OSNXS = 1191;
    public static final int TLBI_VAE1OSNXS = 1192;
    public static final int TLBI_ASIDE1OSNXS = 1193;
    public static final int TLBI_VAAE1OSNXS = 1194;
    public static final int TLBI_VALE1OSNXS = 1195;
    public static final int TLBI_VAALE1OSNXS = 1196;
    public static final int TLBI_RVAE1ISNXS = 1197;
    public static final int TLBI_RVAAE1ISNXS = 1198;
    public static final int TLBI_RVALE1ISNXS = 1199;
    public static final int TLBI_RVAALE1ISNXS = 1200;
    public static final int TLBI_VMALLE1ISNXS = 1201;
    public static final int TLBI_VAE1ISNXS = 1202;
    public static final int TLBI_ASIDE1ISNXS = 1203;
    public static final int TLBI_VAAE1ISNXS = 1204;
    public static final int TLBI_VALE1ISNXS = 1205;
    public static final int TLBI_VAALE1ISNXS = 1206;
    public static final int TLBI_RVAE1OSNXS = 1207;
    public static final int TLBI_RVAAE1OSNXS = 1208;
    public static final int TLBI_RVALE1OSNXS = 1209;
    public static final int TLBI_RVAALE1OSNXS = 1210;
    public static final int TLBI_RVAE1NXS = 1211;
    public static final int TLBI_RVAAE1NXS = 1212;
    public static final int TLBI_RVALE1NXS = 1213;
    public static final int TLBI_RVAALE1NXS = 1214;
    public static final int TLBI_VMALLE1NXS = 1215;
    public static final int TLBI_VAE1NXS = 1216;
    public static final int TLBI_ASIDE1NXS = 1217;
    public static final int TLBI_VAAE1NXS = 1218;
    public static final int TLBI_VALE1NXS = 1219;
    public static final int TLBI_VAALE1NXS = 1220;

    // op0=1 op1=1 CRn=7
    public static final int BRB_IALL = 1221;
    public static final int BRB_INJ = 1222;

    // op0=1 op1=3 CRn=7
    public static final int TRCIT = 1223;
    public static final int CFP_RCTX = 1224;
    public static final int DVP_RCTX = 1225;
    public static final int COSP_RCTX = 1226;
    public static final int CPP_RCTX = 1227;
    public static final int DC_ZVA = 1228;
    public static final int DC_GVA = 1229;
    public static final int DC_GZVA = 1230;
    public static final int IC_IVAU = 1231;
    public static final int GCSPUSHM = 1232;
    public static final int GCSPOPM = 1233;
    public static final int GCSSS1 = 1234;
    public static final int GCSSS2 = 1235;
    public static final int DC_CVAC = 1236;
    public static final int DC_CGVAC = 1237;
    public static final int DC_CGDVAC = 1238;
    public static final int DC_CVAOC = 1239;
    public static final int DC_CVAU = 1240;
    public static final int DC_CGDVAOC = 1241;
    public static final int DC_CVAP = 1242;
    public static final int DC_CGVAP = 1243;
    public static final int DC_CGDVAP = 1244;
    public static final int DC_CVADP = 1245;
    public static final int DC_CGVADP = 1246;
    public static final int DC_CGDVADP = 1247;
    public static final int DC_CIVAC = 1248;
    public static final int DC_CIGVAC = 1249;
    public static final int DC_CIGDVAC = 1250;
    public static final int DC_CIVAOC = 1251;
    public static final int DC_CIGDVAOC = 1252;

    // op0=1 op1=4 CRn=7
    public static final int AT_S1E2R = 1253;
    public static final int AT_S1E2W = 1254;
    public static final int AT_S12E1R = 1255;
    public static final int AT_S12E1W = 1256;
    public static final int AT_S12E0R = 1257;
    public static final int AT_S12E0W = 1258;
    public static final int AT_S1E2A = 1259;
    public static final int DC_CIPAE = 1260;
    public static final int DC_CIGDPAE = 1261;

    // op0=1 op1=4 CRn=8
    public static final int TLBI_IPAS2E1IS = 1262;
    public static final int TLBI_RIPAS2E1IS = 1263;
    public static final int TLBI_IPAS2LE1IS = 1264;
    public static final int TLBI_RIPAS2LE1IS = 1265;
    public static final int TLBI_ALLE2OS = 1266;
    public static final int TLBI_VAE2OS = 1267;
    public static final int TLBI_ALLE1OS = 1268;
    public static final int TLBI_VALE2OS = 1269;
    public static final int TLBI_VMALLS12E1OS = 1270;
    public static final int TLBI_RVAE2IS = 1271;
    public static final int TLBI_VMALLWS2E1IS = 1272;
    public static final int TLBI_RVALE2IS = 1273;
    public static final int TLBI_ALLE2IS = 1274;
    public static final int TLBI_VAE2IS = 1275;
    public static final int TLBI_ALLE1IS = 1276;
    public static final int TLBI_VALE2IS = 1277;
    public static final int TLBI_VMALLS12E1IS = 1278;
    public static final int TLBI_IPAS2E1OS = 1279;
    public static final int TLBI_IPAS2E1 = 1280;
    public static final int TLBI_RIPAS2E1 = 1281;
    public static final int TLBI_RIPAS2E1OS = 1282;
    public static final int TLBI_IPAS2LE1OS = 1283;
    public static final int TLBI_IPAS2LE1 = 1284;
    public static final int TLBI_RIPAS2LE1 = 1285;
    public static final int TLBI_RIPAS2LE1OS = 1286;
    public static final int TLBI_RVAE2OS = 1287;
    public static final int TLBI_VMALLWS2E1OS = 1288;
    public static final int TLBI_RVALE2OS = 1289;
    public static final int TLBI_RVAE2 = 1290;
    public static final int TLBI_VMALLWS2E1 = 1291;
    public static final int TLBI_RVALE2 = 1292;
    public static final int TLBI_ALLE2 = 1293;
    public static final int TLBI_VAE2 = 1294;
    public static final int TLBI_ALLE1 = 1295;
    public static final int TLBI_VALE2 = 1296;
    public static final int TLBI_VMALLS12E1 = 1297;

    // op0=1 op1=4 CRn=9
    public static final int TLBI_IPAS2E1ISNXS = 1298;
    public static final int TLBI_RIPAS2E1ISNXS = 1299;
    public static final int TLBI_IPAS2LE1ISNXS = 1300;
    public static final int TLBI_RIPAS2LE1ISNXS = 1301;
    public static final int TLBI_ALLE2OSNXS = 1302;
    public static final int TLBI_VAE2OSNXS = 1303;
    public static final int TLBI_ALLE1OSNXS = 1304;
    public static final int TLBI_VALE2OSNXS = 1305;
    public static final int TLBI_VMALLS12E1OSNXS = 1306;
    public static final int TLBI_RVAE2ISNXS = 1307;
    public static final int TLBI_VMALLWS2E1ISNXS = 1308;
    public static final int TLBI_RVALE2ISNXS = 1309;
    public static final int TLBI_ALLE2ISNXS = 1310;
    public static final int TLBI_VAE2ISNXS = 1311;
    public static final int TLBI_ALLE1ISNXS = 1312;
    public static final int TLBI_VALE2ISNXS = 1313;
    public static final int TLBI_VMALLS12E1ISNXS = 1314;
    public static final int TLBI_IPAS2E1OSNXS = 1315;
    public static final int TLBI_IPAS2E1NXS = 1316;
    public static final int TLBI_RIPAS2E1NXS = 1317;
    public static final int TLBI_RIPAS2E1OSNXS = 1318;
    public static final int TLBI_IPAS2LE1OSNXS = 1319;
    public static final int TLBI_IPAS2LE1NXS = 1320;
    public static final int TLBI_RIPAS2LE1NXS = 1321;
    public static final int TLBI_RIPAS2LE1OSNXS = 1322;
    public static final int TLBI_RVAE2OSNXS = 1323;
    public static final int TLBI_VMALLWS2E1OSNXS = 1324;
    public static final int TLBI_RVALE2OSNXS = 1325;
    public static final int TLBI_RVAE2NXS = 1326;
    public static final int TLBI_VMALLWS2E1NXS = 1327;
    public static final int TLBI_RVALE2NXS = 1328;
    public static final int TLBI_ALLE2NXS = 1329;
    public static final int TLBI_VAE2NXS = 1330;
    public static final int TLBI_ALLE1NXS = 1331;
    public static final int TLBI_VALE2NXS = 1332;
    public static final int TLBI_VMALLS12E1NXS = 1333;

    // op0=1 op1=6 CRn=7
    public static final int APAS = 1334;
    public static final int AT_S1E3R = 1335;
    public static final int AT_S1E3W = 1336;
    public static final int AT_S1E3A = 1337;
    public static final int DC_CIPAPA = 1338;
    public static final int DC_CIGDPAPA = 1339;

    // op0=1 op1=6 CRn=8
    public static final int TLBI_ALLE3OS = 1340;
    public static final int TLBI_VAE3OS = 1341;
    public static final int TLBI_PAALLOS = 1342;
    public static final int TLBI_VALE3OS = 1343;
    public static final int TLBI_RVAE3IS = 1344;
    public static final int TLBI_RVALE3IS = 1345;
    public static final int TLBI_ALLE3IS = 1346;
    public static final int TLBI_VAE3IS = 1347;
    public static final int TLBI_VALE3IS = 1348;
    public static final int TLBI_RPAOS = 1349;
    public static final int TLBI_RPALOS = 1350;
    public static final int TLBI_RVAE3OS = 1351;
    public static final int TLBI_RVALE3OS = 1352;
    public static final int TLBI_RVAE3 = 1353;
    public static final int TLBI_RVALE3 = 1354;
    public static final int TLBI_ALLE3 = 1355;
    public static final int TLBI_VAE3 = 1356;
    public static final int TLBI_PAALL = 1357;
    public static final int TLBI_VALE3 = 1358;

    // op0=1 op1=6 CRn=9
    public static final int TLBI_ALLE3OSNXS = 1359;
    public static final int TLBI_VAE3OSNXS = 1360;
    public static final int TLBI_VALE3OSNXS = 1361;
    public static final int TLBI_RVAE3ISNXS = 1362;
    public static final int TLBI_RVALE3ISNXS = 1363;
    public static final int TLBI_ALLE3ISNXS = 1364;
    public static final int TLBI_VAE3ISNXS = 1365;
    public static final int TLBI_VALE3ISNXS = 1366;
    public static final int TLBI_RVAE3OSNXS = 1367;
    public static final int TLBI_RVALE3OSNXS = 1368;
    public static final int TLBI_RVAE3NXS = 1369;
    public static final int TLBI_RVALE3NXS = 1370;
    public static final int TLBI_ALLE3NXS = 1371;
    public static final int TLBI_VAE3NXS = 1372;
    public static final int TLBI_VALE3NXS = 1373;
    // @formatter:on
}
