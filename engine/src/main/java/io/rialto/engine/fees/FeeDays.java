package io.rialto.engine.fees;

import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.agenda.Duty;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.protocol.FeeTierChangedEncoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.function.LongConsumer;

/**
 * At midnight, UTC, the thirty days move on by one, account by account, and say who is in another tier from then on.
 *
 * <p>A frame moves some thousands of accounts at most, and goes on with the next one. Times are journal time, nanoseconds
 * UTC. Threading: the core's thread only. Allocates nothing.
 */
final class FeeDays implements Duty {
    private static final long DAY_NANOS = 24L * 60 * 60 * 1_000_000_000;
    private static final int MOST_ACCOUNTS = 4_096;
    /** Each of an account's schedules may have something to say. */
    private static final int LAST_ACCOUNT = FrameLayout.MAX_EVENTS - 512;

    private final Accounts accounts;
    private final Assets assets;
    private final FeeSchedules schedules;
    private final Assignments assignments;
    private final Volumes volumes;
    private final Agenda agenda;
    private final FeeTierChangedEncoder tierChanged = new FeeTierChangedEncoder();
    private long today;
    /** The day that the accounts before the next one are in already. */
    private long newDay;

    private int nextAccount = Accounts.FIRST;

    FeeDays(
            Accounts accounts,
            Assets assets,
            FeeSchedules schedules,
            Assignments assignments,
            Volumes volumes,
            Agenda agenda) {
        this.accounts = accounts;
        this.assets = assets;
        this.schedules = schedules;
        this.assignments = assignments;
        this.volumes = volumes;
        this.agenda = agenda;
        agenda.assign(Agenda.FEE_DAY, this);
    }

    /** The first day on which volume counts. */
    void begin(long nowNanos) {
        today = Math.floorDiv(nowNanos, DAY_NANOS);
        awaitMidnight();
    }

    /** The day that the account's trades count to. */
    long dayOf(int account) {
        return account < nextAccount ? newDay : today;
    }

    @Override
    public boolean isAlive(long key) {
        return true;
    }

    @Override
    public boolean isDone(Frame frame, long key, long nowNanos) {
        if (nextAccount == Accounts.FIRST) newDay = Math.floorDiv(nowNanos, DAY_NANOS);
        int last = nextAccount + MOST_ACCOUNTS;
        for (; accounts.isOpen(nextAccount); nextAccount++) {
            if (nextAccount == last || frame.eventCount() > LAST_ACCOUNT) return false;
            for (int asset = 1; asset <= assets.count(); asset++) roll(frame, nextAccount, asset);
        }
        nextAccount = Accounts.FIRST;
        today = newDay;
        awaitMidnight();
        return true;
    }

    void visit(LongConsumer state) {
        state.accept(today);
        state.accept(nextAccount == Accounts.FIRST ? 0 : newDay);
        state.accept(nextAccount);
    }

    private void awaitMidnight() {
        agenda.add((today + 1) * DAY_NANOS, Agenda.FEE_DAY, 0);
    }

    private void roll(Frame frame, int account, int asset) {
        long before = volumes.volumeMinor(account, asset);
        volumes.roll(account, asset, newDay);
        long after = volumes.volumeMinor(account, asset);
        if (before == after) return;
        int own = assignments.ofAccount(account, asset);
        if (own != 0) {
            tell(frame, account, schedules.get(own), before, after);
            return;
        }
        for (int number = 1; number <= FeeSchedules.LAST; number++) {
            boolean isMeant = assignments.isOfMarkets(number) && schedules.get(number).asset == asset;
            if (isMeant) tell(frame, account, schedules.get(number), before, after);
        }
    }

    private void tell(Frame frame, int account, FeeSchedule schedule, long before, long after) {
        int oldTier = schedule.tier(before);
        int newTier = schedule.tier(after);
        if (oldTier == newTier) return;
        frame.claimEvent(tierChanged)
                .volumeMinor(after)
                .account(account)
                .schedule(schedule.number)
                .version(schedule.version)
                .oldTier((short) oldTier)
                .newTier((short) newTier);
    }
}
