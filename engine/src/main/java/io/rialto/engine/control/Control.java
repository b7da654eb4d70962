package io.rialto.engine.control;

import io.rialto.engine.absence.DeadMansSwitches;
import io.rialto.engine.absence.LostConnections;
import io.rialto.engine.admission.Barrier;
import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.agenda.Consequences;
import io.rialto.engine.approval.Proposals;
import io.rialto.engine.blocks.BlockDesk;
import io.rialto.engine.blocks.Blocks;
import io.rialto.engine.blocks.MassCancels;
import io.rialto.engine.blocks.TradingState;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.lifecycle.Delisting;
import io.rialto.engine.lifecycle.Lifecycle;
import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.protection.AccountLimitDesk;
import io.rialto.engine.protection.AccountLimits;
import io.rialto.engine.protection.LimitParameters;
import io.rialto.engine.protection.OrderLimits;
import io.rialto.engine.protection.TokenBuckets;
import io.rialto.engine.requests.Caller;
import io.rialto.engine.standing.StandingDesk;
import io.rialto.engine.standing.Standings;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.protocol.ApproveChangeDecoder;
import io.rialto.protocol.CancelAfterDecoder;
import io.rialto.protocol.CancelOrdersDecoder;
import io.rialto.protocol.ChangeAccountLimitDecoder;
import io.rialto.protocol.DisconnectedDecoder;
import io.rialto.protocol.KillDecoder;
import io.rialto.protocol.ProposeChangeDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.ReconnectedDecoder;
import io.rialto.protocol.ResumeDecoder;
import io.rialto.protocol.SetAccountStateDecoder;
import io.rialto.protocol.SuspendDecoder;
import io.rialto.protocol.WithdrawChangeDecoder;
import io.rialto.protocol.frame.Frame;
import java.util.function.LongConsumer;

/**
 * Who may trade and how much at once: limits, blocks, kills, absent owners, and what takes two administrators.
 *
 * <p>Threading: the core's thread only.
 */
public final class Control {
    private final AccountLimits limits = new AccountLimits();
    private final TokenBuckets buckets = new TokenBuckets();
    private final Blocks blocks = new Blocks();
    private final OrderLimits orderLimits;
    private final AccountLimitDesk limitDesk;
    private final MassCancels cancels;
    private final BlockDesk blockDesk;
    private final LostConnections connections;
    private final DeadMansSwitches switches;
    private final Proposals proposals;
    private final Lifecycle lifecycle;
    private final Standings standings;
    private final StandingDesk standing;
    private final TradingState state;

    public Control(
            Assets assets,
            Accounts accounts,
            Instruments instruments,
            OpenOrders orders,
            Balances balances,
            TradingDesk trading,
            ParameterDesk parameters,
            Agenda agenda,
            Consequences consequences,
            Caller caller) {
        LimitParameters.make(parameters);
        orderLimits = new OrderLimits(accounts, orders, limits, buckets, caller);
        limitDesk = new AccountLimitDesk(accounts, instruments, limits, buckets, caller);
        cancels = new MassCancels(accounts, orders, trading.departure());
        blockDesk = new BlockDesk(accounts, instruments, trading.gate(), blocks, cancels);
        connections = new LostConnections(accounts, cancels, agenda, caller);
        switches = new DeadMansSwitches(accounts, instruments, cancels, agenda, caller);
        proposals = new Proposals(parameters, limitDesk, blockDesk, agenda, caller);
        state = new TradingState(accounts, blocks, limits, caller);
        standings = new Standings(accounts);
        standing = new StandingDesk(accounts, standings, cancels);
        state.asks(standing);
        trading.gate().addFirst(state);
        trading.limits().add(orderLimits);
        consequences.add(cancels);
        lifecycle = new Lifecycle(
                assets,
                accounts,
                instruments,
                orders,
                balances,
                trading,
                parameters,
                cancels,
                agenda,
                consequences,
                caller);
    }

    /** Who changes what accounts may do. */
    public StandingDesk standing() {
        return standing;
    }

    /** Who else is asked of every order whose account is guarded, behind all blocks. */
    public void asks(Barrier other) {
        state.asks(other);
    }

    /** Why an account may not trade an instrument now, or NONE: it is blocked, restricted or halted. */
    public Reason stops(int account, Instrument market) {
        Reason stopped = state.stops(account, market);
        if (stopped != Reason.NONE) return stopped;
        return standings.isHalted(account) ? Reason.ACCOUNT_HALTED : Reason.NONE;
    }

    /** What accounts may do. */
    public Standings standings() {
        return standings;
    }

    /** UNKNOWN_COMMAND for a command of others. */
    public Reason decide(Frame frame, int type) {
        switch (type) {
            case ChangeAccountLimitDecoder.TEMPLATE_ID:
                return limitDesk.change(frame);
            case SuspendDecoder.TEMPLATE_ID:
                return blockDesk.suspend(frame);
            case ResumeDecoder.TEMPLATE_ID:
                return blockDesk.resume(frame);
            case KillDecoder.TEMPLATE_ID:
                return blockDesk.kill(frame);
            case SetAccountStateDecoder.TEMPLATE_ID:
                return standing.set(frame);
            case CancelOrdersDecoder.TEMPLATE_ID:
                return blockDesk.cancelOrders(frame);
            case DisconnectedDecoder.TEMPLATE_ID:
                return connections.disconnected(frame);
            case ReconnectedDecoder.TEMPLATE_ID:
                return connections.reconnected(frame);
            case CancelAfterDecoder.TEMPLATE_ID:
                return switches.cancelAfter(frame);
            case ProposeChangeDecoder.TEMPLATE_ID:
                return proposals.propose(frame);
            case ApproveChangeDecoder.TEMPLATE_ID:
                return proposals.approve(frame);
            case WithdrawChangeDecoder.TEMPLATE_ID:
                return proposals.withdraw(frame);
            default:
                return lifecycle.decide(frame, type);
        }
    }

    /** Who takes out many orders at once. */
    public MassCancels cancels() {
        return cancels;
    }

    /** Whether an instrument is neither killed nor about to leave. */
    public boolean trades(int instrument) {
        return !blocks.isSymbolKilled(instrument) && lifecycle.delisting().trades(instrument);
    }

    /** How instruments leave. */
    public Delisting delisting() {
        return lifecycle.delisting();
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        limits.visit(state);
        buckets.visit(state);
        orderLimits.visit(state);
        blocks.visit(state);
        cancels.visit(state);
        standings.visit(state);
        connections.visit(state);
        switches.visit(state);
        proposals.visit(state);
        lifecycle.visit(state);
    }
}
