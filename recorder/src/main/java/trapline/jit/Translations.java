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
        final int slot;
        final boolean strict;
        final int[] words;
        final short @Nullable [] seen;
        @Nullable Region region;
        @Nullable RuntimeException failure;

        Job(DecodedPage page, int slot, boolean strict, int[] words, short @Nullable [] seen) {
            this.page = page;
            this.slot = slot;
            this.strict = strict;
            this.words = words;
            this.seen = seen;
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
            j.region = translator.translate(j.words, j.seen, j.slot, j.strict);
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
                j.region = translator.translate(j.words, j.seen, j.slot, j.strict);
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
