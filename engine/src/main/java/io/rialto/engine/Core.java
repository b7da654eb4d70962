package io.rialto.engine;

import io.rialto.engine.signals.SignalDesk;
import io.rialto.protocol.AmendDisplayDecoder;
import io.rialto.protocol.AmendOrderDecoder;
import io.rialto.protocol.AmendTriggerDecoder;
import io.rialto.protocol.AssignFeeScheduleDecoder;
import io.rialto.protocol.AssignLeadMarketMakerDecoder;
import io.rialto.protocol.AssignQuoteGroupDecoder;
import io.rialto.protocol.BeginDepositDecoder;
import io.rialto.protocol.BeginWithdrawalDecoder;
import io.rialto.protocol.CancelAllOrdersDecoder;
import io.rialto.protocol.CancelDepositDecoder;
import io.rialto.protocol.CancelOrderDecoder;
import io.rialto.protocol.CancelWithdrawalDecoder;
import io.rialto.protocol.ChangeInstrumentDecoder;
import io.rialto.protocol.ChangePhaseDecoder;
import io.rialto.protocol.CommandRejectedEncoder;
import io.rialto.protocol.CompleteDepositDecoder;
import io.rialto.protocol.CompleteWithdrawalDecoder;
import io.rialto.protocol.DepositDecoder;
import io.rialto.protocol.FenceRequestDecoder;
import io.rialto.protocol.ListAssetDecoder;
import io.rialto.protocol.ListContractDecoder;
import io.rialto.protocol.ListInstrumentDecoder;
import io.rialto.protocol.MassQuoteDecoder;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.NewOrderListDecoder;
import io.rialto.protocol.NewSpecialOrderDecoder;
import io.rialto.protocol.OpenAccountDecoder;
import io.rialto.protocol.OrderBatchDecoder;
import io.rialto.protocol.ProtectQuotesDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RecordSignalDecoder;
import io.rialto.protocol.RemoveRiskRuleDecoder;
import io.rialto.protocol.ReplaceOrderDecoder;
import io.rialto.protocol.ResetQuotesDecoder;
import io.rialto.protocol.RevealSeedDecoder;
import io.rialto.protocol.SetAccountRoleDecoder;
import io.rialto.protocol.SetCreditLimitDecoder;
import io.rialto.protocol.SetFeeScheduleDecoder;
import io.rialto.protocol.SetMarkPriceDecoder;
import io.rialto.protocol.SetQuoteProtectionDecoder;
import io.rialto.protocol.SetRiskRuleDecoder;
import io.rialto.protocol.SetSourcedMarkDecoder;
import io.rialto.protocol.StartCallDecoder;
import io.rialto.protocol.TestOrderDecoder;
import io.rialto.protocol.TestRiskRuleDecoder;
import io.rialto.protocol.TickDecoder;
import io.rialto.protocol.frame.Frame;

/**
 * The deterministic core: decides one command after another and writes all that each causes into its frame.
 *
 * <p>The same commands with the same times give the same bytes, on every machine, for ever.
 *
 * <p>Threading: the core's thread only. Allocates nothing once its tables have grown to what is open.
 *
 * <p>Errors: a refusal is an event. {@link BrokenInvariant} means that the state can no longer be trusted; the core then
 * decides nothing more.
 */
public final class Core {
    private final CommandShapes shapes = new CommandShapes();
    private final CommandRejectedEncoder rejected = new CommandRejectedEncoder();
    final Rooms rooms;
    private final CoreState state;
    private final SignalDesk signals;
    private long sequence;
    private long timeNanos;
    private BrokenInvariant halt;

    public Core(CoreOptions options) {
        rooms = new Rooms(options);
        state = new CoreState(rooms);
        signals = new SignalDesk(rooms.instruments);
    }

    /** Gives the frame its place in line, applies its command and closes it. */
    public void decide(Frame frame) {
        if (halt != null) throw halt;
        sequence++;
        timeNanos = Math.max(timeNanos, frame.timeNanos());
        frame.stampPlace(sequence, timeNanos);
        try {
            Reason refusal = apply(frame);
            if (refusal != Reason.NONE) reject(frame, refusal);
            if (rooms.risk.hasNews()) rooms.risk.tellNews(frame);
        } catch (RuntimeException broken) {
            halt = new BrokenInvariant(sequence, broken);
            throw halt;
        }
        frame.close();
    }

    /** Of the last decided frame; 0 before the first. */
    public long sequence() {
        return sequence;
    }

    /** The line's time, UTC; never falls. */
    public long timeNanos() {
        return timeNanos;
    }

    /** When something is to happen by itself, at the next command then: nanoseconds UTC; the greatest long for never. */
    public long nextDueNanos() {
        return rooms.consequences.arePending() ? timeNanos : rooms.agenda.nextNanos();
    }

    /** XXH64 over the canonical bytes of the whole state: two cores with equal hashes will decide alike. */
    public long stateHash() {
        return new StateHash(rooms).hash(sequence, timeNanos);
    }

    /** A read-only window on the state. */
    public StateView state() {
        return state;
    }

    /** Sweeps the whole state; throws {@link BrokenInvariant} on the first rule that does not hold. */
    public void verifyInvariants() {
        try {
            new Sweep(rooms).verify();
        } catch (BrokenInvariant broken) {
            throw broken;
        } catch (RuntimeException broken) {
            throw new BrokenInvariant(sequence, broken);
        }
    }

    private Reason apply(Frame frame) {
        rooms.requests.begin(sequence, timeNanos);
        if (!isDueDone(frame)) return Reason.WORK_PENDING;
        if (!shapes.isRequestSound(frame)) return Reason.UNKNOWN_COMMAND;
        Reason refusal = rooms.requests.admit(frame, sequence, timeNanos);
        if (refusal != Reason.NONE) return refusal;
        refusal = dispatch(frame, shapes.typeOf(frame));
        if (refusal != Reason.NONE) {
            rooms.consequences.areLeft();
            return refusal;
        }
        rooms.contracts.liquidations.retry();
        rooms.consequences.areAllDone(frame);
        return Reason.NONE;
    }

    /** First what the frame before had no room for, then what fell due since, then what follows from that. */
    private boolean isDueDone(Frame frame) {
        if (!rooms.consequences.areLeftOnesDone(frame)) return false;
        if (!rooms.agenda.isDue(timeNanos)) return true;
        if (rooms.agenda.isAllDone(frame, timeNanos)) return rooms.consequences.areAllDone(frame);
        rooms.consequences.areLeft();
        return false;
    }

    private Reason dispatch(Frame frame, int type) {
        switch (type) {
            case NewOrderDecoder.TEMPLATE_ID:
                return leftOpen(rooms.trading.newOrder(frame));
            case NewSpecialOrderDecoder.TEMPLATE_ID:
                return leftOpen(rooms.trading.newSpecialOrder(frame));
            case CancelOrderDecoder.TEMPLATE_ID:
                return rooms.trading.cancelOrder(frame);
            case AmendOrderDecoder.TEMPLATE_ID:
                return rooms.trading.amendOrder(frame);
            case CancelAllOrdersDecoder.TEMPLATE_ID:
                return rooms.trading.cancelAllOrders(frame);
            case AmendTriggerDecoder.TEMPLATE_ID:
                return rooms.trading.amendTrigger(frame);
            case SetMarkPriceDecoder.TEMPLATE_ID:
                return rooms.triggers.setMarkPrice(frame);
            case SetSourcedMarkDecoder.TEMPLATE_ID:
                return rooms.triggers.setSourcedMark(frame);
            case TickDecoder.TEMPLATE_ID:
                return Reason.NONE;
            case FenceRequestDecoder.TEMPLATE_ID:
                return rooms.requests.fence(frame, sequence, timeNanos);
            case ListAssetDecoder.TEMPLATE_ID:
                return rooms.listing.listAsset(frame);
            case ListInstrumentDecoder.TEMPLATE_ID:
                return rooms.listing.listInstrument(frame);
            case OpenAccountDecoder.TEMPLATE_ID:
                return rooms.listing.openAccount(frame);
            case AssignLeadMarketMakerDecoder.TEMPLATE_ID:
                return rooms.leads.assign(frame);
            case AmendDisplayDecoder.TEMPLATE_ID:
                return rooms.displays.amend(frame);
            case ChangePhaseDecoder.TEMPLATE_ID:
                return rooms.phases.change(frame);
            case StartCallDecoder.TEMPLATE_ID:
                return rooms.calls.start(frame);
            case RevealSeedDecoder.TEMPLATE_ID:
                return rooms.calls.reveal(frame);
            case ChangeInstrumentDecoder.TEMPLATE_ID:
                return rooms.parameters.change(frame);
            default:
                return several(frame, type);
        }
    }

    private Reason several(Frame frame, int type) {
        switch (type) {
            case ReplaceOrderDecoder.TEMPLATE_ID:
                return rooms.batches.replaceOrder(frame);
            case OrderBatchDecoder.TEMPLATE_ID:
                return rooms.batches.orderBatch(frame);
            case MassQuoteDecoder.TEMPLATE_ID:
                return rooms.quotes.massQuote(frame);
            case SetQuoteProtectionDecoder.TEMPLATE_ID:
                return rooms.quotes.protection().setProtection(frame);
            case ResetQuotesDecoder.TEMPLATE_ID:
                return rooms.quotes.protection().reset(frame);
            case ProtectQuotesDecoder.TEMPLATE_ID:
                return rooms.quotes.protection().protect(frame);
            case AssignQuoteGroupDecoder.TEMPLATE_ID:
                return rooms.quotes.protection().assign(frame);
            case NewOrderListDecoder.TEMPLATE_ID:
                return rooms.lists.desk().newOrderList(frame);
            case TestOrderDecoder.TEMPLATE_ID:
                return rooms.batches.testOrder(frame);
            case SetFeeScheduleDecoder.TEMPLATE_ID, AssignFeeScheduleDecoder.TEMPLATE_ID:
                return rooms.fees.decide(frame, type);
            case SetRiskRuleDecoder.TEMPLATE_ID, RemoveRiskRuleDecoder.TEMPLATE_ID, TestRiskRuleDecoder.TEMPLATE_ID:
                return rooms.risk.decide(frame, type);
            default:
                return contracts(frame, type);
        }
    }

    private Reason contracts(Frame frame, int type) {
        if (type == ListContractDecoder.TEMPLATE_ID) return rooms.listing.listContract(frame);
        if (type == SetAccountRoleDecoder.TEMPLATE_ID) return rooms.roleDesk.set(frame);
        if (type == RecordSignalDecoder.TEMPLATE_ID) return signals.record(frame, timeNanos);
        if (type == SetCreditLimitDecoder.TEMPLATE_ID) return rooms.credit.decide(frame, type);
        Reason refusal = rooms.contracts.decide(frame, type);
        if (refusal == Reason.UNKNOWN_COMMAND) refusal = rooms.giveUps.decide(frame, type);
        if (refusal == Reason.UNKNOWN_COMMAND) refusal = rooms.corrections.decide(frame, type);
        return refusal == Reason.UNKNOWN_COMMAND ? transfer(frame, type) : refusal;
    }

    private Reason transfer(Frame frame, int type) {
        switch (type) {
            case DepositDecoder.TEMPLATE_ID:
                return rooms.money.deposit(frame);
            case BeginDepositDecoder.TEMPLATE_ID:
                return rooms.money.beginDeposit(frame);
            case CompleteDepositDecoder.TEMPLATE_ID:
                return rooms.money.completeDeposit(frame);
            case CancelDepositDecoder.TEMPLATE_ID:
                return rooms.money.cancelDeposit(frame);
            case BeginWithdrawalDecoder.TEMPLATE_ID:
                return rooms.money.beginWithdrawal(frame);
            case CompleteWithdrawalDecoder.TEMPLATE_ID:
                return rooms.money.completeWithdrawal(frame);
            case CancelWithdrawalDecoder.TEMPLATE_ID:
                return rooms.money.cancelWithdrawal(frame);
            default:
                return rooms.control.decide(frame, type);
        }
    }

    private Reason leftOpen(Reason refusal) {
        long open = rooms.trading.leftOpen();
        if (open != 0) rooms.requests.leftOpen(open);
        return refusal;
    }

    private void reject(Frame frame, Reason reason) {
        frame.claimEvent(rejected).reason(reason).originalSequence(rooms.requests.originalSequence());
        rooms.refusals.tellNoted(frame);
    }
}
