package io.rialto.engine.blocks;

import io.rialto.engine.admission.Barrier;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.protection.AccountLimits;
import io.rialto.engine.requests.Caller;
import io.rialto.protocol.AccountLimit;
import io.rialto.protocol.BlockScope;
import io.rialto.protocol.Reason;

/**
 * Lets nobody in who is blocked: symbol · firm · account · trader · key · the account's restricted instruments, then whom the next
 * barrier stops. What makes
 * an order smaller passes, as its cancel would.
 */
public final class TradingState implements Barrier {
    private final Accounts accounts;
    private final Blocks blocks;
    private final AccountLimits limits;
    private final Caller caller;
    private Barrier next;

    public TradingState(Accounts accounts, Blocks blocks, AccountLimits limits, Caller caller) {
        this.accounts = accounts;
        this.blocks = blocks;
        this.limits = limits;
        this.caller = caller;
    }

    /** Who is asked right behind. */
    public void asks(Barrier other) {
        next = other;
    }

    @Override
    public Reason admit(Ticket ticket, Instrument market) {
        if (blocks.isKilled(BlockScope.SYMBOL, market.number())) return Reason.SYMBOL_KILLED;
        int firm = accounts.firm(ticket.account);
        if (blocks.isKilled(BlockScope.FIRM, firm)) return Reason.FIRM_KILLED;
        if (blocks.isSuspended(BlockScope.FIRM, firm)) return Reason.FIRM_SUSPENDED;
        if (blocks.isKilled(BlockScope.ACCOUNT, ticket.account)) return Reason.ACCOUNT_KILLED;
        if (blocks.isSuspended(BlockScope.ACCOUNT, ticket.account)) return Reason.ACCOUNT_SUSPENDED;
        if (blocks.isKilled(BlockScope.TRADER, caller.trader())) return Reason.TRADER_KILLED;
        if (blocks.isKilled(BlockScope.KEY, caller.key())) return Reason.KEY_KILLED;
        boolean isRestricted = limits.value(ticket.account, market.number(), AccountLimit.RESTRICTED) == 1;
        return isRestricted ? Reason.INSTRUMENT_RESTRICTED : next.admit(ticket, market);
    }

    @Override
    public Reason admitAmend(Ticket ticket, Instrument market, boolean isSmaller) {
        return isSmaller ? Reason.NONE : admit(ticket, market);
    }
}
