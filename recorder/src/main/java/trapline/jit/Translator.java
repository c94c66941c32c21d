package trapline.jit;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import trapline.isa.A64Decoder;

/**
 * Makes regions: plans them, writes their class, defines it hidden, so that it goes when its region
 * goes.
 */
final class Translator {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final ClassDesc REGION = ClassDesc.of("trapline.jit.Region");
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_int, Asm.VCPU);

    /** HotSpot compiles no method of 8,000 bytecodes or more. */
    private static final int MOST_BYTES = 7_900;

    /** So few instructions are never longer than a method may be. */
    private static final int SURELY_SHORT = 64;

    private final A64Decoder decoder;
    private final int mostInstructions;

    Translator(A64Decoder decoder, int mostInstructions) {
        this.decoder = decoder;
        this.mostInstructions = mostInstructions;
    }

    /**
     * Translates from a slot of a page.
     *
     * @param words the page's 1,024 words
     * @param root slot
     * @param strict every access must be aligned
     * @return the region, not installed, or null when the first instruction has no translation
     */
    @Nullable Region translate(
            int[] words, Plan.Context context, int root, boolean strict, Tier tier) {
        for (int most = mostInstructions; ; most /= 2) {
            Plan plan = new Plan(decoder, words, context, root, most);
            if (!plan.useful()) {
                return null;
            }
            byte[] bytes = classOf(plan, strict, tier);
            if (bytes == null) {
                continue;
            }
            Region r = define(bytes);
            r.root = root;
            r.entries = Arrays.stream(plan.entries).map(b -> plan.first[b]).toArray();
            r.lines = plan.lines;
            r.strict = strict;
            r.tier = tier;
            r.instructions = plan.instructions;
            return r;
        }
    }

    /** The class of a plan, or null when its method is longer than HotSpot compiles. */
    private static byte @Nullable [] classOf(Plan plan, boolean strict, Tier tier) {
        byte[] bytes;
        try {
            bytes =
                    ClassFile.of(ClassFile.DebugElementsOption.DROP_DEBUG)
                            .build(tier.type(), c -> write(c, plan, strict, tier));
        } catch (IllegalArgumentException e) {
            if (plan.instructions < SURELY_SHORT) {
                throw e;
            }
            return null; // longer than any method may be
        }
        return codeBytes(bytes) > MOST_BYTES ? null : bytes;
    }

    private static void write(ClassBuilder c, Plan plan, boolean strict, Tier tier) {
        c.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
        c.withSuperclass(REGION);
        c.withMethodBody(
                INIT_NAME,
                MTD_void,
                0,
                b -> b.aload(0).invokespecial(REGION, INIT_NAME, MTD_void).return_());
        c.withMethodBody(
                "run", RUN, ClassFile.ACC_PUBLIC, b -> RegionWriter.write(b, plan, strict, tier));
    }

    /** Bytes of code in {@code run}. */
    private static int codeBytes(byte[] bytes) {
        if (bytes.length < MOST_BYTES) {
            return bytes.length;
        }
        return ClassFile.of().parse(bytes).methods().stream()
                .filter(m -> m.methodName().equalsString("run"))
                .flatMap(m -> m.findAttribute(java.lang.classfile.Attributes.code()).stream())
                .mapToInt(java.lang.classfile.attribute.CodeAttribute::codeLength)
                .max()
                .orElseThrow();
    }

    private static Region define(byte[] bytes) {
        try {
            MethodHandles.Lookup made = LOOKUP.defineHiddenClass(bytes, true);
            return (Region)
                    made.findConstructor(made.lookupClass(), MethodType.methodType(void.class))
                            .invoke();
        } catch (Throwable t) {
            throw new IllegalStateException("region class of " + bytes.length + " bytes", t);
        }
    }
}
