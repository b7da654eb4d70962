package io.rialto.engine.fees;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.pricing.Tariff;

/**
 * What each account pays in one market: by its own schedule, else by the market's, else by the market's own rates. Where
 * fees are on top of the price nobody pays more than the dearer of those, which is what holds foresee.
 *
 * <p>Threading: the core's thread only. Allocates nothing of its own.
 */
final class MarketTariff implements Tariff {
    private static final int TIER_BITS = 4;
    private static final int NUMBER_BITS = 8;

    private final Instrument market;
    private final FeeSchedules schedules;
    private final Assignments assignments;
    private final Volumes volumes;
    private final FeeSegments segments;
    private final FeeDays days;

    MarketTariff(
            Instrument market,
            FeeSchedules schedules,
            Assignments assignments,
            Volumes volumes,
            FeeSegments segments,
            FeeDays days) {
        this.market = market;
        this.schedules = schedules;
        this.assignments = assignments;
        this.volumes = volumes;
        this.segments = segments;
        this.days = days;
    }

    @Override
    public int makerRate(int account) {
        int number = schedule(account);
        if (number == 0) return market.charges().makerRate();
        FeeSchedule schedule = schedules.get(number);
        return capped(schedule.makerRate(tierIn(schedule, account)));
    }

    @Override
    public int takerRate(int account) {
        int number = schedule(account);
        if (number == 0) return market.charges().takerRate();
        FeeSchedule schedule = schedules.get(number);
        return capped(schedule.takerRate(tierIn(schedule, account)));
    }

    @Override
    public long feePerLot(int account) {
        int number = schedule(account);
        long feePerLot = number == 0 ? FeeSchedule.AS_THE_MARKET : schedules.get(number).feePerLotMinor;
        return feePerLot == FeeSchedule.AS_THE_MARKET
                ? market.charges().perLot()
                : Math.min(feePerLot, market.charges().perLot());
    }

    @Override
    public boolean beginsSegment(int slot, long order, int account) {
        long segment = segment(account);
        boolean isNew = segments.of(slot, order) != segment;
        segments.put(slot, order, segment);
        return isNew;
    }

    @Override
    public void traded(int account, long valueMinor) {
        volumes.add(account, market.quoteAsset(), days.dayOf(account), valueMinor);
    }

    @Override
    public long day(int account) {
        return days.dayOf(account);
    }

    @Override
    public void busted(int account, long valueMinor, long day) {
        volumes.takeBack(account, market.quoteAsset(), day, valueMinor);
    }

    @Override
    public int schedule(int account) {
        int own = assignments.ofAccount(account, market.quoteAsset());
        return own != 0 ? own : assignments.ofMarket(market.number(), market.quoteAsset());
    }

    @Override
    public int version(int account) {
        int number = schedule(account);
        return number == 0 ? 0 : schedules.get(number).version;
    }

    @Override
    public int tier(int account) {
        int number = schedule(account);
        return number == 0 ? 0 : tierIn(schedules.get(number), account);
    }

    @Override
    public long volumeMinor(int account) {
        return schedule(account) == 0 ? 0 : volumes.volumeMinor(account, market.quoteAsset());
    }

    private long segment(int account) {
        int number = schedule(account);
        if (number == 0) return 0;
        FeeSchedule schedule = schedules.get(number);
        long version = schedule.version;
        return (version << NUMBER_BITS | number) << TIER_BITS | tierIn(schedule, account);
    }

    private int tierIn(FeeSchedule schedule, int account) {
        return schedule.tier(volumes.volumeMinor(account, market.quoteAsset()));
    }

    private int capped(int rate) {
        return market.feesInQuote() ? Math.min(rate, market.charges().largestRate()) : rate;
    }
}
