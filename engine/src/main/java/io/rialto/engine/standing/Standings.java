package io.rialto.engine.standing;

import io.rialto.engine.listing.Accounts;
import io.rialto.protocol.AccountState;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The state of each account.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class Standings {
    private static final AccountState[] STATES = {AccountState.ACTIVE, AccountState.REDUCING, AccountState.HALTED};

    private final Accounts accounts;
    private byte[] states = new byte[16]; // by account, as an index into the states

    public Standings(Accounts accounts) {
        this.accounts = accounts;
    }

    public AccountState of(int account) {
        int place = account - Accounts.FIRST;
        return STATES[place < states.length ? states[place] : 0];
    }

    public boolean isHalted(int account) {
        return of(account) == AccountState.HALTED;
    }

    public boolean isReducing(int account) {
        return of(account) == AccountState.REDUCING;
    }

    void become(int account, AccountState state) {
        int place = account - Accounts.FIRST;
        if (place >= states.length) states = Arrays.copyOf(states, Math.max(place + 1, states.length << 1));
        states[place] = (byte) (state.value() - AccountState.ACTIVE.value());
        if (state != AccountState.ACTIVE) accounts.guard(account, true);
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        for (int place = 0; place < states.length; place++) {
            if (states[place] != 0) state.accept((long) place << 8 | states[place]);
        }
        state.accept(0);
    }
}
