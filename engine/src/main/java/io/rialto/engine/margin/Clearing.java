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
 * what it loses goes there, whatever the other side realises by the same trade.
 *
 * <p>Threading: the core's thread only. Allocates nothing once warm. Errors: a margin beyond 63 bits halts.
 */
public final class Clearing {
    private final Balances balances;
    private final Positions positions;
    private final PositionChangedEncoder changed = new PositionChangedEncoder();
    private final PositionTransferredEncoder transferred = new PositionTransferredEncoder();

    // The trade at hand.
    private Instrument market;
    private int taker;
    private int maker;
    private long takerRealised;
    private long makerRealised;

    public Clearing(Balances balances, Positions positions) {
        this.balances = balances;
        this.positions = positions;
    }

    /** Both sides may be one account: then nothing changes. */
    public void traded(
            Instrument contract, int takerAccount, int makerAccount, boolean buys, long priceTicks, long lots) {
        market = contract;
        taker = takerAccount;
        maker = makerAccount;
        if (taker == maker) return;
        takerRealised = settle(taker, buys ? lots : -lots, priceTicks);
        makerRealised = settle(maker, buys ? -lots : lots, priceTicks);
    }

    /** By the last trade of two accounts. */
    public long takerRealised() {
        return takerRealised;
    }

    public long makerRealised() {
        return makerRealised;
    }

    private long settle(int account, long byLots, long priceTicks) {
        long realised = positions.trade(market, account, byLots, priceTicks);
        if (realised == 0) return 0;
        int purse = market.quoteAsset() | Balances.MARGIN;
        balances.postMargin(balances.cell(Accounts.CLEARING, purse), balances.cell(account, purse), realised);
        return realised;
    }

    /**
     * One gives up lots at a price, another takes them on, without a trade. Both margins have to be looked at.
     *
     * @param lots as the other takes them: below zero he sells
     */
    public void transfer(
            Frame frame, Instrument contract, int from, int to, long lots, long priceTicks, TransferCause cause) {
        traded(contract, from, to, lots < 0, priceTicks, Math.abs(lots));
        balances.marginChanged(balances.cell(from, contract.quotePurse()));
        balances.marginChanged(balances.cell(to, contract.quotePurse()));
        tell(frame, from, to, -lots, takerRealised, priceTicks, cause);
        tell(frame, to, from, lots, makerRealised, priceTicks, cause);
    }

    private void tell(
            Frame frame, int account, int other, long lots, long realised, long priceTicks, TransferCause cause) {
        int instrument = market.number();
        frame.claimEvent(transferred)
                .priceTicks(priceTicks)
                .changeLots(lots)
                .positionLots(positions.lots(instrument, account))
                .costMinor(positions.costMinor(instrument, account))
                .realisedMinor(realised)
                .account(account)
                .counterparty(other)
                .instrument(instrument)
                .cause(cause);
    }

    /** All of an account's position, at a price and without a trade; answers what that realises, in minor units. */
    public long close(Instrument contract, int account, long priceTicks) {
        market = contract;
        balances.marginChanged(balances.cell(account, contract.quotePurse()));
        return settle(account, -positions.lots(contract.number(), account), priceTicks);
    }

    /** What became of both positions, for the frame. */
    public void tell(Frame frame, long trade) {
        if (taker == maker) return;
        tell(frame, trade, taker, takerRealised);
        tell(frame, trade, maker, makerRealised);
    }

    private void tell(Frame frame, long trade, int account, long realised) {
        int instrument = market.number();
        frame.claimEvent(changed)
                .trade(trade)
                .positionLots(positions.lots(instrument, account))
                .costMinor(positions.costMinor(instrument, account))
                .realisedMinor(realised)
                .account(account)
                .instrument(instrument);
    }
}
