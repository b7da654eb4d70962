package io.rialto.engine.absence;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.agenda.Duty;
import io.rialto.engine.blocks.MassCancels;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.requests.Caller;
import io.rialto.protocol.ConnectionLostEncoder;
import io.rialto.protocol.ConnectionRestoredEncoder;
import io.rialto.protocol.DisconnectedDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.ReconnectedDecoder;
import io.rialto.protocol.frame.Frame;
import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;

/**
 * Cancels what came by a connection that was lost, or all of its account, once its grace is over; exempt orders stay. A
 * log-out cancels nothing, and who comes back in time has lost nothing.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class LostConnections implements Duty {
    /** No grace and no dead man's switch is longer: a week. */
    static final long LONGEST_NANOS = 7 * 86_400_000_000_000L;

    private final Accounts accounts;
    private final MassCancels cancels;
    private final Caller caller;
    private final Deadlines deadlines;
    private final ConnectionLostEncoder lost = new ConnectionLostEncoder();
    private final ConnectionRestoredEncoder restored = new ConnectionRestoredEncoder();

    public LostConnections(Accounts accounts, MassCancels cancels, Agenda agenda, Caller caller) {
        this.accounts = accounts;
        this.cancels = cancels;
        this.caller = caller;
        this.deadlines = new Deadlines(agenda, Agenda.LOST_CONNECTION);
        agenda.assign(Agenda.LOST_CONNECTION, this);
    }

    public Reason disconnected(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + DisconnectedDecoder.accountEncodingOffset());
        int session = buffer.getInt(at + DisconnectedDecoder.sessionEncodingOffset());
        long graceNanos = buffer.getLong(at + DisconnectedDecoder.graceNanosEncodingOffset());
        byte graceful = buffer.getByte(at + DisconnectedDecoder.gracefulEncodingOffset());
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        long dueNanos = caller.timeNanos() + graceNanos;
        boolean isSound = graceNanos >= 0 && graceNanos <= LONGEST_NANOS && dueNanos >= 0;
        if (!isSound || graceful != 0 && graceful != 1) return Reason.INVALID_PARAMETER;
        deadlines.isTakenBack(account, session);
        tell(frame, account, session, graceful == 1 ? 0 : dueNanos);
        if (graceful == 1) return Reason.NONE;
        if (graceNanos == 0) cancel(account, session);
        else deadlines.set(account, session, dueNanos);
        return Reason.NONE;
    }

    public Reason reconnected(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + ReconnectedDecoder.accountEncodingOffset());
        int session = buffer.getInt(at + ReconnectedDecoder.sessionEncodingOffset());
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        if (!deadlines.isTakenBack(account, session)) return Reason.WOULD_CHANGE_NOTHING;
        frame.claimEvent(restored).account(account).session(session);
        return Reason.NONE;
    }

    @Override
    public boolean isAlive(long key) {
        return deadlines.isAlive(key);
    }

    @Override
    public boolean isDone(Frame frame, long key, long nowNanos) {
        if (!deadlines.hasFired(key)) {
            if (!MassCancels.hasRoom(frame)) return false;
            deadlines.fire(key);
            cancel(deadlines.account(key), deadlines.number(key));
        }
        if (!cancels.isDone(frame)) return false;
        deadlines.end(key);
        return true;
    }

    /** Everything that can change a later decision. */
    public void visit(LongConsumer state) {
        deadlines.visit(state);
    }

    private void cancel(int account, int session) {
        cancels.add(Reason.DISCONNECTED).of(account, 0).sparingExempt(session);
    }

    private void tell(Frame frame, int account, int session, long dueNanos) {
        frame.claimEvent(lost).dueNanos(dueNanos).account(account).session(session);
    }
}
