package trapline.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Action;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.isa.SysReg;
import trapline.vcpu.Vcpu;

/**
 * A policy file over a personality. The personality's rules and flags come first and keep their
 * indices; the file's follow. A file's rule injects and skips as the personality does.
 */
final class PolicyPersonality implements Personality {
    private static final int NONE = -1;

    private final BasePersonality base;
    private final PolicyFile file;
    private final Flags flags;
    private final List<Rule> rules;
    private final PolicyRule[] own;
    private final int[] gate;

    /** Rule index by own rule, for a write (or call) and for a read. */
    private final int[] writeRule;

    private final int[] readRule;

    /** Index of the first own rule for {@code key << 1 | read}, or {@link #NONE}. */
    private final short[] firstForRegister = new short[1 << 17];

    /** Matching traps so far, by own rule; not counted further than {@link #enough}. */
    private final long[] matched;

    /** From so many matching traps on a rule answers always, or never. */
    private final long[] enough;

    PolicyPersonality(BasePersonality base, PolicyFile file, Map<String, Boolean> effective) {
        this.base = base;
        this.file = file;
        own = file.rules().toArray(new PolicyRule[0]);
        matched = new long[own.length];
        enough = new long[own.length];
        gate = new int[own.length];
        writeRule = new int[own.length];
        readRule = new int[own.length];
        flags = combine(base.flags(), file, effective);
        rules = new ArrayList<>(base.rules());
        Arrays.fill(firstForRegister, (short) NONE);
        for (int k = own.length - 1; k >= 0; k--) {
            PolicyRule r = own[k];
            enough[k] = r.times() > Long.MAX_VALUE - r.after() ? r.after() : r.after() + r.times();
            gate[k] = r.flag().isEmpty() ? NONE : flags.indexOf(r.flag());
            if (r.kind() == PolicyRule.Kind.REGISTER) {
                if (r.read()) {
                    firstForRegister[(int) r.first() << 1 | 1] = (short) k;
                }
                if (r.write()) {
                    firstForRegister[(int) r.first() << 1] = (short) k;
                }
            }
        }
        for (int k = 0; k < own.length; k++) {
            writeRule[k] = own[k].write() ? define(own[k], false) : NONE;
            readRule[k] = own[k].read() ? define(own[k], true) : NONE;
        }
        base.setOuter(this);
    }

    private static Flags combine(Flags base, PolicyFile file, Map<String, Boolean> effective) {
        List<String> names = new ArrayList<>(base.names());
        for (String name : file.flags().keySet()) {
            if (base.indexOf(name) >= 0) {
                throw new PolicyException(
                        "flag '" + name + "' of the policy is one of the hypervisor's already");
            }
            names.add(name);
        }
        Flags all = Flags.of(names);
        for (int k = 0; k < names.size(); k++) {
            boolean on =
                    k < base.names().size()
                            ? base.isOn(k)
                            : Boolean.TRUE.equals(effective.get(names.get(k)));
            all = all.with(k, on);
        }
        return all;
    }

    private int define(PolicyRule r, boolean read) {
        String subject =
                switch (r.kind()) {
                    case REGISTER -> SysReg.nameOfKey((int) r.first(), read).replace(' ', '_');
                    case HVC, SMC -> "0x" + Long.toHexString(r.first());
                    case ADDRESS ->
                            "0x" + Long.toHexString(r.first()) + "-0x" + Long.toHexString(r.last());
                };
        boolean call = r.kind() == PolicyRule.Kind.HVC || r.kind() == PolicyRule.Kind.SMC;
        String direction = call ? "call" : read ? "read" : "write";
        String gated =
                r.flag().isEmpty() ? "" : "/" + r.flag() + "=" + (r.flagState() ? "on" : "off");
        String id = file.name() + "/" + r.kind().text + "/" + subject + "/" + direction + gated;
        for (int k = 0; k < rules.size(); k++) {
            if (rules.get(k).id().equals(id)) {
                id += "/line=" + r.line();
                break;
            }
        }
        rules.add(new Rule(id, "policy file, line " + r.line()));
        return rules.size() - 1;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public List<Rule> rules() {
        return List.copyOf(rules);
    }

    @Override
    public Flags flags() {
        return flags;
    }

    @Override
    public void initialRegisters(long[] sys, int vcpu) {
        base.initialRegisters(sys, vcpu);
        for (PolicyFile.Control c : file.controls()) {
            sys[c.register()] = sys[c.register()] & ~c.clear() | c.set();
        }
    }

    @Override
    public void decide(Trap t, Decision d) {
        d.clear();
        int k = start(t);
        while (k != NONE && !applies(k, t, d)) {
            k = next(k, t);
        }
        if (k == NONE) {
            int consulted = d.flags;
            base.decide(t, d);
            d.flags |= consulted;
        } else {
            answer(k, t, d);
        }
    }

    private int start(Trap t) {
        if (t.cls == TrapClass.SYSREG) {
            return firstForRegister[t.register << 1 | (t.read ? 1 : 0)];
        }
        return next(NONE, t);
    }

    private int next(int k, Trap t) {
        for (int n = k + 1; n < own.length; n++) {
            if (matches(own[n], t)) {
                return n;
            }
        }
        return NONE;
    }

    private static boolean matches(PolicyRule r, Trap t) {
        return switch (r.kind()) {
            case REGISTER ->
                    t.cls == TrapClass.SYSREG
                            && t.register == r.first()
                            && (t.read ? r.read() : r.write());
            case HVC ->
                    t.cls == TrapClass.HVC
                            && t.offset == 0
                            && (t.value & 0xffff_ffffL) == r.first();
            case SMC ->
                    t.cls == TrapClass.SMC
                            && t.offset == 0
                            && (t.value & 0xffff_ffffL) == r.first();
            case ADDRESS ->
                    t.cls == TrapClass.DATA_ABORT
                            && t.ipa >= r.first()
                            && t.ipa <= r.last()
                            && (t.esr & TrapInput.ISV) != 0
                            && (t.read ? r.read() : r.write());
        };
    }

    private boolean applies(int k, Trap t, Decision d) {
        PolicyRule r = own[k];
        if ((r.els() >>> t.el & 1) == 0) {
            return false;
        }
        if (gate[k] >= 0 && flags.consult(gate[k], d) != r.flagState()) {
            return false;
        }
        if (r.counts()) {
            long n = matched[k];
            if (n < enough[k]) {
                matched[k]++;
            }
            return n >= r.after() && n - r.after() < r.times();
        }
        return true;
    }

    private void answer(int k, Trap t, Decision d) {
        PolicyRule r = own[k];
        boolean call = r.kind() == PolicyRule.Kind.HVC || r.kind() == PolicyRule.Kind.SMC;
        d.rule = t.read ? readRule[k] : writeRule[k];
        d.action = r.action() == Action.RAZ_WI ? (t.read ? Action.RAZ : Action.WI) : r.action();
        switch (d.action) {
            case UNDEF -> {
                d.effect = Effect.UNDEF;
                d.injectedEsr = BasePersonality.UNDEF_ESR;
            }
            case ABORT -> {
                d.effect = Effect.ABORT;
                d.injectedEsr = BasePersonality.dataAbortEsr(t.el) | base.abortStatus();
            }
            case CRASH -> d.effect = Effect.CRASH;
            case WI -> d.effect = Effect.SKIP;
            case STORE -> {
                d.effect = t.read ? Effect.KEPT_READ : Effect.KEPT_WRITE;
                d.needsGuest = t.read;
            }
            default -> { // RAZ, VALUE
                d.value = r.value();
                d.hasValue = true;
                d.results = 1;
                d.operand = r.kind() == PolicyRule.Kind.ADDRESS ? r.value() : 0;
                d.effect =
                        call
                                ? Effect.CALL_RETURN
                                : r.kind() == PolicyRule.Kind.ADDRESS
                                        ? Effect.MMIO_UNMAPPED
                                        : Effect.VALUE;
            }
        }
    }

    @Override
    public boolean carryOut(Trap t, Decision d, Vcpu c, Platform p) {
        return base.carryOut(t, d, c, p);
    }

    @Override
    public boolean masksVirtualTimer() {
        return base.masksVirtualTimer();
    }

    @Override
    public boolean mapsCpuInterfaceOnTouch() {
        return base.mapsCpuInterfaceOnTouch();
    }

    @Override
    public List<String> bootLog() {
        return base.bootLog();
    }

    @Override
    public String hypervisor() {
        return base.name();
    }

    @Override
    public void saveDecided(StateWriter w) {
        for (int k = 0; k < own.length; k++) {
            if (own[k].counts()) {
                w.i64(matched[k]);
            }
        }
    }

    @Override
    public void loadDecided(StateReader r) {
        for (int k = 0; k < own.length; k++) {
            if (own[k].counts()) {
                matched[k] = r.i64();
            }
        }
    }

    @Override
    public void saveMemory(StateWriter w) {
        base.saveMemory(w);
        saveDecided(w);
    }

    /** A file whose rules count nothing has the state of the personality that it is laid over. */
    @Override
    public void save(StateWriter w) {
        base.save(w);
        saveDecided(w);
    }

    @Override
    public void load(StateReader r) {
        base.load(r);
        loadDecided(r);
    }
}
