package io.rialto.engine.standing;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.admission.Barrier;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.blocks.MassCancels;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.AccountState;
import io.rialto.protocol.AccountStateChangedEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SetAccountStateDecoder;
import io.rialto.protocol.frame.Frame;

/**
 * Changes what accounts may do, and lets nobody in who is halted. Who is halted loses all open orders.
 *
 * <p>Threading: the core's thread only.
 */
public final class StandingDesk implements Barrier {
    private static final int BY_HAND = 0;

    private final Accounts accounts;
    private final Standings standings;
    private final MassCancels cancels;
    private final AccountStateChangedEncoder changed = new AccountStateChangedEncoder();

    public StandingDesk(Accounts accounts, Standings standings, MassCancels cancels) {
        this.accounts = accounts;
        this.standings = standings;
        this.cancels = cancels;
    }

    public Reason set(Frame frame) {
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = frame.buffer().getInt(at + SetAccountStateDecoder.accountEncodingOffset());
        int state = frame.buffer().getByte(at + SetAccountStateDecoder.stateEncodingOffset()) & 0xFF;
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        boolean isState = state >= AccountState.ACTIVE.value() && state <= AccountState.HALTED.value();
        if (!isState) return Reason.INVALID_ACCOUNT_STATE;
        AccountState asked = AccountState.get((short) state);
        if (standings.of(account) == asked) return Reason.WOULD_CHANGE_NOTHING;
        become(frame, account, asked, BY_HAND);
        return Reason.NONE;
    }

    /** @param rule whose breach it was, or 0 */
    public void become(Frame frame, int account, AccountState state, int rule) {
        AccountState old = standings.of(account);
        standings.become(account, state);
        frame.claimEvent(changed).account(account).oldState(old).newState(state).rule(rule);
        if (state == AccountState.HALTED) cancels.add(Reason.ACCOUNT_HALTED).of(account, 0);
    }

    @Override
    public Reason admit(Ticket ticket, Instrument market) {
        return standings.isHalted(ticket.account) ? Reason.ACCOUNT_HALTED : Reason.NONE;
    }

    @Override
    public Reason admitAmend(Ticket ticket, Instrument market, boolean isSmaller) {
        return isSmaller ? Reason.NONE : admit(ticket, market);
    }
}
