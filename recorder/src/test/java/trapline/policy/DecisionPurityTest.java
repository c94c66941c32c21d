package trapline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trapline.event.Action;
import trapline.event.Trap;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

@DisplayName("A decision is a function of the trap's inputs and the rule state alone")
class DecisionPurityTest {
    private static final int TRAPS = 20_000;
    private static final int[] CLASSES = {
        0x01, 0x07, 0x09, 0x16, 0x17, 0x18, 0x18, 0x18, 0x19, 0x20, 0x24, 0x24
    };
    private static final long[] FUNCTIONS = {
        0x8400_0000L,
        0x8400_000aL,
        0xc400_0003L,
        0x8000_0001L,
        0x8600_ff01L,
        17,
        29,
        99,
        0x8400_0053L,
        0x8000_8000L
    };

    private final Trap trap = new Trap();

    /** Fills the inputs with something that a guest could cause. */
    private void draw(SplittableRandom r) {
        int ec = CLASSES[r.nextInt(CLASSES.length)];
        long iss = r.nextLong() & 0x1ff_ffff;
        if (ec == 0x18) {
            int index = r.nextInt(SysReg.REGISTERS);
            int key = r.nextInt(4) == 0 ? r.nextInt(1 << 16) : SysReg.keyOf(index);
            iss = Bench.sysregEsr(key, r.nextBoolean(), r.nextInt(32)) & 0x1ff_ffff;
            trap.register = key;
            trap.read = (iss & 1) != 0;
        } else {
            trap.register = Trap.NONE;
            trap.read = ec == 0x24 && (iss & 1 << 6) == 0;
        }
        trap.esr = (long) ec << 26 | 1 << 25 | iss;
        trap.cls = TrapInput.classOf(ec);
        trap.vcpu = r.nextInt(2);
        trap.el = r.nextInt(2);
        trap.pc = r.nextLong() & -4L;
        trap.far = r.nextLong();
        trap.ipa = r.nextInt(4) == 0 ? r.nextLong() : r.nextLong() & 0xff_ffff_ffffL;
        trap.device = r.nextInt(3) - 1;
        trap.offset =
                ec == 0x16 || ec == 0x17
                        ? new int[] {0, 0, 0xea1, 0xffe0, 3}[r.nextInt(5)]
                        : r.nextInt(4096);
        trap.value = FUNCTIONS[r.nextInt(FUNCTIONS.length)];
        trap.hasValue = !trap.read;
        trap.arg1 = FUNCTIONS[r.nextInt(FUNCTIONS.length)];
        trap.arg2 = r.nextLong();
        trap.arg3 = r.nextLong();
    }

    /** Puts nonsense into what a recording holds as outputs. */
    private void scramble(SplittableRandom r) {
        if (trap.read) {
            trap.value = r.nextLong();
            trap.hasValue = r.nextBoolean();
        }
        trap.result = r.nextLong();
        trap.action = Action.of(r.nextInt(Action.values().length));
        trap.rule = r.nextInt();
        trap.flags = r.nextInt();
        trap.injectedEsr = r.nextLong();
        trap.costNanos = r.nextLong();
        trap.hostNanos = r.nextLong();
        trap.id = r.nextLong();
        trap.retired = r.nextLong();
        trap.virtualNanos = r.nextLong();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xen", "kvm", "spec", "policy"})
    void outputsOfARecordedTrapDoNotMatter(String name) {
        long seed = 42;
        System.out.println("seed " + seed + " for " + name);
        PolicySettings s =
                name.equals("policy")
                        ? PolicySettings.DEFAULT.withPolicy(RandomPolicy.text(seed, 30), "random")
                        : PolicySettings.DEFAULT.withHypervisor(name);
        Personality a = s.create(CpuModel.NEOVERSE_N1, 3, -1);
        Personality b = s.create(CpuModel.NEOVERSE_N1, 3, -1);
        SplittableRandom r = new SplittableRandom(seed);
        SplittableRandom noise = new SplittableRandom(seed + 1);
        Decision da = new Decision();
        Decision db = new Decision();
        List<String> ids = a.rules().stream().map(Rule::id).toList();
        int own = 0;
        for (int k = 0; k < TRAPS; k++) {
            draw(r);
            a.decide(trap, da);
            scramble(noise);
            b.decide(trap, db);
            boolean same =
                    da.rule == db.rule
                            && da.flags == db.flags
                            && da.log == db.log
                            && da.sameEffect(db, true);
            if (!same) {
                throw new AssertionError(
                        "trap " + k + ", rules " + ids.get(da.rule) + " and " + ids.get(db.rule));
            }
            own += ids.get(da.rule).startsWith("random/") ? 1 : 0;
        }
        assertThat(own > 0).isEqualTo(name.equals("policy"));
    }
}
