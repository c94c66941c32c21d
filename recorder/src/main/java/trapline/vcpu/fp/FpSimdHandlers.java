package trapline.vcpu.fp;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import trapline.isa.A64;
import trapline.vcpu.Vcpu;

/**
 * Where a row's handler is, for a translator that emits a direct call: the method has the row's
 * name and the descriptor {@code (Vcpu, int) void}.
 */
public final class FpSimdHandlers {
    static final List<Class<?>> OWNERS =
            List.of(
                    FpScalar.class,
                    FpInteger.class,
                    SimdSame.class,
                    SimdFp.class,
                    SimdDiff.class,
                    SimdMisc.class,
                    SimdFpMisc.class,
                    SimdElem.class,
                    SimdShift.class,
                    SimdPermute.class,
                    SimdImmediate.class,
                    SimdAcross.class,
                    SimdScalar.class,
                    SimdScalarFp.class,
                    SimdCrypto.class);

    private static final Map<String, Class<?>> OWNER = new HashMap<>();

    static {
        for (Class<?> owner : OWNERS) {
            for (Method m : owner.getMethods()) {
                if (m.getParameterCount() == 2 && m.getParameterTypes()[0] == Vcpu.class) {
                    OWNER.put(m.getName(), owner);
                }
            }
        }
    }

    private FpSimdHandlers() {}

    /**
     * The class whose static method {@code A64.name(row)} executes a row.
     *
     * @throws IllegalStateException when the row is not a data-processing one of this family
     */
    public static Class<?> owner(int row) {
        Class<?> owner = OWNER.get(A64.name(row));
        if (owner == null) {
            throw new IllegalStateException(
                    "no floating-point or SIMD handler: row=" + row + " " + A64.name(row));
        }
        return owner;
    }
}
