package trapline.jit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.bus.Native;
import trapline.mmu.GuestFault;
import trapline.vcpu.CodeCache;
import trapline.vcpu.DecodedPage;
import trapline.vcpu.Interpreter;
import trapline.vcpu.Vcpu;

/**
 * Runs a vCPU: hot code translated, the rest interpreted. What is translated when depends on the
 * host's timing, what the guest sees does not: regions stop at exact counts, and whatever they
 * cannot do the interpreter does.
 *
 * <p>One machine's thread calls {@link #run}; translation may happen on a thread of its own.
 */
public final class JitEngine {
    /**
     * Choices that change speed and nothing else.
     *
     * @param threshold arrivals by a backward branch, a call or a return after which a place is
     *     translated
     * @param hotWork instructions that a quick region runs before it is translated again for
     *     HotSpot's second compiler
     * @param mostInstructions in one region
     * @param mostRegions that exist at a time
     * @param background translate on a thread of its own
     */
    public record Options(
            int threshold,
            long hotWork,
            int mostInstructions,
            int mostRegions,
            boolean background) {
        /** What suits whole commands. */
        public static Options standard() {
            return new Options(1_000, 3_000_000, 200, 20_000, true);
        }

        /** Translates everything that a branch arrives at twice, at once: for tests. */
        public static Options eager() {
            return new Options(1, 100, 200, 20_000, false);
        }
    }

    private final CodeCache code;
    private final Options options;
    private final Dispatch[] dispatch;
    private final Translations translations;

    /** Part of every {@link Dispatch} context: grows when a region is dropped. */
    private long epoch;

    private boolean contextIgnored;
    private int regions;
    private int sweep;
    private final List<DecodedPage> pages = new ArrayList<>();
    private final ArrayDeque<Translations.Job> finished = new ArrayDeque<>();

    /** Counters for profiles and tests; not guest state. */
    public long installed;

    public long dropped;
    public long entered;

    /** Instructions that the interpreter executed. */
    public long interpreted;

    public long missed;
    public long leftToInterpret;

    public JitEngine(CodeCache code, Vcpu[] cpus, Options options) {
        this.code = code;
        this.options = options;
        this.dispatch = new Dispatch[cpus.length];
        for (int k = 0; k < cpus.length; k++) {
            dispatch[k] = new Dispatch();
        }
        this.translations =
                new Translations(
                        new Translator(code.decoder(), options.mostInstructions()),
                        options.background());
        code.onInvalidation(this::dropped);
    }

    /** Runs until {@code c.retired} reaches {@code c.limit}. */
    public void run(Vcpu c) {
        if (translations.anyDone()) {
            installFinished();
        }
        Dispatch d = dispatch[c.id];
        while (c.retired < c.limit) {
            if (c.interruptible()) {
                Interpreter.interrupt(c);
            }
            if (c.debugging()) {
                Interpreter.stepDebug(c);
                continue;
            }
            if (c.il) {
                Interpreter.step(c);
                continue;
            }
            stretch(c, d);
        }
    }

    /**
     * Runs until something may have changed that decides what runs next: an interrupt, the context,
     * the limit.
     */
    private void stretch(Vcpu c, Dispatch d) {
        boolean strict = (c.mmu.regime.sctlr & 3) != 1;
        long context = context(c, strict);
        while (true) {
            long pc = c.pc;
            int k = Dispatch.index(pc, context);
            Region r = d.region[k];
            if (d.pc[k] != pc || d.context[k] != context || r == null) {
                missed++;
                r = find(c, pc, strict);
                if (r == null) {
                    return;
                }
                d.put(k, pc, context, r);
            }
            long before = c.retired;
            int why = r.run(c);
            entered++;
            r.work += c.retired - before;
            if (r.work >= options.hotWork() && !r.replacing) {
                replace(r);
            }
            if (why == Region.BRANCH) {
                continue;
            }
            if (why == Region.INTERPRET) {
                leftToInterpret++;
                interpreted++;
                Interpreter.one(c);
            } else if (why == Region.LIMIT) {
                before = c.retired;
                Interpreter.step(c);
                interpreted += c.retired - before;
            }
            return;
        }
    }

    /** For tests, to show that they would notice: treats all contexts as one. */
    void ignoreContext() {
        contextIgnored = true;
    }

    private long context(Vcpu c, boolean strict) {
        if (contextIgnored) {
            return 0;
        }
        return epoch << 32
                | (long) (c.mmu.wipes & 0x3ffff) << 14
                | c.mmu.generation << 2
                | (strict ? 2 : 0)
                | c.el;
    }

    /** The region at {@code pc}; without one, interprets a while and returns null. */
    private @Nullable Region find(Vcpu c, long pc, boolean strict) {
        if (c.retired >= c.limit) {
            return null;
        }
        if (c.il || (pc & 3) != 0) {
            Interpreter.step(c);
            return null;
        }
        DecodedPage p;
        try {
            p = c.fetchPage(pc);
        } catch (GuestFault e) {
            Interpreter.fetchFault(c);
            return null;
        }
        int slot = (int) pc >>> 2 & DecodedPage.SLOTS - 1;
        Region r = at(p, slot, strict);
        if (r == null && hot(p, slot)) {
            r = request(p, slot, strict);
        }
        if (r != null) {
            r.lastUse = sweep;
            return r;
        }
        long before = c.retired;
        Interpreter.runCounting(c, p, options.threshold());
        interpreted += c.retired - before;
        return null;
    }

    private static @Nullable Region at(DecodedPage p, int slot, boolean strict) {
        PageRegions all = PageRegions.of(p);
        Region r = all == null ? null : all.bySlot[slot];
        return r != null && r.strict == strict ? r : null;
    }

    private boolean hot(DecodedPage p, int slot) {
        int h = p.heat[slot];
        if (h >= options.threshold()) {
            return true;
        }
        p.heat[slot] = (short) (h + 1);
        return false;
    }

    /** Asks for a translation; the region, when it is there at once. */
    private @Nullable Region request(DecodedPage p, int slot, boolean strict) {
        PageRegions all = regionsOf(p);
        if (all.asked) {
            // What is being translated may hold this place too.
            p.heat[slot] = (short) (options.threshold() / 2);
            return null;
        }
        p.heat[slot] = Short.MIN_VALUE;
        all.asked = true;
        ask(p, slot, strict, Tier.QUICK, all.taken());
        if (options.background() || !translations.anyDone()) {
            return null;
        }
        installFinished();
        return at(p, slot, strict);
    }

    /** Asks for a better translation of a region that runs a lot. */
    private void replace(Region r) {
        r.replacing = true;
        if (r.tier == Tier.QUICK) {
            ask(r.page, r.root, r.strict, Tier.HOT, null);
        }
    }

    private void ask(
            DecodedPage p, int root, boolean strict, Tier tier, boolean @Nullable [] taken) {
        int[] words = new int[DecodedPage.SLOTS];
        Native.read(p.host, words);
        int probed = code.probed(p);
        if (probed >= 0) {
            words[probed] = 0; // UDF: what ends a region, so that the interpreter comes to it
        }
        short[] seen = options.threshold() > 1 ? p.row.clone() : null;
        translations.request(
                new Translations.Job(p, root, strict, tier, words, new Plan.Context(seen, taken)));
    }

    private PageRegions regionsOf(DecodedPage p) {
        PageRegions all = PageRegions.of(p);
        if (all == null) {
            all = new PageRegions();
            p.translations = all;
            pages.add(p);
        }
        return all;
    }

    private void installFinished() {
        translations.takeDone(finished);
        for (Translations.Job j = finished.poll(); j != null; j = finished.poll()) {
            Region r = j.region;
            if (j.tier == Tier.QUICK) {
                regionsOf(j.page).asked = false;
            }
            if (r != null && unchanged(j, r)) {
                install(j.page, r);
            } else if (r != null) {
                j.page.heat[j.root] = 0;
            }
        }
    }

    /** Whether memory still holds what was translated. */
    private boolean unchanged(Translations.Job j, Region r) {
        int probed = code.probed(j.page);
        for (int k = 0; k < DecodedPage.SLOTS; k++) {
            if ((r.lines >>> (k >>> 4) & 1) != 0
                    && k != probed
                    && Native.getInt(j.page.host + 4L * k) != j.words[k]) {
                return false;
            }
        }
        return true;
    }

    private void install(DecodedPage p, Region r) {
        if (regions >= options.mostRegions()) {
            sweep();
        }
        r.page = p;
        r.lastUse = sweep;
        PageRegions all = regionsOf(p);
        code.watch(p, r.lines);
        regions += all.add(r);
        for (int e : r.entries) {
            p.heat[e] = DecodedPage.WANTED;
        }
        installed++;
        if (r.tier != Tier.QUICK) {
            for (Dispatch d : dispatch) {
                d.forget(p); // what is in use leads to the region that gave way
            }
        }
    }

    /**
     * Drops what has not been looked up since the last sweep: an entry in use is looked up again
     * after each.
     */
    private void sweep() {
        for (DecodedPage p : pages) {
            PageRegions all = PageRegions.of(p);
            if (all != null) {
                int n = all.dropUnused(p, sweep);
                regions -= n;
                dropped += n;
                if (all.isEmpty()) {
                    p.translations = null;
                }
            }
        }
        pages.removeIf(p -> p.translations == null);
        sweep++;
        forget();
    }

    private void forget() {
        epoch++;
        for (Dispatch d : dispatch) {
            d.clear();
        }
    }

    /** Instructions in these lines are about to change. */
    private void dropped(DecodedPage p, long lines) {
        PageRegions all = PageRegions.of(p);
        if (all != null) {
            int n = all.drop(p, lines);
            if (n != 0) {
                regions -= n;
                dropped += n;
                epoch++;
            }
        }
    }

    /** Regions that exist now. */
    public int regions() {
        return regions;
    }

    /** Counters in words, for profiles. */
    public String stats() {
        return "regions="
                + regions
                + " entered="
                + entered
                + " missed="
                + missed
                + " interpreted="
                + interpreted
                + " left to interpret="
                + leftToInterpret;
    }

    /**
     * Ends the translating thread, if there is one; the engine goes on without new translations.
     */
    public void close() {
        translations.close();
    }
}
