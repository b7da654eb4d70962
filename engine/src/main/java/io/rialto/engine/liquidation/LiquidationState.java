package io.rialto.engine.liquidation;

import io.rialto.engine.blocks.MassCancels;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.margin.Distress;
import io.rialto.engine.position.Positions;
import io.rialto.protocol.LiquidationBegunEncoder;
import io.rialto.protocol.LiquidationEndedEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * How an account comes to be liquidated, and is active again: its orders go at once, those that make it worse first; what it
 * owes in the end without a position the insurance fund pays, as far as it can.
 *
 * <p>Money in minor units. Threading: the core's thread only.
 */
public final class LiquidationState implements Distress {
    private final Instruments instruments;
    private final Positions positions;
    private final MassCancels cancels;
    private final Liquidations liquidations;
    private final LiquidationBegunEncoder begun = new LiquidationBegunEncoder();
    private final LiquidationEndedEncoder ended = new LiquidationEndedEncoder();

    public LiquidationState(
            Instruments instruments, Positions positions, MassCancels cancels, Liquidations liquidations) {
        this.instruments = instruments;
        this.positions = positions;
        this.cancels = cancels;
        this.liquidations = liquidations;
    }

    @Override
    public void begun(Frame frame, int account, int asset) {
        frame.claimEvent(begun).account(account).asset(asset);
        liquidations.retry();
        for (int number = 1; number <= instruments.count(); number++) {
            if (!isSettledIn(number, asset)) continue;
            long lots = positions.lots(number, account);
            var job = cancels.add(Reason.MARGIN_EXHAUSTED).of(account, number);
            if (lots != 0) job.thatSell(lots < 0);
        }
        for (int number = 1; number <= instruments.count(); number++) {
            boolean hasMore = isSettledIn(number, asset) && positions.lots(number, account) != 0;
            if (hasMore) cancels.add(Reason.MARGIN_EXHAUSTED).of(account, number);
        }
    }

    @Override
    public void ended(Frame frame, int account, int asset, long equityMinor, boolean hasPositions) {
        boolean owes = equityMinor < 0 && !hasPositions;
        long covered = owes ? liquidations.fund().cover(account, asset, -equityMinor) : 0;
        frame.claimEvent(ended)
                .equityMinor(equityMinor)
                .coveredMinor(covered)
                .account(account)
                .asset(asset);
    }

    private boolean isSettledIn(int number, int asset) {
        Instrument market = instruments.get(number);
        return market.isContract() && market.quoteAsset() == asset;
    }
}
