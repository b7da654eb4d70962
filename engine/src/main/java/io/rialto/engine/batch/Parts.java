package io.rialto.engine.batch;

import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.Frame;
import java.util.Arrays;

/**
 * The parts of a command of several, looked through before any of them is read: how many there are, what they are, and
 * whose.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
public final class Parts {
    private static final int KNOWN = 128;
    private static final int NOT_A_PART = -1;

    private final int[] blockLengths = new int[KNOWN];
    private final RefusedOperations refusals;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CommandParts parts = new CommandParts();
    private int count;

    public Parts(RefusedOperations refusals) {
        this.refusals = refusals;
        Arrays.fill(blockLengths, NOT_A_PART);
    }

    /** Messages of this type may be parts. */
    public Parts of(int type, int blockLength) {
        blockLengths[type] = blockLength;
        return this;
    }

    /** Whether there are so many and all are what may be here; the reason is noted for the part that is not. */
    public Reason check(Frame frame, int least, int most) {
        rewind(frame);
        count = 0;
        while (parts.next()) {
            if (!isKnown(frame)) return refusals.because(count, Reason.PART_NOT_POSSIBLE);
            count++;
            if (count > most) return Reason.WRONG_NUMBER_OF_PARTS;
        }
        if (!parts.isSound()) return refusals.because(count, Reason.PART_NOT_POSSIBLE);
        return count < least ? Reason.WRONG_NUMBER_OF_PARTS : Reason.NONE;
    }

    /** Whether all parts are orders or operations of this account: they begin with their account. */
    public Reason checkOwner(Frame frame, int account) {
        rewind(frame);
        for (int i = 0; parts.next(); i++) {
            int at = parts.blockOffset() + NewOrderDecoder.accountEncodingOffset();
            if (frame.buffer().getInt(at) != account) return refusals.because(i, Reason.PART_OF_ANOTHER_ACCOUNT);
        }
        return Reason.NONE;
    }

    public int count() {
        return count;
    }

    /** The cursor, before the first part. */
    public CommandParts rewind(Frame frame) {
        return parts.wrap(frame.buffer(), frame.commandOffset(), frame.eventsOffset());
    }

    private boolean isKnown(Frame frame) {
        header.wrap(frame.buffer(), parts.offset());
        int type = header.templateId();
        return type < KNOWN
                && blockLengths[type] == header.blockLength()
                && header.schemaId() == MessageHeaderDecoder.SCHEMA_ID
                && header.version() == MessageHeaderDecoder.SCHEMA_VERSION;
    }
}
