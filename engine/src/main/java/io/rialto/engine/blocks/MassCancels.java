package io.rialto.engine.blocks;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.matching.OrderEvents;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.trading.Departure;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Takes out many orders, account by account and oldest first. What a frame has no room for follows at the start of the next
 * ones, before anything else happens; each frame says how many it took and how many are left.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class MassCancels implements Consequence {
    /** A cancel starts only below this count: it can take lists with it, and a refusal may have to follow. */
    static final int LAST_CANCEL = FrameLayout.MAX_EVENTS - 8;

    private final Accounts accounts;
    private final OpenOrders orders;
    private final Departure departure;
    private final OrderEvents events;
    private CancelJob[] jobs = {new CancelJob(), new CancelJob(), new CancelJob(), new CancelJob()};
    private int count;

    // Of the job at hand.
    private int cancelled;
    private int remaining;

    public MassCancels(Accounts accounts, OpenOrders orders, Departure departure) {
        this.accounts = accounts;
        this.orders = orders;
        this.departure = departure;
        this.events = new OrderEvents(orders.pool());
    }

    /** Whether something that may cause cancels can begin in this frame. */
    public static boolean hasRoom(Frame frame) {
        return frame.eventCount() < LAST_CANCEL;
    }

    /** One more job, after those that wait; the caller says which orders are meant. */
    public CancelJob add(Reason because) {
        if (count == jobs.length) {
            jobs = Arrays.copyOf(jobs, count << 1);
            for (int i = count; i < jobs.length; i++) jobs[i] = new CancelJob();
        }
        return jobs[count++].begin(because);
    }

    @Override
    public boolean isPending() {
        return count > 0;
    }

    @Override
    public boolean isDone(Frame frame) {
        while (count > 0) {
            if (frame.eventCount() >= LAST_CANCEL) return false;
            CancelJob job = jobs[0];
            run(frame, job);
            events.massCancelled(frame, job.account, cancelled, remaining);
            if (remaining > 0) return false;
            removeFirst();
        }
        return true;
    }

    /** Everything that can change a later decision. */
    public void visit(LongConsumer state) {
        for (int i = 0; i < count; i++) {
            CancelJob job = jobs[i];
            state.accept((long) job.account << 32 | job.instrument);
            state.accept((long) job.firm << 32 | job.trader);
            state.accept((long) job.key << 32 | job.session);
            state.accept(job.lowestTicks);
            state.accept(job.highestTicks);
            state.accept((long) job.reason.value() << 16 | (job.side & 0xFF) << 1 | (job.sparesExempt ? 1 : 0));
        }
    }

    private void run(Frame frame, CancelJob job) {
        cancelled = 0;
        remaining = 0;
        if (job.account != 0) {
            runAccount(frame, job, job.account);
            return;
        }
        for (int account = Accounts.FIRST; accounts.isOpen(account); account++) {
            if (job.firm == 0 || accounts.firm(account) == job.firm) runAccount(frame, job, account);
        }
    }

    private void runAccount(Frame frame, CancelJob job, int account) {
        int slot = orders.oldestOf(account);
        while (slot != OpenOrders.NONE) {
            int younger = orders.youngerThan(slot);
            if (job.isMeant(orders, slot)) {
                if (frame.eventCount() < LAST_CANCEL) younger = cancel(frame, job, account, slot, younger);
                else remaining++;
            }
            slot = younger;
        }
    }

    /** The next order to look at: the younger one, or the oldest again if that went along with this one. */
    private int cancel(Frame frame, CancelJob job, int account, int slot, int younger) {
        long youngerNumber = younger == OpenOrders.NONE ? 0 : orders.pool().orderNumber(younger);
        departure.cancel(frame, slot, job.reason);
        cancelled++;
        boolean isThere = younger == OpenOrders.NONE || orders.pool().orderNumber(younger) == youngerNumber;
        return isThere ? younger : orders.oldestOf(account);
    }

    private void removeFirst() {
        CancelJob done = jobs[0];
        System.arraycopy(jobs, 1, jobs, 0, --count);
        jobs[count] = done;
    }
}
