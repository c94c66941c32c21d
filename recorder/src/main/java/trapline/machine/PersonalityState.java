package trapline.machine;

import org.jspecify.annotations.Nullable;
import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.policy.Personality;

/**
 * The personality's place in the machine's state. A fork loads what its parent saved under another
 * personality: the parent's reads it, and this machine's takes over all but the rule state that
 * follows from decisions.
 */
final class PersonalityState implements Snapshottable {
    private final Personality own;
    private @Nullable Personality writer;
    private byte[] decided = {};

    PersonalityState(Personality own) {
        this.own = own;
    }

    void loadFrom(Personality other, byte[] ownDecided) {
        writer = other;
        decided = ownDecided;
    }

    @Override
    public void save(StateWriter w) {
        own.save(w);
    }

    /** What of it can make a decision come out otherwise. */
    void saveMemory(StateWriter w) {
        own.saveMemory(w);
    }

    @Override
    public void load(StateReader r) {
        Personality other = writer;
        if (other == null) {
            own.load(r);
            return;
        }
        writer = null;
        other.load(r);
        own.takeOver(other);
        own.loadDecided(new StateReader(decided));
    }
}
