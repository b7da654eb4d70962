package io.rialto.engine.blocks;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.admission.Gate;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instruments;
import io.rialto.protocol.BlockScope;
import io.rialto.protocol.CancelOrdersDecoder;
import io.rialto.protocol.KillDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.ResumeDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.SuspendDecoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Decides suspensions, kills and cancels of many. Each answers NONE when it was done; the cancels follow in the same frame.
 *
 * <p>Threading: the core's thread only.
 */
public final class BlockDesk {
    private static final byte BUY = (byte) Side.BUY.value();
    private static final byte SELL = (byte) Side.SELL.value();

    private final Accounts accounts;
    private final Instruments instruments;
    private final Gate gate;
    private final Blocks blocks;
    private final MassCancels cancels;
    private final BlockEvents events = new BlockEvents();

    public BlockDesk(Accounts accounts, Instruments instruments, Gate gate, Blocks blocks, MassCancels cancels) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.gate = gate;
        this.blocks = blocks;
        this.cancels = cancels;
    }

    public Reason suspend(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int target = buffer.getInt(at + SuspendDecoder.targetEncodingOffset());
        BlockScope scope = scope(buffer.getByte(at + SuspendDecoder.scopeEncodingOffset()));
        byte cancelsOpen = buffer.getByte(at + SuspendDecoder.cancelOpenOrdersEncodingOffset());
        Reason refusal = checkSuspension(scope, target);
        if (refusal != Reason.NONE) return refusal;
        if (cancelsOpen != 0 && cancelsOpen != 1) return Reason.INVALID_COMBINATION;
        if (blocks.isSuspended(scope, target)) return Reason.WOULD_CHANGE_NOTHING;
        block(scope, target, Blocks.SUSPENDED);
        events.suspended(frame, scope, target);
        if (cancelsOpen == 1) aim(cancels.add(Reason.SUSPENDED), scope, target);
        return Reason.NONE;
    }

    public Reason resume(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int target = buffer.getInt(at + ResumeDecoder.targetEncodingOffset());
        BlockScope scope = scope(buffer.getByte(at + ResumeDecoder.scopeEncodingOffset()));
        Reason refusal = checkSuspension(scope, target);
        if (refusal != Reason.NONE) return refusal;
        if (!blocks.isSuspended(scope, target)) return Reason.WOULD_CHANGE_NOTHING;
        unblock(scope, target, Blocks.SUSPENDED);
        events.resumed(frame, scope, target);
        return Reason.NONE;
    }

    public Reason kill(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int target = buffer.getInt(at + KillDecoder.targetEncodingOffset());
        BlockScope scope = scope(buffer.getByte(at + KillDecoder.scopeEncodingOffset()));
        Reason refusal = checkTarget(scope, target);
        if (refusal != Reason.NONE) return refusal;
        if (blocks.isKilled(scope, target)) return Reason.WOULD_CHANGE_NOTHING;
        block(scope, target, Blocks.KILLED);
        events.killed(frame, scope, target);
        aim(cancels.add(Reason.KILLED), scope, target);
        return Reason.NONE;
    }

    /** Whether the kill could be lifted now; the scope as the schema's value. Changes nothing. */
    public Reason checkUnblock(int scopeCode, int target) {
        BlockScope scope = scope((byte) scopeCode);
        Reason refusal = checkTarget(scope, target);
        if (refusal != Reason.NONE) return refusal;
        return blocks.isKilled(scope, target) ? Reason.NONE : Reason.WOULD_CHANGE_NOTHING;
    }

    /** Lifts a kill, as was checked. A suspension stays. */
    public void unblock(Frame frame, int scopeCode, int target) {
        BlockScope scope = scope((byte) scopeCode);
        unblock(scope, target, Blocks.KILLED);
        events.unblocked(frame, scope, target);
    }

    public Reason cancelOrders(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + CancelOrdersDecoder.accountEncodingOffset());
        int instrument = buffer.getInt(at + CancelOrdersDecoder.instrumentEncodingOffset());
        long lowest = buffer.getLong(at + CancelOrdersDecoder.lowestTicksEncodingOffset());
        long highest = buffer.getLong(at + CancelOrdersDecoder.highestTicksEncodingOffset());
        byte side = buffer.getByte(at + CancelOrdersDecoder.sideEncodingOffset());
        if (account != 0 && !accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        if (instrument != 0 && !instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (highest == CancelOrdersDecoder.highestTicksNullValue()) highest = Long.MAX_VALUE;
        boolean hasPrices = lowest != CancelOrdersDecoder.lowestTicksNullValue() || highest != Long.MAX_VALUE;
        boolean isSide = side == BUY || side == SELL || side == CancelJob.ANY_SIDE;
        if (!isSide || lowest > highest || hasPrices && instrument == 0) return Reason.INVALID_COMBINATION;
        CancelJob job = cancels.add(Reason.MASS_CANCEL).of(account, instrument);
        job.side = side;
        job.lowestTicks = lowest;
        job.highestTicks = highest;
        return Reason.NONE;
    }

    private Reason checkSuspension(BlockScope scope, int target) {
        if (scope != BlockScope.ACCOUNT && scope != BlockScope.FIRM) return Reason.INVALID_COMBINATION;
        return checkTarget(scope, target);
    }

    private Reason checkTarget(BlockScope scope, int target) {
        switch (scope) {
            case ACCOUNT:
                return accounts.isOpen(target) ? Reason.NONE : Reason.UNKNOWN_ACCOUNT;
            case SYMBOL:
                return instruments.isListed(target) ? Reason.NONE : Reason.UNKNOWN_INSTRUMENT;
            case FIRM:
                return target > 0 ? Reason.NONE : Reason.INVALID_COMBINATION;
            case TRADER:
            case KEY:
                return target != 0 ? Reason.NONE : Reason.INVALID_COMBINATION;
            default:
                return Reason.INVALID_COMBINATION;
        }
    }

    private void block(BlockScope scope, int target, int bit) {
        blocks.set(scope, target, bit);
        if (scope == BlockScope.ACCOUNT) accounts.guard(target, true);
        if (scope == BlockScope.SYMBOL) instruments.get(target).guarded();
        gate.alert(blocks.areAnyBeyondAccounts());
    }

    private void unblock(BlockScope scope, int target, int bit) {
        blocks.clear(scope, target, bit);
        gate.alert(blocks.areAnyBeyondAccounts());
    }

    private static void aim(CancelJob job, BlockScope scope, int target) {
        if (scope == BlockScope.FIRM) job.firm = target;
        if (scope == BlockScope.ACCOUNT) job.account = target;
        if (scope == BlockScope.TRADER) job.trader = target;
        if (scope == BlockScope.KEY) job.key = target;
        if (scope == BlockScope.SYMBOL) job.instrument = target;
    }

    private static BlockScope scope(byte code) {
        boolean isScope = code >= BlockScope.FIRM.value() && code <= BlockScope.SYMBOL.value();
        return isScope ? BlockScope.get(code) : BlockScope.NULL_VAL;
    }
}
