package io.rialto.engine.margin;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.Positions;
import io.rialto.engine.pricing.WideSum;
import io.rialto.protocol.Reason;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Whether an account's equity covers what its positions and orders in contracts require.
 *
 * <p>Each position is answered for by one purse: the account's margin in the asset that its contract is settled in, or, if it is
 * isolated, a margin of its own. Equity is what a purse has and what is unrealised of its positions. What orders of an isolated
 * contract require, beyond what its position does, is asked of the account's margin. Nothing is remembered that follows
 * from positions, orders, marks and tiers: it is worked out when it is asked for, and only of accounts that trade contracts.
 * Money in minor units. Threading: the core's thread only. Allocates only to grow.
 */
public final class Margins {
    private final Instruments instruments;
    private final Balances balances;
    private final Positions positions;
    private final Requirement requirement;
    private final WideSum sum = new WideSum();
    private final DistressedMargins distressed;
    private MarginTiers[] tiers = new MarginTiers[16];
    private long[] broughtMinor = new long[16]; // by cell

    public Margins(Instruments instruments, OpenOrders orders, Balances balances, Positions positions) {
        this.instruments = instruments;
        this.balances = balances;
        this.positions = positions;
        this.requirement = new Requirement(orders, positions);
        this.distressed = new DistressedMargins(balances);
    }

    /** What is asked of every order for a contract before anything else of its market. */
    public Reason admit(Instrument market, int account, boolean isByAmount, boolean becomesMarket) {
        if (isByAmount) return Reason.AMOUNT_NOT_FOR_CONTRACT;
        if (becomesMarket && market.collarTicks() == Instrument.NONE) return Reason.COLLAR_MISSING;
        if (market.valuationTicks() == Instrument.NONE) return Reason.MARK_PRICE_MISSING;
        boolean isLiquidating = distressed.contains(account, positions.purse(market, account));
        return isLiquidating ? Reason.ACCOUNT_LIQUIDATING : Reason.NONE;
    }

    /** Whose positions need all of their equity to be kept. */
    public DistressedMargins distressed() {
        return distressed;
    }

    /**
     * Whether equity covers an order of so many lots.
     *
     * @param limitTicks the worst price that it could trade at; 0 for an order without one
     * @param itself its slot, which does not count yet, or {@link OpenOrders#NONE} when it has none
     */
    public Reason cover(Instrument market, int account, boolean buys, long limitTicks, long lots, int itself) {
        begin(market, account, itself);
        return coverMore(market, account, buys, limitTicks, lots, itself);
    }

    /** The same of an order that stands here now and is to stand otherwise. */
    public Reason coverAnew(Instrument market, int account, boolean buys, long limitTicks, long lots, int slot) {
        begin(market, account, OpenOrders.NONE);
        return coverMore(market, account, buys, limitTicks, lots, slot);
    }

    private Reason coverMore(Instrument market, int account, boolean buys, long limitTicks, long lots, int inPlaceOf) {
        long before = requirement.totalMinor();
        long valueBefore = requirement.valueMinor(buys);
        begin(market, account, inPlaceOf);
        requirement.add(buys, limitTicks, lots);
        if (requirement.isBeyond(true) || requirement.isBeyond(false)) return Reason.VALUE_OVERFLOW;
        long after = requirement.totalMinor();
        if (after <= before) return Reason.NONE;
        long valueAfter = requirement.valueMinor(buys);
        boolean isTooMuch = valueAfter > valueBefore && !tiersOf(market).reachUpTo(valueAfter);
        if (isTooMuch) return Reason.POSITION_ABOVE_TIERS;
        return isCovered(account, market, ofAccount(market, account)) ? Reason.NONE : Reason.INSUFFICIENT_MARGIN;
    }

    /** Whether an account may lever a contract so far. */
    Reason lever(Instrument market, int account, int leverage) {
        begin(market, account, OpenOrders.NONE);
        if (!tiersOf(market).allow(leverage, requirement.positionMinor())) return Reason.LEVERAGE_ABOVE_TIER;
        if (market.valuationTicks() == Instrument.NONE) return Reason.NONE;
        long before = ofAccount(market, account);
        long ownBefore = requirement.positionMargin();
        requirement.levered(leverage);
        long after = ofAccount(market, account);
        long own = requirement.positionMargin();
        boolean isIsolated = positions.isIsolated(market.number(), account);
        boolean isShort = isIsolated && own > ownBefore && equityMinor(account, positions.purse(market, account)) < own;
        if (isShort) return Reason.INSUFFICIENT_MARGIN;
        return after <= before || isCovered(account, market, after) ? Reason.NONE : Reason.INSUFFICIENT_MARGIN;
    }

    /** What a purse has and what is unrealised of its positions. */
    public long equityMinor(int account, int purse) {
        sum.clear();
        addEquity(account, purse);
        return sum.bounded();
    }

    /** The same of all that an account has in an asset: its margin, and those of isolated positions. */
    public long wholeEquityMinor(int account, int asset) {
        sum.clear();
        addEquity(account, asset | Balances.MARGIN);
        for (int number = 1; number <= instruments.count(); number++) {
            if (isIsolatedIn(instruments.get(number), account, asset))
                addEquity(account, Balances.isolatedPurse(number));
        }
        return sum.bounded();
    }

    /** What was ever moved into a margin, less what was moved out of it; no further than the greatest number either way. */
    public long broughtMinor(int account, int asset) {
        int cell = balances.find(account, asset | Balances.MARGIN);
        return cell == Balances.NONE || cell >= broughtMinor.length ? 0 : broughtMinor[cell];
    }

    void brought(int cell, long amountMinor) {
        if (cell >= broughtMinor.length)
            broughtMinor = Arrays.copyOf(broughtMinor, Math.max(cell + 1, broughtMinor.length << 1));
        sum.clear();
        sum.add(broughtMinor[cell]);
        sum.add(amountMinor);
        broughtMinor[cell] = sum.bounded();
    }

    /** Of the account's margin in an asset. */
    public long requiredMinor(int account, int asset) {
        sum.clear();
        for (int number = 1; number <= instruments.count(); number++) {
            Instrument market = instruments.get(number);
            if (isSettledIn(market, asset)) sum.add(requiredMinor(market, account));
        }
        return sum.bounded();
    }

    /** The same with what isolated positions require of their own margins. */
    public long wholeRequiredMinor(int account, int asset) {
        sum.clear();
        for (int number = 1; number <= instruments.count(); number++) {
            Instrument market = instruments.get(number);
            if (!isSettledIn(market, asset)) continue;
            sum.add(requiredMinor(market, account));
            if (positions.isIsolated(number, account)) sum.add(positionMargin(market, account));
        }
        return sum.bounded();
    }

    /** What the positions of a purse need to be kept. */
    public long maintenanceMinor(int account, int purse) {
        sum.clear();
        for (int number = first(purse); number <= last(purse); number++) {
            Instrument market = instruments.get(number);
            long lots = isOf(market, account, purse) ? positions.lots(number, account) : 0;
            if (lots != 0) sum.add(maintenanceMinor(market, Math.abs(lots)));
        }
        return sum.bounded();
    }

    /** The same of all that an account has in contracts settled in an asset. */
    public long wholeMaintenanceMinor(int account, int asset) {
        sum.clear();
        for (int number = 1; number <= instruments.count(); number++) {
            Instrument market = instruments.get(number);
            long lots = isSettledIn(market, asset) ? positions.lots(number, account) : 0;
            if (lots != 0) sum.add(maintenanceMinor(market, Math.abs(lots)));
        }
        return sum.bounded();
    }

    /** What so many lots of a contract would need to be kept. */
    public long maintenanceMinor(Instrument market, long lots) {
        return tiersOf(market).maintenanceMinor(MarkedValue.of(market, lots));
    }

    /** What could be moved out of the account's margin in an asset now: nothing unrealised, and nothing that is required. */
    public long freeMinor(int account, int asset) {
        sum.clear();
        addEquity(account, asset | Balances.MARGIN);
        for (int number = 1; number <= instruments.count(); number++) {
            Instrument market = instruments.get(number);
            if (isSettledIn(market, asset)) sum.subtract(requiredMinor(market, account));
        }
        long available = sum.bounded();
        sum.clear();
        addMoneyLeft(account, asset, null);
        return Math.max(0, Math.min(available, sum.bounded()));
    }

    /** What orders do not stand in the way of: of that, what is beyond the initial margin of all positions of the purse. */
    long beyondPositionsMinor(int account, int asset) {
        sum.clear();
        addEquity(account, asset | Balances.MARGIN);
        for (int number = 1; number <= instruments.count(); number++) {
            Instrument market = instruments.get(number);
            boolean isMeant = isOf(market, account, asset | Balances.MARGIN) && positions.lots(number, account) != 0;
            if (isMeant) sum.subtract(positionMargin(market, account));
        }
        int cell = balances.find(account, asset | Balances.MARGIN);
        return Math.max(0, Math.min(sum.bounded(), balances.total(cell)));
    }

    /** Of an isolated position's margin, what is beyond its initial margin; what it has lost is gone, what it has won is not there yet. */
    public long unneededMinor(Instrument market, int account) {
        int purse = Balances.isolatedPurse(market.number());
        long equity = equityMinor(account, purse);
        long has = Math.min(equity, balances.total(balances.find(account, purse)));
        return has <= 0 ? 0 : Math.max(0, has - positionMargin(market, account));
    }

    /** What a position requires by itself, valued at mark. */
    long positionMargin(Instrument market, int account) {
        long value = MarkedValue.of(market, Math.abs(positions.lots(market.number(), account)));
        return initialMinor(market, account, value);
    }

    /** What a position of such a value requires of an account, by its tiers and its leverage. */
    long initialMinor(Instrument market, int account, long valueMinor) {
        long counted = Math.min(valueMinor, MarginTiers.MOST_MINOR);
        return tiersOf(market).initialMinor(counted, positions.leverage(market.number(), account));
    }

    MarginTiers tiersOf(Instrument market) {
        MarginTiers own = market.number() < tiers.length ? tiers[market.number()] : null;
        return own == null ? MarginTiers.FIRST : own;
    }

    void tiersOf(Instrument market, MarginTiers own) {
        if (market.number() >= tiers.length) tiers = Arrays.copyOf(tiers, market.number() << 1);
        tiers[market.number()] = own;
    }

    /** Everything that can change a later decision and stands nowhere else. */
    public void visit(LongConsumer state) {
        for (int number = 1; number < tiers.length; number++) {
            if (tiers[number] == null) continue;
            state.accept(number);
            tiers[number].visit(state);
        }
        for (int cell = 0; cell < broughtMinor.length; cell++) {
            if (broughtMinor[cell] == 0) continue;
            state.accept((long) balances.account(cell) << 32 | balances.asset(cell));
            state.accept(broughtMinor[cell]);
        }
    }

    /** An isolated position gets money, and money that is there: orders for it are not covered by what is unrealised. */
    private boolean isCovered(int account, Instrument market, long requiredMinor) {
        int asset = market.quoteAsset();
        sum.clear();
        addEquity(account, market.quotePurse());
        sum.subtract(requiredMinor);
        for (int number = 1; number <= instruments.count(); number++) {
            Instrument other = instruments.get(number);
            if (other != market && isSettledIn(other, asset)) sum.subtract(requiredMinor(other, account));
        }
        if (!sum.isAtLeast(0)) return false;
        if (!positions.isIsolated(market.number(), account)) return true;
        sum.clear();
        addMoneyLeft(account, asset, market);
        sum.subtract(requiredMinor);
        return sum.isAtLeast(0);
    }

    /** The account's margin without what orders for isolated positions require of it, but for those of one contract. */
    private void addMoneyLeft(int account, int asset, Instrument without) {
        int cell = balances.find(account, asset | Balances.MARGIN);
        if (cell != Balances.NONE) sum.add(balances.total(cell));
        for (int number = 1; number <= instruments.count(); number++) {
            Instrument market = instruments.get(number);
            boolean isMeant = market != without && isIsolatedIn(market, account, asset);
            if (isMeant) sum.subtract(requiredMinor(market, account));
        }
    }

    private void addEquity(int account, int purse) {
        int cell = balances.find(account, purse);
        if (cell != Balances.NONE) sum.add(balances.total(cell));
        for (int number = first(purse); number <= last(purse); number++) {
            Instrument market = instruments.get(number);
            long lots = isOf(market, account, purse) ? positions.lots(number, account) : 0;
            if (lots == 0) continue;
            long gained = MarkedValue.of(market, Math.abs(lots)) - positions.costMinor(number, account);
            sum.add(lots > 0 ? gained : -gained);
        }
    }

    /** Of an account's margin. */
    private long requiredMinor(Instrument market, int account) {
        if (market.valuationTicks() == Instrument.NONE) return 0;
        begin(market, account, OpenOrders.NONE);
        return ofAccount(market, account);
    }

    /** Of what was begun: an isolated position has what it requires itself. */
    private long ofAccount(Instrument market, int account) {
        long total = requirement.totalMinor();
        return positions.isIsolated(market.number(), account) ? total - requirement.positionMargin() : total;
    }

    private void begin(Instrument market, int account, int without) {
        requirement.begin(market, tiersOf(market), account, without);
    }

    private static int first(int purse) {
        return Balances.isIsolated(purse) ? Balances.instrument(purse) : 1;
    }

    private int last(int purse) {
        return Balances.isIsolated(purse) ? Balances.instrument(purse) : instruments.count();
    }

    /** Whether the purse answers for the account's position there. */
    private boolean isOf(Instrument market, int account, int purse) {
        return market.isContract() && positions.purse(market, account) == purse;
    }

    private boolean isIsolatedIn(Instrument market, int account, int asset) {
        return isSettledIn(market, asset) && positions.isIsolated(market.number(), account);
    }

    private static boolean isSettledIn(Instrument market, int asset) {
        return market.isContract() && market.quoteAsset() == asset;
    }
}
