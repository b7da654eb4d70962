package io.rialto.engine.fees;

import io.rialto.engine.listing.Accounts;
import io.rialto.protocol.FeeScope;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.agrona.collections.Long2LongHashMap;

/**
 * For whom each schedule is: for one asset everybody has at most one of his own, and every market one for the others.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
final class Assignments {
    private static final int ACCOUNT = FeeScope.ACCOUNT.value();
    private static final int GROUP = FeeScope.GROUP.value();
    private static final int FIRM = FeeScope.FIRM.value();
    private static final int INSTRUMENT = FeeScope.INSTRUMENT.value();
    private static final int SCOPE_SHIFT = 32;
    private static final int ASSET_SHIFT = 35;

    private final Accounts accounts;
    private final Long2LongHashMap schedules = new Long2LongHashMap(0);
    private final int[] markets = new int[FeeSchedules.LAST + 1];

    Assignments(Accounts accounts) {
        this.accounts = accounts;
    }

    /** 0 for none; the scope as the schema's value. */
    int of(int scope, int target, int asset) {
        return (int) schedules.get(key(scope, target, asset));
    }

    void put(int scope, int target, int asset, int schedule) {
        if (scope == INSTRUMENT) {
            markets[of(scope, target, asset)]--;
            markets[schedule]++;
        }
        if (schedule == 0) schedules.remove(key(scope, target, asset));
        else schedules.put(key(scope, target, asset), schedule);
    }

    /** Account before group before firm; 0 when none of them has one. */
    int ofAccount(int account, int asset) {
        int own = of(ACCOUNT, account, asset);
        if (own != 0) return own;
        int group = accounts.ownerGroup(account);
        int theirs = group > 0 ? of(GROUP, group, asset) : 0;
        if (theirs != 0) return theirs;
        int firm = accounts.firm(account);
        return firm == 0 ? 0 : of(FIRM, firm, asset);
    }

    int ofMarket(int instrument, int asset) {
        return of(INSTRUMENT, instrument, asset);
    }

    /** Whether some market has the schedule for everybody without one. */
    boolean isOfMarkets(int schedule) {
        return markets[schedule] > 0;
    }

    void visit(LongConsumer state) {
        long[] keys = new long[schedules.size()];
        int[] count = {0};
        schedules.forEachLong((key, schedule) -> keys[count[0]++] = key);
        Arrays.sort(keys);
        for (long key : keys) {
            state.accept(key);
            state.accept(schedules.get(key));
        }
        state.accept(0);
    }

    private static long key(int scope, int target, int asset) {
        return (long) asset << ASSET_SHIFT | (long) scope << SCOPE_SHIFT | target & 0xFFFF_FFFFL;
    }
}
