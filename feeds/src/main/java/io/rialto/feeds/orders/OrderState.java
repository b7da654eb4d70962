package io.rialto.feeds.orders;

import io.rialto.feeds.position.BrokenFeed;
import io.rialto.feeds.trading.AskedOrder;
import io.rialto.feeds.trading.Display;
import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.feeds.trailing.Trail;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderRestatedDecoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Parking;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** An order in the making of its view: what was agreed, and how far it has come. */
final class OrderState {
    final long number;
    final boolean isStranger;
    final int account;
    final int instrument;
    final String clientOrderId;
    final boolean isQuote;
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
    long list;
    SpecialTerms special = SpecialTerms.NONE;
    Trail trail = Trail.NONE;
    private Parking parking = Parking.NULL_VAL;
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
        isStranger = false;
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
        isQuote = asked.isQuote();
        quoteAmountMinor = asked.quoteAmountMinor();
        clientOrderId = asked.clientOrderId();
        createdNanos = timeNanos;
        createdSequence = sequence;
        changed(timeNanos, sequence);
    }

    /** Of a frame looked at by itself: an order of earlier frames, of which nothing is known and nothing is asked. */
    static OrderState stranger(long number) {
        return new OrderState(number);
    }

    private OrderState(long number) {
        this.number = number;
        isStranger = true;
        account = 0;
        instrument = 0;
        clientOrderId = "";
        isQuote = false;
        quoteAmountMinor = 0;
        createdNanos = 0;
        createdSequence = 0;
        side = Side.NULL_VAL;
        type = OrderType.NULL_VAL;
        timeInForce = TimeInForce.NULL_VAL;
        postOnly = PostOnly.NULL_VAL;
        selfTradePrevention = SelfTradePrevention.NULL_VAL;
    }

    /** As it was before a frame: its terms as they are known, and what had been done of it. */
    OrderState(OrderView known, long executedLots, long preventedLots, long executedNotionalMinor) {
        number = known.order();
        isStranger = false;
        account = known.account();
        instrument = known.instrument();
        clientOrderId = known.clientOrderId();
        isQuote = known.isQuote();
        quoteAmountMinor = known.quoteAmountMinor();
        createdNanos = known.createdNanos();
        createdSequence = known.createdSequence();
        side = known.side();
        type = known.type();
        timeInForce = known.timeInForce();
        postOnly = known.postOnly();
        selfTradePrevention = known.selfTradePrevention();
        special = known.special();
        list = known.list();
        requestedPriceTicks = known.requestedPriceTicks();
        workingPriceTicks = known.workingPriceTicks();
        quantityLots = known.quantityLots();
        version = known.version();
        isResting = known.parking().isEmpty();
        parking = known.parking().orElse(Parking.NULL_VAL);
        this.executedLots = executedLots;
        this.preventedLots = preventedLots;
        this.executedNotionalMinor = executedNotionalMinor;
        if (executedLots > 0) status = OrderStatus.PARTIALLY_FILLED;
    }

    void changed(long timeNanos, long changeSequence) {
        updatedNanos = timeNanos;
        if (sequence == changeSequence) return;
        sequence = changeSequence;
        if (frameCount == frames.length) frames = Arrays.copyOf(frames, frameCount * 2);
        frames[frameCount++] = changeSequence;
    }

    boolean hasChangedIn(long frame) {
        return sequence == frame;
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
        if (isStranger || isByAmount() || remainingLots() == openLots) return;
        throw new BrokenFeed("order must have open what is neither executed nor prevented: order=" + number
                + " quantityLots=" + quantityLots + " executedLots=" + executedLots + " preventedLots="
                + preventedLots + " openLots=" + openLots);
    }

    /** It stands in the book from now on, and shows so much of it. */
    void rest(long priceTicks, long lotsToShow, Display display) {
        hide(display);
        stand(priceTicks, lotsToShow, display);
        if (shownLots > 0) display.joins(number, instrument, side, shownTicks, shownLots);
    }

    private void stand(long priceTicks, long lotsToShow, Display display) {
        isResting = true;
        parking = Parking.NULL_VAL;
        workingPriceTicks = priceTicks;
        if (lotsToShow == 0) return;
        shownTicks = priceTicks;
        shownLots = lotsToShow;
        display.appears(instrument, side, shownTicks, shownLots, special.isChoosy());
    }

    /** It comes to the market anew: out of the book, or from where it waited. */
    void arrive(long priceTicks, Display display) {
        hide(display);
        isResting = false;
        parking = Parking.NULL_VAL;
        workingPriceTicks = priceTicks;
    }

    /** It waits outside of the book. */
    void park(Parking where, Display display) {
        hide(display);
        isResting = false;
        parking = where;
    }

    boolean isParked() {
        return parking != Parking.NULL_VAL;
    }

    /** What it shows lost lots: by a fill, a prevented match, or an amendment that keeps its place. */
    void showLess(long lots, Display display) {
        long less = Math.min(lots, shownLots);
        if (less == 0) return;
        shownLots -= less;
        display.shrinks(instrument, side, shownTicks, less, shownLots == 0);
        display.shows(number, instrument, shownLots);
    }

    /** An amendment left it where it stands, with as much open. */
    void keepPlace(long openLots, Display display) {
        checkOpen(openLots);
        showLess(Math.max(0, shownLots - openLots), display);
    }

    /** Its instrument counts in other steps: the same things have other numbers. */
    void restate(OrderRestatedDecoder event, Display display) {
        long oldOpen = Math.max(1, event.oldOpenLots());
        long oldTicks = Math.max(1, event.oldPriceTicks());
        long wasShown = shownLots;
        hide(display);
        if (workingPriceTicks != 0) workingPriceTicks = event.newPriceTicks();
        requestedPriceTicks = rescaled(requestedPriceTicks, event.newPriceTicks(), oldTicks);
        executedLots = rescaled(executedLots, event.newOpenLots(), oldOpen);
        preventedLots = rescaled(preventedLots, event.newOpenLots(), oldOpen);
        quantityLots = event.newQuantityLots();
        checkOpen(event.newOpenLots());
        if (!isResting) return;
        stand(event.newPriceTicks(), rescaled(wasShown, event.newOpenLots(), oldOpen), display);
        if (shownLots > 0) display.rejoins(number, instrument, side, shownTicks, shownLots);
    }

    private static long rescaled(long value, long to, long from) {
        return BigInteger.valueOf(value)
                .multiply(BigInteger.valueOf(to))
                .divide(BigInteger.valueOf(from))
                .longValueExact();
    }

    void hide(Display display) {
        showLess(shownLots, display);
    }

    void end(OrderStatus finalStatus, Reason finalReason, Display display) {
        hide(display);
        trail.end();
        status = finalStatus;
        reason = finalReason;
        isResting = false;
        parking = Parking.NULL_VAL;
    }

    boolean isPegged() {
        return type == OrderType.PEGGED;
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
        return parking == Parking.TRIGGER && status == OrderStatus.NEW ? OrderStatus.PENDING_TRIGGER : status;
    }

    /** A trailing stop's trigger stands where it stands now. */
    private SpecialTerms shownSpecial() {
        OptionalLong triggerTicks = trail.triggerTicks();
        return triggerTicks.isPresent() ? special.withTrigger(triggerTicks.getAsLong()) : special;
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
                shownSpecial(),
                isParked() ? Optional.of(parking) : Optional.empty(),
                list,
                isQuote,
                version,
                createdNanos,
                updatedNanos,
                createdSequence,
                sequence);
    }
}
