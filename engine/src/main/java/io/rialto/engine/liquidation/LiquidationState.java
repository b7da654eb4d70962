package io.rialto.engine.liquidation;

import io.rialto.engine.blocks.MassCancels;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.margin.MarginCalls;
import io.rialto.engine.position.Positions;
import io.rialto.protocol.LiquidationBegunEncoder;
import io.rialto.protocol.LiquidationEndedEncoder;
import io.rialto.protocol.PositionLiquidationBegunEncoder;
import io.rialto.protocol.PositionLiquidationEndedEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * How an account comes to be liquidated, and is active again: its orders go at once, those that make it worse first; what it
 * owes in the end without a position the insurance fund pays, as far as it can.
 *
 * <p>Money in minor units. Threading: the core's thread only.
 */
public final class LiquidationState implements MarginCalls.Distress {
    private final Instruments instruments;
    private final Balances balances;
    private final Positions positions;
    private final MassCancels cancels;
    private final Liquidations liquidations;
    private final LiquidationBegunEncoder begun = new LiquidationBegunEncoder();
    private final LiquidationEndedEncoder ended = new LiquidationEndedEncoder();
    private final PositionLiquidationBegunEncoder positionBegun = new PositionLiquidationBegunEncoder();
    private final PositionLiquidationEndedEncoder positionEnded = new PositionLiquidationEndedEncoder();

    public LiquidationState(
            Instruments instruments,
            Balances balances,
            Positions positions,
            MassCancels cancels,
            Liquidations liquidations) {
        this.instruments = instruments;
        this.balances = balances;
        this.positions = positions;
        this.cancels = cancels;
        this.liquidations = liquidations;
    }

    @Override
    public void begun(Frame frame, int cell) {
        int account = balances.account(cell);
        int purse = balances.purse(cell);
        tellBegun(frame, cell);
        liquidations.retry();
        for (int number = 1; number <= instruments.count(); number++) {
            Instrument market = instruments.get(number);
            if (!isOf(market, account, purse) && !asks(market, purse)) continue;
            long lots = positions.lots(number, account);
            var job = cancels.add(Reason.MARGIN_EXHAUSTED).of(account, number);
            if (lots != 0) job.thatSell(lots < 0);
        }
        for (int number = 1; number <= instruments.count(); number++) {
            boolean hasMore = isOf(instruments.get(number), account, purse) && positions.lots(number, account) != 0;
            if (hasMore) cancels.add(Reason.MARGIN_EXHAUSTED).of(account, number);
        }
    }

    private void tellBegun(Frame frame, int cell) {
        int account = balances.account(cell);
        int purse = balances.purse(cell);
        if (Balances.isIsolated(purse))
            frame.claimEvent(positionBegun).account(account).instrument(Balances.instrument(purse));
        else frame.claimEvent(begun).account(account).asset(balances.asset(cell));
    }

    @Override
    public void ended(Frame frame, int cell, long equityMinor, boolean hasPositions) {
        boolean owes = equityMinor < 0 && !hasPositions;
        long covered = owes ? liquidations.fund().cover(cell, -equityMinor) : 0;
        int account = balances.account(cell);
        int purse = balances.purse(cell);
        if (Balances.isIsolated(purse)) {
            frame.claimEvent(positionEnded)
                    .equityMinor(equityMinor)
                    .coveredMinor(covered)
                    .account(account)
                    .instrument(Balances.instrument(purse));
            return;
        }
        frame.claimEvent(ended)
                .equityMinor(equityMinor)
                .coveredMinor(covered)
                .account(account)
                .asset(balances.asset(cell));
    }

    /** Whether the purse answers for the account's position there. */
    private boolean isOf(Instrument market, int account, int purse) {
        return market.isContract() && positions.purse(market, account) == purse;
    }

    /** Whether orders there, although for an isolated position, ask the purse for its initial margin. */
    private static boolean asks(Instrument market, int purse) {
        return market.isContract() && market.quotePurse() == purse;
    }
}
