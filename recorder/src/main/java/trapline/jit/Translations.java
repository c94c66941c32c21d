package trapline.jit;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import trapline.vcpu.DecodedPage;

/** Translations asked for and done, on the asking thread or on one of their own. */
final class Translations {
    /** One request and what became of it. */
    static final class Job {
        final DecodedPage page;
        final int root;
        final boolean strict;
        final Tier tier;
        final int[] words;
        final Plan.Context context;
        @Nullable Region region;
        @Nullable RuntimeException failure;

        Job(
                DecodedPage page,
                int root,
                boolean strict,
                Tier tier,
                int[] words,
                Plan.Context context) {
            this.page = page;
            this.root = root;
            this.strict = strict;
            this.tier = tier;
            this.words = words;
            this.context = context;
        }

        void translate(Translator by) {
            region = by.translate(words, context, root, strict, tier);
        }
    }

    private final Translator translator;
    private final boolean background;
    private final Warm warm = new Warm();
    private final Queue<Job> asked = new ArrayDeque<>();
    private final Queue<Job> done = new ArrayDeque<>();
    private volatile boolean anyDone;
    private boolean closed;
    private @Nullable Thread thread;

    Translations(Translator translator, boolean background) {
        this.translator = translator;
        this.background = background;
    }

    /** Whether {@link #takeDone} would find something. */
    boolean anyDone() {
        return anyDone;
    }

    void request(Job j) {
        if (!background) {
            j.translate(translator);
            finish(j);
            return;
        }
        synchronized (this) {
            if (closed) {
                return;
            }
            if (thread == null) {
                thread = Thread.ofPlatform().daemon().name("translator").start(this::work);
            }
            asked.add(j);
            notifyAll();
        }
    }

    private synchronized void finish(Job j) {
        done.add(j);
        anyDone = true;
    }

    /** Moves all finished jobs to {@code to}; throws what went wrong in one of them. */
    synchronized void takeDone(Queue<Job> to) {
        for (Job j : done) {
            if (j.failure != null) {
                throw j.failure;
            }
            to.add(j);
        }
        done.clear();
        anyDone = false;
    }

    private void work() {
        while (true) {
            Job j = next();
            if (j == null) {
                return;
            }
            try {
                j.translate(translator);
                if (j.region != null) {
                    warm.run(j.region);
                }
            } catch (RuntimeException e) {
                j.failure = e;
            }
            finish(j);
        }
    }

    private synchronized @Nullable Job next() {
        while (asked.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                closed = true;
            }
        }
        return closed ? null : asked.remove();
    }

    synchronized void close() {
        closed = true;
        asked.clear();
        notifyAll();
    }
}
