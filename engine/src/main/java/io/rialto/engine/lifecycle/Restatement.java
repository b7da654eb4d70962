package io.rialto.engine.lifecycle;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.Holds;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.engine.trading.Departure;
import io.rialto.protocol.OrderRestatedEncoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.Arrays;

/**
 * The open orders of one instrument while its terms change: first what cannot go on ends on the old terms, then the terms
 * change, then the rest is said anew. Account by account, oldest first; in the book everybody keeps his place.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
final class Restatement {
    /** Each may have to be told of twice, and all in one frame. */
    private static final int MOST_ORDERS = FrameLayout.MAX_EVENTS / 2 - 32;

    private static final byte LIMIT = (byte) OrderType.LIMIT.value();

    private final Accounts accounts;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Balances balances;
    private final Departure departure;
    private final OrderRestatedEncoder restated = new OrderRestatedEncoder();
    private int[] slots = new int[64];
    private long[] numbers = new long[64];
    private long[] holds = new long[64];
    private int count;
    private Instrument market;

    Restatement(Accounts accounts, OpenOrders orders, Balances balances, Departure departure) {
        this.accounts = accounts;
        this.orders = orders;
        this.pool = orders.pool();
        this.balances = balances;
        this.departure = departure;
    }

    boolean areTooMany(Instrument of) {
        begin(of);
        return count > MOST_ORDERS;
    }

    /** Takes down who is open, and what each holds. */
    void begin(Instrument of) {
        market = of;
        count = 0;
        for (int account = Accounts.FIRST; accounts.isOpen(account); account++) {
            for (int slot = orders.oldestOf(account); slot != OpenOrders.NONE; slot = orders.youngerThan(slot)) {
                if (pool.instrument(slot) == of.number()) add(slot);
            }
        }
    }

    /** What has no whole numbers in the new steps, or terms of its own in the old ones. */
    void endWhatCannotBe(Frame frame, Steps steps, boolean isTick) {
        for (int i = 0; i < count; i++) {
            if (!isOpen(i) || goesOn(slots[i], steps, isTick)) continue;
            departure.cancel(frame, slots[i], Reason.NOT_CONVERTIBLE);
        }
    }

    /** What would hold more than there is; rate and fee per lot as the largest that a hold has to foresee. */
    void endWhoCannotPay(Frame frame, int rate, long feePerLot) {
        if (!market.feesInQuote() || market.isContract()) return;
        int account = 0;
        long reservedMinor = 0;
        for (int i = 0; i < count; i++) {
            int slot = slots[i];
            if (!isOpen(i) || pool.sells(slot) || !holdsByPrice(slot)) continue;
            if (pool.account(slot) != account) reservedMinor = 0;
            account = pool.account(slot);
            long valueMinor = market.lotValue().held(orders.holdTicks(slot), pool.openLots(slot));
            long rated = Holds.withFee(valueMinor, rate, 0);
            long holdMinor = Holds.withFeePerLot(rated, feePerLot, pool.openLots(slot));
            long available = balances.available(orders.payingCell(slot)) - reservedMinor;
            boolean canPay = holdMinor != Holds.OVERFLOW && holdMinor - holds[i] <= available;
            if (canPay) reservedMinor += holdMinor - holds[i];
            else departure.cancel(frame, slot, Reason.INSUFFICIENT_FUNDS);
        }
    }

    /** The new rates are in force: nothing is prepaid any more, and the holds follow. */
    void beginSegment(Frame frame) {
        for (int i = 0; i < count; i++) {
            if (!isOpen(i)) continue;
            int slot = slots[i];
            pool.feePrepaid(slot, 0);
            if (holdsByPrice(slot)) rehold(frame, i, pool.priceTicks(slot), pool.openLots(slot));
        }
    }

    private boolean holdsByPrice(int slot) {
        return !orders.isParked(slot) || orders.special(slot).holdsByPrice();
    }

    /** The new steps are in force. */
    void restate(Frame frame, Steps steps, boolean isTick) {
        rerest(Side.BUY, steps, isTick);
        rerest(Side.SELL, steps, isTick);
        for (int i = 0; i < count; i++) {
            if (isOpen(i)) rehold(frame, i, before(slots[i], steps, isTick), beforeLots(slots[i], steps, isTick));
        }
    }

    private void add(int slot) {
        if (count == slots.length) {
            slots = Arrays.copyOf(slots, count << 1);
            numbers = Arrays.copyOf(numbers, count << 1);
            holds = Arrays.copyOf(holds, count << 1);
        }
        slots[count] = slot;
        numbers[count] = pool.orderNumber(slot);
        holds[count++] = orders.heldMinor(market, slot);
    }

    /** One that ended may have taken others with it. */
    private boolean isOpen(int i) {
        return pool.isClaimed(slots[i]) && pool.orderNumber(slots[i]) == numbers[i];
    }

    private boolean goesOn(int slot, Steps steps, boolean isTick) {
        if (orders.isParked(slot) || orders.isSpecial(slot) && !isPlainBut(orders.special(slot))) return false;
        if (isTick) return steps.exactly(pool.priceTicks(slot)) != Steps.NOT_EXACT;
        if (orders.isSpecial(slot) && orders.special(slot).list != 0) return false; // its list counts in old lots
        return steps.exactly(pool.openLots(slot)) != Steps.NOT_EXACT
                && steps.exactly(pool.quantityLots(slot)) != Steps.NOT_EXACT;
    }

    /** A limit order whose terms of its own are neither ticks nor lots. */
    private static boolean isPlainBut(Special special) {
        return special.type == LIMIT
                && special.triggerTicks == Special.NO_PRICE
                && special.displayLots == 0
                && special.minQuantityLots == 0
                && special.pegReference == 0
                && !special.isAllOrNone
                && !special.isReduceOnly;
    }

    /** In priority order out and in again, so that all keep their places. */
    private void rerest(Side side, Steps steps, boolean isTick) {
        int[] inOrder = new int[count];
        int resting = 0;
        for (int slot = market.book().best(side);
                slot != OrderPool.NONE;
                slot = market.book().next(slot)) {
            inOrder[resting++] = slot;
        }
        for (int i = 0; i < resting; i++) market.book().remove(inOrder[i]);
        for (int i = 0; i < resting; i++) {
            int slot = inOrder[i];
            if (isTick) {
                pool.priceTicks(slot, steps.exactly(pool.priceTicks(slot)));
            } else {
                pool.openLots(slot, steps.exactly(pool.openLots(slot)));
                pool.quantityLots(slot, steps.exactly(pool.quantityLots(slot)));
            }
            market.book().rest(slot);
        }
    }

    private long before(int slot, Steps steps, boolean isTick) {
        return isTick ? steps.inverse().exactly(pool.priceTicks(slot)) : pool.priceTicks(slot);
    }

    private long beforeLots(int slot, Steps steps, boolean isTick) {
        return isTick ? pool.openLots(slot) : steps.inverse().exactly(pool.openLots(slot));
    }

    private void rehold(Frame frame, int i, long oldTicks, long oldLots) {
        int slot = slots[i];
        long changeMinor = orders.heldMinor(market, slot) - holds[i];
        boolean isSame = oldTicks == pool.priceTicks(slot) && oldLots == pool.openLots(slot) && changeMinor == 0;
        if (isSame) return;
        balances.hold(orders.payingCell(slot), changeMinor);
        balances.verify(orders.payingCell(slot));
        frame.claimEvent(restated)
                .order(pool.orderNumber(slot))
                .oldPriceTicks(oldTicks)
                .newPriceTicks(pool.priceTicks(slot))
                .oldOpenLots(oldLots)
                .newOpenLots(pool.openLots(slot))
                .newQuantityLots(pool.quantityLots(slot))
                .holdChangeMinor(changeMinor)
                .account(pool.account(slot))
                .instrument(market.number())
                .side(pool.side(slot));
    }
}
