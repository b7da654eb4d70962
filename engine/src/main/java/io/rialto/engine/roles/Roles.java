package io.rialto.engine.roles;

import io.rialto.engine.listing.Accounts;
import io.rialto.protocol.AccountCapacity;
import io.rialto.protocol.AccountRole;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The role of each account in its firm, and for whom it trades. Every account begins with a full role and no capacity.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class Roles {
    private static final AccountRole[] ROLES = {AccountRole.FULL, AccountRole.EXECUTING, AccountRole.CLEARING};
    private static final AccountCapacity[] CAPACITIES = {
        AccountCapacity.UNSPECIFIED, AccountCapacity.PROPRIETARY, AccountCapacity.CLIENT
    };

    private byte[] roles = new byte[16]; // by account, as an index into the roles
    private byte[] capacities = new byte[16];

    AccountRole of(int account) {
        return ROLES[code(roles, account)];
    }

    AccountCapacity capacity(int account) {
        return CAPACITIES[code(capacities, account)];
    }

    /** It sends no orders. */
    boolean onlyClears(int account) {
        return of(account) == AccountRole.CLEARING;
    }

    /** It takes nothing up, and no money leaves from it. */
    public boolean onlyExecutes(int account) {
        return of(account) == AccountRole.EXECUTING;
    }

    private static int code(byte[] codes, int account) {
        int place = account - Accounts.FIRST;
        return place < codes.length ? codes[place] : 0;
    }

    void become(int account, AccountRole role, AccountCapacity capacity) {
        int place = account - Accounts.FIRST;
        if (place >= roles.length) {
            int length = Math.max(place + 1, roles.length << 1);
            roles = Arrays.copyOf(roles, length);
            capacities = Arrays.copyOf(capacities, length);
        }
        roles[place] = (byte) (role.value() - AccountRole.FULL.value());
        capacities[place] = (byte) (capacity.value() - AccountCapacity.UNSPECIFIED.value());
    }

    /** Everything that can change a later decision or answer, in a fixed order. */
    public void visit(LongConsumer state) {
        for (int place = 0; place < roles.length; place++) {
            boolean isSet = (roles[place] | capacities[place]) != 0;
            if (isSet) state.accept((long) place << 16 | roles[place] << 8 | capacities[place]);
        }
        state.accept(0);
    }
}
