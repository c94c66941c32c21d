package trapline.jit;

import java.lang.constant.ClassDesc;

/**
 * How much HotSpot's compilers do for a region. They are told apart by the class's name, which the
 * compiler directives of the launcher match (src/main/hotspot/directives.json); without those
 * directives HotSpot decides by its own counters, and only speed differs.
 */
enum Tier {
    /** Its first compiler only: soon there, and cheap enough for all code that is warm. */
    QUICK,

    /** Its second compiler: worth the wait for the few loops in which a guest spends its time. */
    HOT;

    private static final ClassDesc QUICK_TYPE = ClassDesc.of("trapline.jit.Quick");
    private static final ClassDesc HOT_TYPE = ClassDesc.of("trapline.jit.Hot");

    /** Name of the hidden classes, without what the JVM appends. */
    ClassDesc type() {
        return this == QUICK ? QUICK_TYPE : HOT_TYPE;
    }
}
