package trapline.policy;

import trapline.event.Action;

/**
 * One rule of a policy file, read and checked.
 *
 * @param kind what it answers
 * @param first register key, function id, or first address
 * @param last last address for {@link Kind#ADDRESS}; else as {@code first}
 * @param read answers reads
 * @param write answers writes (and calls)
 * @param els bit n set: answers traps from ELn
 * @param action what is done
 * @param value what a read or call returns
 * @param flag name of the flag that gates it, or empty
 * @param flagState the state of the flag in which it applies
 * @param after matching traps that are left to later rules first
 * @param times matching traps answered after those; {@link Long#MAX_VALUE} for all
 * @param line line in the file, from 1
 */
record PolicyRule(
        Kind kind,
        long first,
        long last,
        boolean read,
        boolean write,
        int els,
        Action action,
        long value,
        String flag,
        boolean flagState,
        long after,
        long times,
        int line) {

    enum Kind {
        REGISTER("sysreg"),
        HVC("hvc"),
        SMC("smc"),
        ADDRESS("data_abort");

        /** As in rule ids. */
        final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** Whether the rule counts the traps that it matches. */
    boolean counts() {
        return after > 0 || times != Long.MAX_VALUE;
    }
}
