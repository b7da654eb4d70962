package io.rialto.feeds.requests;

import io.rialto.feeds.position.Position;
import io.rialto.feeds.trading.AskedOrder;
import io.rialto.feeds.trading.TradingFeed;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RequestDecoder;
import io.rialto.protocol.RequestFencedDecoder;
import java.time.Duration;
import java.util.function.LongPredicate;

/**
 * Keeps what became of requests with a key, for the retention and at least until the order that they made has ended.
 *
 * <p>A refusal because of the key itself changes nothing: the first outcome stands.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #requests}.
 */
public final class RequestFeed implements TradingFeed {
    private final OutcomeLog log;
    private final Requests requests;
    private boolean hasKey;
    private int actor;
    private long keyHigh;
    private long keyLow;
    private long bodyHash;
    private Reason reason;
    private long order;

    /** @param isOpenOrder asked on the writing thread */
    public RequestFeed(Position position, Duration retention, LongPredicate isOpenOrder) {
        log = new OutcomeLog(retention.toNanos(), isOpenOrder);
        requests = new Requests(position, log);
    }

    public Requests requests() {
        return requests;
    }

    /** The events that follow are of a frame that nobody asked for with a key. */
    public void startFrame() {
        hasKey = false;
        reason = Reason.NONE;
        order = 0;
    }

    /** The events that follow answer this request. */
    public void onRequest(RequestDecoder request) {
        keyHigh = request.keyHigh();
        keyLow = request.keyLow();
        hasKey = (keyHigh | keyLow) != 0;
        actor = request.actor();
        bodyHash = request.bodyHash();
    }

    public void onRejected(Reason why) {
        reason = why;
    }

    /** Of several orders that one request made, the first is remembered; what the venue made of its own is not the request's. */
    @Override
    public void onAccepted(OrderAcceptedDecoder event, AskedOrder asked) {
        if (order == 0 && !asked.isClosing()) order = event.order();
    }

    public void onFenced(RequestFencedDecoder event, int commandType, long sequence, long timeNanos) {
        Outcome outcome = log.findOrAdd(event.account(), event.keyHigh(), event.keyLow(), timeNanos);
        fill(outcome, RequestOutcome.State.FENCED, commandType, sequence, timeNanos);
        outcome.bodyHash = 0;
    }

    public void endFrame(int commandType, long sequence, long timeNanos) {
        if (hasKey && !isOfTheKey(reason)) {
            Outcome outcome = log.findOrAdd(actor, keyHigh, keyLow, timeNanos);
            boolean isExecuted = reason == Reason.NONE;
            RequestOutcome.State state = isExecuted ? RequestOutcome.State.EXECUTED : RequestOutcome.State.REJECTED;
            fill(outcome, state, commandType, sequence, timeNanos);
        }
        log.forgetBefore(timeNanos);
    }

    private void fill(Outcome outcome, RequestOutcome.State state, int commandType, long sequence, long timeNanos) {
        outcome.state = state;
        outcome.reason = reason;
        outcome.sequence = sequence;
        outcome.timeNanos = timeNanos;
        outcome.bodyHash = bodyHash;
        outcome.commandType = commandType;
        outcome.order = order;
    }

    private static boolean isOfTheKey(Reason reason) {
        return reason == Reason.DUPLICATE_REQUEST
                || reason == Reason.REQUEST_KEY_REUSED
                || reason == Reason.REQUEST_FENCED;
    }
}
