package trapline.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.journal.Session;
import trapline.journal.SessionException;
import trapline.machine.VirtualMachine;
import trapline.machine.linux.PrintkLog;
import trapline.replay.EndState;
import trapline.replay.StateAt;

/**
 * Linux's printk buffer as it stood in the guest's memory, whether or not a console ever showed it.
 * Found by the symbol {@code prb} where it is known, else by its form.
 */
public final class KernelLog {
    private KernelLog() {}

    /**
     * The log at the end of a session.
     *
     * @throws SessionException with exit code 1 when the guest's memory holds no such log
     */
    public static List<PrintkLog.Line> atEnd(
            Session session, VirtualMachine.@Nullable EngineFactory engine) {
        return of(session, EndState.of(session, engine), "at its end");
    }

    /**
     * The log as it was when a trap arrived.
     *
     * @param trap from 1
     * @throws SessionException with exit code 2 when there is no such trap, 1 when there is no log
     */
    public static List<PrintkLog.Line> atTrap(
            Session session, long trap, VirtualMachine.@Nullable EngineFactory engine) {
        return of(session, StateAt.of(session, trap, 0, engine).vm(), "at trap " + trap);
    }

    private static List<PrintkLog.Line> of(Session session, VirtualMachine vm, String when) {
        PrintkLog log = vm.kernel().log();
        if (log == null) {
            throw new SessionException(
                    SessionException.DAMAGED,
                    session.dir()
                            + ": no log of a Linux kernel (5.10 or newer) in the guest's memory "
                            + when);
        }
        return log.records();
    }
}
