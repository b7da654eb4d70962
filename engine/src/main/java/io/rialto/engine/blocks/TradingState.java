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
import java.util.Arrays;

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
    private Barrier[] behind = {};

    public TradingState(Accounts accounts, Blocks blocks, AccountLimits limits, Caller caller) {
        this.accounts = accounts;
        this.blocks = blocks;
        this.limits = limits;
        this.caller = caller;
    }

    /** Who is asked right behind, after those who were told before. */
    public void asks(Barrier other) {
        behind = Arrays.copyOf(behind, behind.length + 1);
        behind[behind.length - 1] = other;
    }

    @Override
    public Reason admit(Ticket ticket, Instrument market) {
        Reason stopped = stops(ticket.account, market);
        for (int i = 0; i < behind.length && stopped == Reason.NONE; i++) stopped = behind[i].admit(ticket, market);
        return stopped;
    }

    /** The same of whoever does something else that only those may do who may trade; but for who is asked behind. */
    public Reason stops(int account, Instrument market) {
        if (blocks.isKilled(BlockScope.SYMBOL, market.number())) return Reason.SYMBOL_KILLED;
        int firm = accounts.firm(account);
        if (blocks.isKilled(BlockScope.FIRM, firm)) return Reason.FIRM_KILLED;
        if (blocks.isSuspended(BlockScope.FIRM, firm)) return Reason.FIRM_SUSPENDED;
        if (blocks.isKilled(BlockScope.ACCOUNT, account)) return Reason.ACCOUNT_KILLED;
        if (blocks.isSuspended(BlockScope.ACCOUNT, account)) return Reason.ACCOUNT_SUSPENDED;
        if (blocks.isKilled(BlockScope.TRADER, caller.trader())) return Reason.TRADER_KILLED;
        if (blocks.isKilled(BlockScope.KEY, caller.key())) return Reason.KEY_KILLED;
        boolean isRestricted = limits.value(account, market.number(), AccountLimit.RESTRICTED) == 1;
        return isRestricted ? Reason.INSTRUMENT_RESTRICTED : Reason.NONE;
    }

    @Override
    public Reason admitAmend(Ticket ticket, Instrument market, boolean isSmaller) {
        return isSmaller ? Reason.NONE : admit(ticket, market);
    }
}
