package io.rialto.engine.liquidation;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.closing.ClosingOrders;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.margin.Clearing;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.position.Positions;
import io.rialto.protocol.ClosingCause;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.TransferCause;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.function.LongConsumer;

/**
 * Takes positions from margins whose equity no longer covers what they need to be kept, step by step, after all that follows
 * from a command: opposite ones are netted, then as little as is enough is closed in the market, then the insurance fund takes
 * what is left, or else those who win by it give up as much. After each step all that follows from it comes first, and whoever
 * is sound again is left alone.
 *
 * <p>Every step takes lots off users' positions or off open orders and adds to neither but what it takes from the other: so it
 * ends. Threading: the core's thread only. Allocates only to grow.
 */
public final class Liquidations implements Consequence {
    private static final int LAST_START = FrameLayout.MAX_EVENTS / 2;
    private static final long IS_SHARED = 1;
    private static final int NOBODY = -1;

    private final Instruments instruments;
    private final Positions positions;
    private final Margins margins;
    private final ClosingOrders closing;
    private final Clearing clearing;
    private final OpenMarkets open;
    private final DistressLine line;
    private final CrossPrice prices;
    private final SmallestReduction reduction;
    private final WinnersLine winners;
    private final InsuranceRoom fund;
    private boolean isStuck;

    /** Which markets trade now. */
    public interface OpenMarkets {
        boolean trade(Instrument market);
    }

    public Liquidations(
            Accounts accounts,
            Instruments instruments,
            Balances balances,
            Positions positions,
            Margins margins,
            ClosingOrders closing,
            OpenMarkets open) {
        this.instruments = instruments;
        this.positions = positions;
        this.margins = margins;
        this.closing = closing;
        this.open = open;
        clearing = new Clearing(balances, positions, margins);
        line = new DistressLine(balances, margins);
        prices = new CrossPrice(balances, positions, margins);
        reduction = new SmallestReduction(instruments, positions, margins);
        winners = new WinnersLine(accounts, positions, margins, prices);
        fund = new InsuranceRoom(balances, positions, margins, prices);
    }

    InsuranceRoom fund() {
        return fund;
    }

    /** Something happened after which those may be helped for whom nothing could be done before. */
    public void retry() {
        isStuck = false;
    }

    @Override
    public boolean isPending() {
        return !isStuck && margins.distressed().count() > 0;
    }

    /** One step, so that everything else follows before the next. */
    @Override
    public boolean isDone(Frame frame) {
        if (frame.eventCount() > LAST_START) return false;
        line.lineUp();
        isStuck = !isAnyNetted(frame) && !isAnyReduced(frame);
        return true;
    }

    /** At mark, whoever needs it most with whoever needs it most on the other side. */
    private boolean isAnyNetted(Frame frame) {
        for (int number = 1; number <= instruments.count(); number++) {
            Instrument market = instruments.get(number);
            if (!market.isContract() || !open.trade(market)) continue;
            int buyer = first(market, true);
            int seller = buyer == NOBODY ? NOBODY : first(market, false);
            if (seller == NOBODY) continue;
            long lots = Math.min(
                    positions.lots(number, line.account(buyer)), -positions.lots(number, line.account(seller)));
            transfer(
                    frame,
                    market,
                    line.account(buyer),
                    line.account(seller),
                    lots,
                    market.valuationTicks(),
                    TransferCause.NETTED);
            return true;
        }
        return false;
    }

    private int first(Instrument market, boolean isLong) {
        for (int place = 0; place < line.count(); place++) {
            int account = line.account(place);
            boolean isOf = line.purse(place) == positions.purse(market, account);
            long lots = isOf ? positions.lots(market.number(), account) : 0;
            if (lots != 0 && lots > 0 == isLong && prices.fits(market, account)) return place;
        }
        return NOBODY;
    }

    private boolean isAnyReduced(Frame frame) {
        for (int place = 0; place < line.count(); place++) {
            if (isAnyReduced(frame, line.account(place), line.purse(place), line.equityMinor(place))) return true;
        }
        return false;
    }

    /** The position that needs most first, of equals the lower instrument. */
    private boolean isAnyReduced(Frame frame, int account, int purse, long equityMinor) {
        long lastNeed = Long.MAX_VALUE;
        int last = 0;
        while (true) {
            int next = 0;
            long nextNeed = 0;
            for (int number = 1; number <= instruments.count(); number++) {
                long need = need(instruments.get(number), account, purse);
                boolean isBehind = need < lastNeed || need == lastNeed && number > last;
                if (isBehind && need > nextNeed) {
                    next = number;
                    nextNeed = need;
                }
            }
            if (next == 0) return false;
            if (isReduced(frame, instruments.get(next), account, equityMinor)) return true;
            last = next;
            lastNeed = nextNeed;
        }
    }

    /** What a position needs to be kept; 0 where there is none that something could be done about. */
    private long need(Instrument market, int account, int purse) {
        boolean isOf = market.isContract() && positions.purse(market, account) == purse;
        long lots = isOf ? positions.lots(market.number(), account) : 0;
        if (lots == 0 || !open.trade(market) || !prices.fits(market, account)) return 0;
        return margins.maintenanceMinor(market, Math.abs(lots));
    }

    private boolean isReduced(Frame frame, Instrument market, int account, long equityMinor) {
        long lots = positions.lots(market.number(), account);
        long priceTicks = CrossPrice.bankruptcyTicks(market, lots, equityMinor);
        long leastLots = reduction.lots(market, account, equityMinor);
        long traded = closing.make(frame, market, account, lots < 0, leastLots, priceTicks, ClosingCause.LIQUIDATION);
        return traded > 0 || isTakenOver(frame, market, account, lots, priceTicks);
    }

    /** By the insurance fund whole, else by those who win. */
    private boolean isTakenOver(Frame frame, Instrument market, int account, long lots, long priceTicks) {
        // An order that met a price guard before its first trade has ended the market's trading.
        if (!open.trade(market)) return false;
        if (fund.canTake(market, lots, priceTicks)) {
            transfer(frame, market, account, Accounts.INSURANCE_FUND, lots, priceTicks, TransferCause.TAKEN_OVER);
            return true;
        }
        boolean isShared = market.parameter(InstrumentParameter.LOSS_SHARING) == IS_SHARED;
        int other = winners.first(market, lots < 0, isShared);
        if (other == WinnersLine.NOBODY) return false;
        long size = Math.min(Math.abs(lots), Math.abs(positions.lots(market.number(), other)));
        TransferCause cause = winners.isWinning() ? TransferCause.DELEVERAGED : TransferCause.LOSS_SHARED;
        transfer(frame, market, account, other, lots > 0 ? size : -size, priceTicks, cause);
        return true;
    }

    private void transfer(
            Frame frame, Instrument market, int from, int to, long lots, long priceTicks, TransferCause cause) {
        clearing.transfer(frame, market, from, to, lots, priceTicks, cause);
    }

    /** Everything that can change a later decision and stands nowhere else. */
    public void visit(LongConsumer state) {
        if (margins.distressed().count() > 0) state.accept(isStuck ? 1 : 0);
    }
}
