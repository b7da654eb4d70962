package io.rialto.feeds.orders;

import io.rialto.feeds.market.Display;
import io.rialto.feeds.position.BrokenFeed;
import io.rialto.feeds.trading.AskedOrder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Parking;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import java.util.Arrays;
import java.util.Optional;

/** An order in the making of its view: what was agreed, and how far it has come. */
final class OrderState {
    final long number;
    final int account;
    final int instrument;
    final String clientOrderId;
    final long quoteAmountMinor;
    final long createdNanos;
    final long createdSequence;
    final Side side;
    private final OrderType type;
    private final TimeInForce timeInForce;
    private final PostOnly postOnly;
    private final SelfTradePrevention selfTradePrevention;

    long requestedPriceTicks;
    long workingPriceTicks;
    long quantityLots;
    int version = 1;
    boolean isResting;
    boolean isLoose;
    long newestFill;
    SpecialTerms special = SpecialTerms.NONE;
    private Parking parking = Parking.NULL_VAL;
    private boolean isElected;
    private long shownTicks;
    private long shownLots;
    private long[] frames = {0};
    private int frameCount;
    private long executedLots;
    private long preventedLots;
    private long executedNotionalMinor;
    private OrderStatus status = OrderStatus.NEW;
    private Reason reason = Reason.NONE;
    private long updatedNanos;
    private long sequence;

    OrderState(OrderAcceptedDecoder accepted, AskedOrder asked, long timeNanos, long sequence) {
        number = accepted.order();
        account = accepted.account();
        instrument = accepted.instrument();
        side = accepted.side();
        type = accepted.orderType();
        timeInForce = accepted.timeInForce();
        postOnly = accepted.postOnly();
        selfTradePrevention = accepted.selfTradePrevention();
        workingPriceTicks = accepted.priceTicks();
        quantityLots = accepted.quantityLots();
        requestedPriceTicks = asked.priceTicks();
        quoteAmountMinor = asked.quoteAmountMinor();
        clientOrderId = asked.clientOrderId();
        createdNanos = timeNanos;
        createdSequence = sequence;
        changed(timeNanos, sequence);
    }

    void changed(long timeNanos, long changeSequence) {
        updatedNanos = timeNanos;
        if (sequence == changeSequence) return;
        sequence = changeSequence;
        if (frameCount == frames.length) frames = Arrays.copyOf(frames, frameCount * 2);
        frames[frameCount++] = changeSequence;
    }

    /** Sequences of the frames that touched it, in their order. */
    long[] frames() {
        return Arrays.copyOf(frames, frameCount);
    }

    void fill(long lots, long notionalMinor, long openLots) {
        executedLots += lots;
        executedNotionalMinor += notionalMinor;
        status = OrderStatus.PARTIALLY_FILLED;
        checkOpen(openLots);
    }

    void prevent(long lots, long openLots) {
        preventedLots += lots;
        checkOpen(openLots);
    }

    /** Executed, prevented and open are the quantity: what the event says must be what the events before lead to. */
    void checkOpen(long openLots) {
        if (isByAmount() || remainingLots() == openLots) return;
        throw new BrokenFeed("order must have open what is neither executed nor prevented: order=" + number
                + " quantityLots=" + quantityLots + " executedLots=" + executedLots + " preventedLots="
                + preventedLots + " openLots=" + openLots);
    }

    /** It stands in the book from now on, and shows what its terms let it show. */
    void rest(long priceTicks, Display display) {
        if (isResting) hide(display);
        isResting = true;
        parking = Parking.NULL_VAL;
        workingPriceTicks = priceTicks;
        show(peak(), display);
    }

    /** It waits outside of the book. */
    void park(Parking where, Display display) {
        hide(display);
        isResting = false;
        isElected = false;
        parking = where;
    }

    boolean isParked() {
        return parking != Parking.NULL_VAL;
    }

    void show(long lots, Display display) {
        hide(display);
        if (special.isHidden() || lots == 0) return;
        shownTicks = workingPriceTicks;
        shownLots = lots;
        display.appears(instrument, side, shownTicks, lots, special.isChoosy());
    }

    /** What it shows lost lots: by a fill, a prevented match, or an amendment that keeps its place. */
    void showLess(long lots, Display display) {
        long less = Math.min(lots, shownLots);
        if (less == 0) return;
        shownLots -= less;
        display.shrinks(instrument, side, shownTicks, less, shownLots == 0);
    }

    /** An amendment left it where it stands, with as much open. */
    void keepPlace(long openLots, Display display) {
        checkOpen(openLots);
        showLess(Math.max(0, shownLots - openLots), display);
    }

    void hide(Display display) {
        showLess(shownLots, display);
    }

    private long peak() {
        long open = remainingLots();
        return special.displayLots() == 0 ? open : Math.min(special.displayLots(), open);
    }

    void end(OrderStatus finalStatus, Reason finalReason, Display display) {
        hide(display);
        status = finalStatus;
        reason = finalReason;
        isResting = false;
        parking = Parking.NULL_VAL;
    }

    boolean hasExecuted() {
        return executedLots > 0;
    }

    boolean isByAmount() {
        return quoteAmountMinor != 0;
    }

    long remainingLots() {
        return isByAmount() ? 0 : quantityLots - executedLots - preventedLots;
    }

    OrderStatus status() {
        boolean isWaiting = parking == Parking.TRIGGER && !isElected;
        return isWaiting && status == OrderStatus.NEW ? OrderStatus.PENDING_TRIGGER : status;
    }

    OrderView view() {
        return new OrderView(
                number,
                clientOrderId,
                account,
                instrument,
                side,
                type,
                timeInForce,
                postOnly,
                selfTradePrevention,
                requestedPriceTicks,
                workingPriceTicks,
                quantityLots,
                quoteAmountMinor,
                executedLots,
                preventedLots,
                remainingLots(),
                executedNotionalMinor,
                status(),
                reason,
                special,
                isParked() ? Optional.of(parking) : Optional.empty(),
                version,
                createdNanos,
                updatedNanos,
                createdSequence,
                sequence);
    }
}
