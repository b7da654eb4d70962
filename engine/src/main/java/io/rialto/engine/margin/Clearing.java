package io.rialto.engine.margin;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.position.Positions;
import io.rialto.protocol.PositionChangedEncoder;
import io.rialto.protocol.PositionTransferredEncoder;
import io.rialto.protocol.TransferCause;
import io.rialto.protocol.frame.Frame;

/**
 * Stands between both sides of a contract's trade: what one side realises comes from the clearing account's margin, and
 * what it loses goes there, whatever the other side realises by the same trade. The margins of isolated positions follow.
 *
 * <p>Threading: the core's thread only. Allocates nothing once warm. Errors: a margin beyond 63 bits halts.
 */
public final class Clearing {
    private final Balances balances;
    private final Positions positions;
    private final PositionMargins own;
    private final PositionChangedEncoder changed = new PositionChangedEncoder();
    private final PositionTransferredEncoder transferred = new PositionTransferredEncoder();

    // The trade at hand.
    private Instrument market;
    private final Half taker = new Half();
    private final Half maker = new Half();

    /** One side of a trade. */
    private static final class Half {
        private int account;
        private boolean isIsolated;
        private long lotsBefore;
        private long costBefore;
        private long realised;
        private long moved;
    }

    public Clearing(Balances balances, Positions positions, Margins margins) {
        this.balances = balances;
        this.positions = positions;
        own = new PositionMargins(balances, positions, margins);
    }

    /** Both sides may be one account: then nothing changes. What they paid for it is told by {@link #charged}. */
    public void traded(
            Instrument contract, int takerAccount, int makerAccount, boolean buys, long priceTicks, long lots) {
        market = contract;
        taker.account = takerAccount;
        maker.account = makerAccount;
        if (takerAccount == makerAccount) return;
        settle(taker, buys ? lots : -lots, priceTicks);
        settle(maker, buys ? -lots : lots, priceTicks);
    }

    /** What both sides paid, in minor units, out of their accounts' margins: then follow those of isolated positions. */
    public void charged(long takerFee, long makerFee) {
        if (taker.account == maker.account) return;
        if (taker.isIsolated) follow(taker, takerFee);
        if (maker.isIsolated) follow(maker, makerFee);
    }

    /** By the last trade of two accounts. */
    public long takerRealised() {
        return taker.realised;
    }

    public long makerRealised() {
        return maker.realised;
    }

    private void settle(Half side, long byLots, long priceTicks) {
        int instrument = market.number();
        side.isIsolated = positions.isIsolated(instrument, side.account);
        if (side.isIsolated) {
            side.lotsBefore = positions.lots(instrument, side.account);
            side.costBefore = positions.costMinor(instrument, side.account);
        }
        side.moved = 0;
        side.realised = positions.trade(market, side.account, byLots, priceTicks);
        if (side.realised == 0) return;
        int purse = market.quotePurse();
        balances.postMargin(balances.cell(Accounts.CLEARING, purse), balances.cell(side.account, purse), side.realised);
    }

    private void follow(Half side, long fee) {
        side.moved = own.follow(market, side.account, side.lotsBefore, side.costBefore, side.realised, fee);
    }

    /**
     * One gives up lots at a price, another takes them on, without a trade. Both margins have to be looked at.
     *
     * @param lots as the other takes them: below zero he sells
     */
    public void transfer(
            Frame frame, Instrument contract, int from, int to, long lots, long priceTicks, TransferCause cause) {
        traded(contract, from, to, lots < 0, priceTicks, Math.abs(lots));
        charged(0, 0);
        balances.marginChanged(balances.cell(from, contract.quotePurse()));
        balances.marginChanged(balances.cell(to, contract.quotePurse()));
        tell(frame, taker, to, -lots, priceTicks, cause);
        tell(frame, maker, from, lots, priceTicks, cause);
        tellMoved(frame, taker);
        tellMoved(frame, maker);
    }

    private void tell(Frame frame, Half side, int other, long lots, long priceTicks, TransferCause cause) {
        int instrument = market.number();
        frame.claimEvent(transferred)
                .priceTicks(priceTicks)
                .changeLots(lots)
                .positionLots(positions.lots(instrument, side.account))
                .costMinor(positions.costMinor(instrument, side.account))
                .realisedMinor(side.realised)
                .account(side.account)
                .counterparty(other)
                .instrument(instrument)
                .cause(cause);
    }

    /** All of an account's position, at a price and without a trade; answers what that realises, in minor units. */
    public long close(Instrument contract, int account, long priceTicks) {
        market = contract;
        taker.account = account;
        balances.marginChanged(balances.cell(account, contract.quotePurse()));
        settle(taker, -positions.lots(contract.number(), account), priceTicks);
        if (taker.isIsolated) follow(taker, 0);
        return taker.realised;
    }

    /** What came back from an isolated position's margin when it was closed last. */
    public void tellClosed(Frame frame) {
        tellMoved(frame, taker);
    }

    /** What became of both positions, for the frame. */
    public void tell(Frame frame, long trade) {
        if (taker.account == maker.account) return;
        tell(frame, trade, taker);
        tell(frame, trade, maker);
        tellMoved(frame, taker);
        tellMoved(frame, maker);
    }

    private void tell(Frame frame, long trade, Half side) {
        int instrument = market.number();
        frame.claimEvent(changed)
                .trade(trade)
                .positionLots(positions.lots(instrument, side.account))
                .costMinor(positions.costMinor(instrument, side.account))
                .realisedMinor(side.realised)
                .account(side.account)
                .instrument(instrument);
    }

    private void tellMoved(Frame frame, Half side) {
        if (side.moved != 0) own.tell(frame, market, side.account, side.moved);
    }
}
