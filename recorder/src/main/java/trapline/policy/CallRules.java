package trapline.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import trapline.event.Action;
import trapline.event.Trap;
import trapline.event.TrapClass;

/**
 * A personality's answers for function ids of the SMC Calling Convention, found by W0. DEN 0028.
 */
final class CallRules {
    /** One answer. */
    static final class Row {
        final int function;
        final String name;
        final Effect effect;

        /** Bit n set: Xn is written. */
        final int results;

        /** X0 as a function of the trap's inputs. */
        final ToLongFunction<Trap> x0;

        long operand;
        long x1;
        long x2;
        long x3;
        int hvcRule;
        int smcRule;

        private Row(
                int function, String name, Effect effect, int results, ToLongFunction<Trap> x0) {
            this.function = function;
            this.name = name;
            this.effect = effect;
            this.results = results;
            this.x0 = x0;
        }

        Row rest(long r1, long r2, long r3) {
            x1 = r1;
            x2 = r2;
            x3 = r3;
            return this;
        }

        Row operand(long value) {
            operand = value;
            return this;
        }
    }

    private static final int X0 = 1;

    private final String personality;
    private final RuleBook book;
    private final String source;
    private final List<Row> rows = new ArrayList<>();
    private int[] functions = {};
    private Row[] sorted = {};
    private final int unknownHvc;
    private final int unknownSmc;

    CallRules(String personality, RuleBook book, String source) {
        this.personality = personality;
        this.book = book;
        this.source = source;
        this.unknownHvc = rule("hvc", "unknown");
        this.unknownSmc = rule("smc", "unknown");
    }

    private int rule(String cls, String name) {
        return book.add(personality + "/" + cls + "/" + name + "/call", source);
    }

    /** A function that returns a constant. */
    Row value(int function, String name, long x0) {
        return add(new Row(function, name, Effect.CALL_RETURN, X0, _ -> x0));
    }

    /** A function that returns X0 by its arguments. */
    Row computed(int function, String name, ToLongFunction<Trap> x0) {
        return add(new Row(function, name, Effect.CALL_RETURN, X0, x0));
    }

    /** A function that returns constants in several registers. */
    Row values(int function, String name, int results, long x0, long x1, long x2, long x3) {
        return add(new Row(function, name, Effect.CALL_RETURN, results, _ -> x0)).rest(x1, x2, x3);
    }

    /** A function that does something; what X0 holds afterwards is the effect's business. */
    Row effect(int function, String name, Effect effect) {
        return add(new Row(function, name, effect, X0, _ -> 0));
    }

    /** As {@link #effect}, for the 32-bit and the 64-bit function id. */
    void both(int function, String name, Effect effect) {
        effect(function, name, effect);
        effect(function | 0x4000_0000, name, effect);
    }

    private Row add(Row r) {
        r.hvcRule = rule("hvc", r.name);
        r.smcRule = rule("smc", r.name);
        rows.add(r);
        return r;
    }

    /** Ends definition; two rows for one function are our own bug. */
    void seal() {
        sorted = rows.toArray(new Row[0]);
        Arrays.sort(sorted, Comparator.comparingInt(r -> r.function));
        functions = new int[sorted.length];
        for (int k = 0; k < sorted.length; k++) {
            functions[k] = sorted[k].function;
            if (k > 0 && functions[k] == functions[k - 1]) {
                throw new IllegalStateException(
                        "two rows for function 0x" + Integer.toHexString(functions[k]));
            }
        }
    }

    private @Nullable Row find(int function) {
        int at = Arrays.binarySearch(functions, function);
        return at < 0 ? null : sorted[at];
    }

    /**
     * Decides a call.
     *
     * @return false when no row has the function: the decision then returns -1 in X0 under the rule
     *     {@code unknown}
     */
    boolean decide(Trap t, Decision d) {
        boolean hvc = t.cls == TrapClass.HVC;
        Row r = find((int) t.value);
        d.action = Action.EMULATE;
        d.hasValue = true;
        if (r == null) {
            d.rule = hvc ? unknownHvc : unknownSmc;
            d.effect = Effect.CALL_RETURN;
            d.action = Action.VALUE;
            d.results = X0;
            d.value = -1;
            return false;
        }
        d.rule = hvc ? r.hvcRule : r.smcRule;
        d.effect = r.effect;
        d.results = r.results;
        d.operand = r.operand;
        d.value = r.x0.applyAsLong(t);
        d.r1 = r.x1;
        d.r2 = r.x2;
        d.r3 = r.x3;
        return true;
    }
}
