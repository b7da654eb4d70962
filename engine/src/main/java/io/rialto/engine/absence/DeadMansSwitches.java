package io.rialto.engine.absence;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.agenda.Duty;
import io.rialto.engine.blocks.MassCancels;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.requests.Caller;
import io.rialto.protocol.CancelAfterDecoder;
import io.rialto.protocol.CancelAfterFiredEncoder;
import io.rialto.protocol.CancelAfterSetEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;

/**
 * Cancels what an account has, or has in one instrument, unless the account says in time that it is there. By journal time: a
 * switch whose time comes while the venue is down fires before the first command after it.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class DeadMansSwitches implements Duty {
    private final Accounts accounts;
    private final Instruments instruments;
    private final MassCancels cancels;
    private final Caller caller;
    private final Deadlines deadlines;
    private final CancelAfterSetEncoder set = new CancelAfterSetEncoder();
    private final CancelAfterFiredEncoder fired = new CancelAfterFiredEncoder();

    public DeadMansSwitches(
            Accounts accounts, Instruments instruments, MassCancels cancels, Agenda agenda, Caller caller) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.cancels = cancels;
        this.caller = caller;
        this.deadlines = new Deadlines(agenda, Agenda.DEAD_MANS_SWITCH);
        agenda.assign(Agenda.DEAD_MANS_SWITCH, this);
    }

    /** Sets the switch anew, or turns it off. */
    public Reason cancelAfter(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + CancelAfterDecoder.accountEncodingOffset());
        int instrument = buffer.getInt(at + CancelAfterDecoder.instrumentEncodingOffset());
        long timeoutNanos = buffer.getLong(at + CancelAfterDecoder.timeoutNanosEncodingOffset());
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        if (instrument != 0 && !instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (timeoutNanos < 0 || timeoutNanos > LostConnections.LONGEST_NANOS) return Reason.INVALID_PARAMETER;
        long dueNanos = timeoutNanos == 0 ? 0 : caller.timeNanos() + timeoutNanos;
        if (dueNanos < 0) return Reason.INVALID_PARAMETER;
        if (dueNanos == 0) deadlines.isTakenBack(account, instrument);
        else deadlines.set(account, instrument, dueNanos);
        frame.claimEvent(set).dueNanos(dueNanos).account(account).instrument(instrument);
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
            fire(frame, deadlines.account(key), deadlines.number(key));
        }
        if (!cancels.isDone(frame)) return false;
        deadlines.end(key);
        return true;
    }

    /** Everything that can change a later decision. */
    public void visit(LongConsumer state) {
        deadlines.visit(state);
    }

    private void fire(Frame frame, int account, int instrument) {
        frame.claimEvent(fired).account(account).instrument(instrument);
        cancels.add(Reason.DEAD_MANS_SWITCH).of(account, instrument);
    }
}
