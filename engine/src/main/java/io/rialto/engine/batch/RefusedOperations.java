package io.rialto.engine.batch;

import io.rialto.protocol.OperationBegunEncoder;
import io.rialto.protocol.OperationRefusedEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * Which parts of a command were refused: told at once where the others stand, or noted, and told behind the refusal of
 * the whole.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
public final class RefusedOperations {
    private static final int MOST_NOTED = 2;

    private final OperationBegunEncoder begun = new OperationBegunEncoder();
    private final OperationRefusedEncoder refused = new OperationRefusedEncoder();
    private final int[] operations = new int[MOST_NOTED];
    private final Reason[] reasons = new Reason[MOST_NOTED];
    private int noted;

    /** A command of several begins. */
    public void clear() {
        noted = 0;
    }

    /** Notes why all of the command is refused, and hands the reason on. */
    public Reason because(int operation, Reason reason) {
        operations[noted] = operation;
        reasons[noted] = reason;
        noted++;
        return reason;
    }

    /** Tells what was noted, if anything was, behind CommandRejected. */
    public void tellNoted(Frame frame) {
        for (int i = 0; i < noted; i++) tell(frame, operations[i], reasons[i]);
        noted = 0;
    }

    public void tell(Frame frame, int operation, Reason reason) {
        frame.claimEvent(refused).operation(operation).reason(reason);
    }

    void tellBegun(Frame frame, int operation) {
        frame.claimEvent(begun).operation(operation);
    }
}
