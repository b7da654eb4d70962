package io.rialto.engine.liquidation;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.position.Positions;
import io.rialto.engine.pricing.Fees;
import io.rialto.engine.pricing.Proportion;
import io.rialto.engine.pricing.WideSum;
import io.rialto.protocol.InstrumentParameter;

/**
 * How many lots of one position have to go at mark so that the equity behind it is above what its positions need to be kept,
 * and not below that with the buffer of each on top; all of them where that is not enough.
 *
 * <p>Money in minor units. Threading: the core's thread only. Allocates nothing.
 */
final class SmallestReduction {
    private static final int USUAL_BUFFER = Fees.WHOLE / 10;

    private final Instruments instruments;
    private final Positions positions;
    private final Margins margins;
    private final WideSum kept = new WideSum();
    private final WideSum buffered = new WideSum();
    private Instrument market;
    private long equity;
    private long otherKept;
    private long otherBuffered;

    SmallestReduction(Instruments instruments, Positions positions, Margins margins) {
        this.instruments = instruments;
        this.positions = positions;
        this.margins = margins;
    }

    long lots(Instrument contract, int account, long equityMinor) {
        market = contract;
        equity = equityMinor;
        addOthers(account);
        long size = Math.abs(positions.lots(contract.number(), account));
        long least = 1;
        long most = size;
        while (least < most) {
            long middle = least + most >>> 1;
            if (isEnough(size - middle)) most = middle;
            else least = middle + 1;
        }
        return least;
    }

    private void addOthers(int account) {
        int purse = positions.purse(market, account);
        kept.clear();
        buffered.clear();
        for (int number = 1; number <= instruments.count(); number++) {
            Instrument other = instruments.get(number);
            boolean isMeant = other != market && other.isContract() && positions.purse(other, account) == purse;
            long lots = isMeant ? positions.lots(number, account) : 0;
            if (lots == 0) continue;
            long maintenance = margins.maintenanceMinor(other, Math.abs(lots));
            kept.add(maintenance);
            buffered.add(maintenance);
            buffered.add(bufferMinor(other, maintenance));
        }
        otherKept = kept.bounded();
        otherBuffered = buffered.bounded();
    }

    private boolean isEnough(long lotsLeft) {
        long maintenance = lotsLeft == 0 ? 0 : margins.maintenanceMinor(market, lotsLeft);
        kept.clear();
        kept.add(equity);
        kept.subtract(maintenance);
        buffered.clear();
        buffered.add(equity);
        buffered.subtract(maintenance);
        buffered.subtract(bufferMinor(market, maintenance));
        kept.subtract(otherKept);
        buffered.subtract(otherBuffered);
        return kept.isAtLeast(1) && buffered.isAtLeast(0);
    }

    private static long bufferMinor(Instrument contract, long maintenanceMinor) {
        long rate = contract.parameter(InstrumentParameter.LIQUIDATION_BUFFER_RATE);
        return Proportion.roundedUp(maintenanceMinor, rate == Instrument.NONE ? USUAL_BUFFER : rate, Fees.WHOLE);
    }
}
