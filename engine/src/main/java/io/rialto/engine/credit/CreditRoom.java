package io.rialto.engine.credit;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.requests.Caller;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.protocol.CreditLimitSetEncoder;
import io.rialto.protocol.CreditScope;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SetCreditLimitDecoder;
import io.rialto.protocol.frame.Frame;
import java.util.function.LongConsumer;

/**
 * Credit of firms, accounts and traders: set by command, asked of every order of those that have limits, behind risk rules.
 *
 * <p>Whoever has no limit above him takes no notice. Threading: the core's thread only.
 */
public final class CreditRoom {
    private static final int FIRM = CreditScope.FIRM.value();
    private static final int TRADER = CreditScope.TRADER.value();

    private final Assets assets;
    private final Accounts accounts;
    private final CreditNodes nodes = new CreditNodes();
    private final CreditBarrier barrier;
    private final SetCreditLimitDecoder command = new SetCreditLimitDecoder();
    private final CreditLimitSetEncoder told = new CreditLimitSetEncoder();

    public CreditRoom(
            Assets assets,
            Accounts accounts,
            Instruments instruments,
            OpenOrders orders,
            TradingDesk trading,
            Caller caller) {
        this.assets = assets;
        this.accounts = accounts;
        barrier = new CreditBarrier(accounts, instruments, orders, nodes, caller);
        trading.limits().add(barrier);
        trading.fills()
                .tells((market, account, trader, valueMinor) ->
                        barrier.traded(account, trader, market.quoteAsset(), valueMinor));
    }

    /** UNKNOWN_COMMAND for a command of others. */
    public Reason decide(Frame frame, int type) {
        if (type != SetCreditLimitDecoder.TEMPLATE_ID) return Reason.UNKNOWN_COMMAND;
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        command.wrap(frame.buffer(), at, SetCreditLimitDecoder.BLOCK_LENGTH, SetCreditLimitDecoder.SCHEMA_VERSION);
        Reason refusal = refusal(command.scopeRaw());
        return refusal == Reason.NONE ? set(frame, command.scopeRaw()) : refusal;
    }

    private Reason refusal(int scope) {
        boolean isScope = scope >= FIRM && scope <= TRADER;
        boolean isTrader = scope == TRADER ? command.trader() > 0 : command.trader() == 0;
        if (!isScope || !isTrader) return Reason.CREDIT_LIMIT_NOT_POSSIBLE;
        if (scope == FIRM ? !accounts.isFirm(command.target()) : !accounts.isOpen(command.target()))
            return scope == FIRM ? Reason.UNKNOWN_FIRM : Reason.UNKNOWN_ACCOUNT;
        if (!assets.isListed(command.asset())) return Reason.UNKNOWN_ASSET;
        boolean areLimits = isLimit(command.orderLimitMinor())
                && isLimit(command.openLimitMinor())
                && isLimit(command.dayLimitMinor());
        return areLimits ? Reason.NONE : Reason.CREDIT_LIMIT_NOT_POSSIBLE;
    }

    private static boolean isLimit(long minor) {
        return minor == CreditNodes.NONE || minor >= 0;
    }

    private Reason set(Frame frame, int scope) {
        int node = nodes.find(scope, command.target(), command.trader(), command.asset());
        if (!changes(node)) return Reason.WOULD_CHANGE_NOTHING;
        node = nodes.findOrOpen(scope, command.target(), command.trader(), command.asset());
        nodes.limit(node, CreditNodes.ORDER, command.orderLimitMinor());
        nodes.limit(node, CreditNodes.OPEN, command.openLimitMinor());
        nodes.limit(node, CreditNodes.DAY, command.dayLimitMinor());
        if (scope == FIRM) accounts.guardFirm(command.target());
        else accounts.guard(command.target(), true);
        frame.claimEvent(told)
                .orderLimitMinor(command.orderLimitMinor())
                .openLimitMinor(command.openLimitMinor())
                .dayLimitMinor(command.dayLimitMinor())
                .target(command.target())
                .trader(command.trader())
                .asset(command.asset())
                .scope(command.scope());
        return Reason.NONE;
    }

    private boolean changes(int node) {
        return limit(node, CreditNodes.ORDER) != command.orderLimitMinor()
                || limit(node, CreditNodes.OPEN) != command.openLimitMinor()
                || limit(node, CreditNodes.DAY) != command.dayLimitMinor();
    }

    private long limit(int node, int kind) {
        return node == CreditNodes.NOBODY ? CreditNodes.NONE : nodes.limit(node, kind);
    }

    /** Whether who takes up what another traded has credit for it; NONE if so. */
    public Reason takesUp(int giver, int taker, Instrument market, long valueMinor) {
        return barrier.admitTakeUp(giver, taker, market.quoteAsset(), valueMinor);
    }

    /** It was, and counts to his day. */
    public void tookUp(int giver, int taker, Instrument market, long valueMinor) {
        barrier.tookUp(giver, taker, market.quoteAsset(), valueMinor);
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        nodes.visit(state);
    }
}
