package io.rialto.engine.auction;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.fixing.AuctionPrice;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.phases.SeedPromise;
import io.rialto.engine.phases.Session;
import io.rialto.protocol.AuctionIndicatedEncoder;
import io.rialto.protocol.AuctionUncrossedEncoder;
import io.rialto.protocol.CallExtendedEncoder;
import io.rialto.protocol.CallStartedEncoder;
import io.rialto.protocol.OwnTradeFlaggedEncoder;
import io.rialto.protocol.SeedRevealedEncoder;
import io.rialto.protocol.frame.Frame;

/** Writes the events of auctions. Allocates nothing. */
final class AuctionEvents {
    private final CallStartedEncoder started = new CallStartedEncoder();
    private final AuctionIndicatedEncoder indicated = new AuctionIndicatedEncoder();
    private final AuctionUncrossedEncoder uncrossed = new AuctionUncrossedEncoder();
    private final CallExtendedEncoder extended = new CallExtendedEncoder();
    private final SeedRevealedEncoder revealed = new SeedRevealedEncoder();
    private final OwnTradeFlaggedEncoder flagged = new OwnTradeFlaggedEncoder();

    void started(Frame frame, Instrument market, Session session) {
        SeedPromise promise = session.promise;
        boolean isPromised = promise.isOfCall(session.calls);
        frame.claimEvent(started)
                .instrument(market.number())
                .earliestNanos(session.earliestNanos)
                .windowNanos(session.windowNanos)
                .seedHash1(isPromised ? promise.hash(0) : 0)
                .seedHash2(isPromised ? promise.hash(1) : 0)
                .seedHash3(isPromised ? promise.hash(2) : 0)
                .seedHash4(isPromised ? promise.hash(3) : 0);
        frame.buffer().putByte(started.offset() + CallStartedEncoder.kindEncodingOffset(), session.callKind);
        frame.buffer().putByte(started.offset() + CallStartedEncoder.nextEncodingOffset(), session.next);
    }

    void indicated(Frame frame, Instrument market, AuctionPrice price) {
        frame.claimEvent(indicated)
                .instrument(market.number())
                .priceTicks(price.priceTicks())
                .volumeLots(price.volumeLots())
                .imbalanceLots(price.imbalanceLots())
                .imbalanceSide(price.imbalanceSide());
    }

    void uncrossed(Frame frame, Instrument market, AuctionPrice price, long referenceTicks, byte kind) {
        frame.claimEvent(uncrossed)
                .instrument(market.number())
                .priceTicks(price.priceTicks())
                .volumeLots(price.volumeLots())
                .imbalanceLots(price.imbalanceLots())
                .referenceTicks(referenceTicks)
                .imbalanceSide(price.imbalanceSide());
        frame.buffer().putByte(uncrossed.offset() + AuctionUncrossedEncoder.kindEncodingOffset(), kind);
    }

    void flagged(Frame frame, Instrument market, OrderPool pool, long trade, int maker, int taker) {
        frame.claimEvent(flagged)
                .trade(trade)
                .makerOrder(pool.orderNumber(maker))
                .takerOrder(pool.orderNumber(taker))
                .instrument(market.number())
                .makerAccount(pool.account(maker))
                .takerAccount(pool.account(taker));
    }

    void extended(Frame frame, Instrument market, long priceTicks, long untilNanos) {
        frame.claimEvent(extended)
                .instrument(market.number())
                .priceTicks(priceTicks)
                .untilNanos(untilNanos);
    }

    void revealed(Frame frame, Instrument market, long seedHigh, long seedLow, long endNanos) {
        frame.claimEvent(revealed)
                .instrument(market.number())
                .seedHigh(seedHigh)
                .seedLow(seedLow)
                .endNanos(endNanos);
    }
}
