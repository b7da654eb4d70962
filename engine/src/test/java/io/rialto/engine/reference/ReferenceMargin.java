package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceContract.up;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigInteger.ZERO;
import static java.math.BigInteger.valueOf;

import io.rialto.engine.reference.MarginCommand.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What positions and open orders in contracts require, and who has that. Accounts, assets, instruments are known here. */
final class ReferenceMargin {
    private static final int MOST_TIERS = 16;
    private static final BigInteger MOST_VALUE = valueOf(1L << 62);
    private static final BigInteger WHOLE = valueOf(10_000_000);

    /** An order as it stands, or would stand. */
    private record Standing(boolean isBuy, long ticks, BigInteger lots) {}

    /** What one side comes to, and whether that is as much as it counts for, or more. */
    private record Side(BigInteger value, BigInteger required, boolean isTooMuch) {}

    private record Sides(Side buys, Side sells) {
        Side of(boolean isBuy) {
            return isBuy ? buys : sells;
        }
    }

    private final ReferenceMatching matching;
    final ReferenceIsolated isolated;

    ReferenceMargin(ReferenceMatching matching) {
        this.matching = matching;
        isolated = new ReferenceIsolated(matching);
    }

    void move(MoveMargin asked) {
        refuseIf(asked.amountMinor() == 0, INVALID_AMOUNT);
        ReferenceLedger ledger = matching.ledger;
        BigDecimal amount = BigDecimal.valueOf(asked.amountMinor());
        BigDecimal free =
                ledger.total(asked.account(), asked.asset()).subtract(ledger.held(asked.account(), asked.asset()));
        refuseIf(amount.compareTo(free) > 0, INSUFFICIENT_FUNDS);
        if (amount.signum() < 0) {
            BigDecimal most = new BigDecimal(free(asked.account(), asked.asset()));
            refuseIf(amount.negate().compareTo(most) > 0, INSUFFICIENT_MARGIN);
        }
        ledger.toMargin(asked.account(), asked.asset(), amount);
        matching.control.risk.holdings.brought(asked.account(), asked.asset(), asked.amountMinor());
        matching.events.add("MarginMoved", amount, asked.account(), asked.asset());
    }

    void set(ReferenceInstrument market, SetMarginTiers asked) {
        refuseIf(!market.isContract(), NOT_A_CONTRACT);
        List<ReferenceContract.Tier> tiers = new ArrayList<>();
        for (int i = 0; i < asked.tiers().size(); i++) {
            boolean isTier = asked.tiers().get(i) instanceof MarginTier;
            refuseIf(!isTier, i, PART_NOT_POSSIBLE);
            refuseIf(i >= MOST_TIERS, WRONG_NUMBER_OF_PARTS);
            MarginTier tier = (MarginTier) asked.tiers().get(i);
            var rates = List.of(valueOf(tier.initialRate()), valueOf(tier.maintenanceRate()));
            tiers.add(new ReferenceContract.Tier(valueOf(tier.upToMinor()), rates.get(0), rates.get(1)));
        }
        refuseIf(tiers.isEmpty(), WRONG_NUMBER_OF_PARTS);
        var before = new ReferenceContract.Tier(ZERO, BigInteger.ONE, BigInteger.ONE);
        for (ReferenceContract.Tier tier : tiers) {
            boolean rises = tier.upTo().compareTo(before.upTo()) > 0;
            boolean falls = tier.initialRate().compareTo(before.initialRate()) < 0
                    || tier.maintenanceRate().compareTo(before.maintenanceRate()) < 0;
            boolean agree = tier.maintenanceRate().compareTo(tier.initialRate()) <= 0
                    && tier.initialRate().compareTo(WHOLE) <= 0;
            refuseIf(!rises || falls || !agree, INVALID_MARGIN_TIERS);
            before = tier;
        }
        market.contract.tiers = tiers;
        matching.events.add("MarginTiersSet", market.number, tiers.size());
    }

    void lever(ReferenceInstrument market, SetLeverage asked) {
        refuseIf(!market.isContract(), NOT_A_CONTRACT);
        refuseIf(asked.leverage() < 0, INVALID_LEVERAGE);
        int account = asked.account();
        ReferenceContract contract = market.contract;
        BigInteger held =
                market.counted(market.contractMark(), position(market, account).abs());
        BigInteger least = contract.tier(held).initialRate().multiply(valueOf(asked.leverage()));
        refuseIf(least.compareTo(WHOLE) > 0, LEVERAGE_ABOVE_TIER);
        int old = contract.leverage(account);
        int asset = market.terms.quoteAsset();
        BigInteger before = required(market, account);
        BigInteger ownBefore = isolated.initial(market, account);
        contract.lever(account, asked.leverage());
        boolean isMore = required(market, account).compareTo(before) > 0;
        boolean isLacking = isMore && available(account, asset).signum() < 0;
        if (isolated.is(market, account)) {
            BigInteger own = isolated.initial(market, account);
            BigInteger equity = isolated.equity(isolated.purse(market, account));
            isLacking |= isMore && moneyLeft(account, asset).signum() < 0;
            isLacking |= own.compareTo(ownBefore) > 0 && equity.compareTo(own) < 0;
        }
        if (isLacking) {
            contract.lever(account, old);
            throw new Refusal(INSUFFICIENT_MARGIN, 0);
        }
        matching.events.add("LeverageSet", account, market.number, old, asked.leverage());
    }

    /** Of an order that is open or comes in: whether it may stand so, in place of itself. Other markets' orders always may. */
    void ask(ReferenceOrder order, long ticks, long lots) {
        ReferenceInstrument market = order.instrument;
        if (!market.isContract()) return;
        ask(market, order.account, order, new Standing(order.isBuy, priceOf(order, ticks), valueOf(lots)));
    }

    /** Of a position that comes by itself, as of an order that trades at once. */
    void askFor(ReferenceInstrument market, int account, boolean isBuy, long ticks, long lots) {
        ask(market, account, null, new Standing(isBuy, ticks, valueOf(lots)));
    }

    private void ask(ReferenceInstrument market, int account, ReferenceOrder instead, Standing added) {
        Sides before = sides(market, account, standing(market, account, null));
        List<Standing> orders = standing(market, account, instead);
        orders.add(added);
        Sides after = sides(market, account, orders);
        boolean isTooLarge = false;
        for (boolean isBuy : List.of(true, false)) {
            Side side = after.of(isBuy);
            refuseIf(side.isTooMuch, VALUE_OVERFLOW);
            BigInteger value = side.value;
            boolean isLarger = value.compareTo(before.of(isBuy).value) > 0;
            isTooLarge |= isLarger && value.compareTo(market.contract.last().upTo()) > 0;
        }
        BigInteger more = required(market, account, after).subtract(required(market, account, before));
        if (more.signum() <= 0) return;
        refuseIf(isTooLarge, POSITION_ABOVE_TIERS);
        int asset = market.terms.quoteAsset();
        boolean isEnough = available(account, asset).compareTo(more) >= 0;
        if (isolated.is(market, account)) isEnough &= moneyLeft(account, asset).compareTo(more) >= 0;
        refuseIf(!isEnough, INSUFFICIENT_MARGIN);
    }

    /** Of the account's margin and the positions that it answers for. */
    BigInteger equity(int account, int asset) {
        return isolated.equity(new ReferencePurse(account, asset, 0));
    }

    /** Of all that the account has in the asset. */
    BigInteger wholeEquity(int account, int asset) {
        return isolated.purses(account, asset).stream().map(isolated::equity).reduce(ZERO, BigInteger::add);
    }

    /** The same of what is required, and of isolated positions. */
    BigInteger wholeRequired(int account, int asset) {
        BigInteger required = required(account, asset);
        for (ReferenceInstrument market : settledIn(asset))
            if (isolated.is(market, account)) required = required.add(isolated.initial(market, account));
        return required;
    }

    /** What can be moved out of the account's margin: neither unrealised nor required. */
    BigInteger free(int account, int asset) {
        return available(account, asset).min(moneyLeft(account, asset)).max(ZERO);
    }

    /** What orders for isolated positions leave of the margin: they are not covered by what is unrealised. */
    private BigInteger moneyLeft(int account, int asset) {
        BigInteger left = matching.ledger.margin(account, asset).toBigIntegerExact();
        for (ReferenceInstrument market : settledIn(asset))
            if (isolated.is(market, account)) left = left.subtract(required(market, account));
        return left;
    }

    BigInteger required(int account, int asset) {
        BigInteger required = ZERO;
        for (ReferenceInstrument market : settledIn(asset)) required = required.add(required(market, account));
        return required;
    }

    private BigInteger available(int account, int asset) {
        return equity(account, asset).subtract(required(account, asset));
    }

    private List<ReferenceInstrument> settledIn(int asset) {
        List<ReferenceInstrument> settled = new ArrayList<>();
        for (ReferenceInstrument market : matching.control.instruments) {
            if (market.isContract() && market.terms.quoteAsset() == asset) settled.add(market);
        }
        return settled;
    }

    private BigInteger position(ReferenceInstrument market, int account) {
        return matching.positions.in(market).getOrDefault(account, ZERO);
    }

    private BigInteger required(ReferenceInstrument market, int account) {
        List<Standing> orders = standing(market, account, null);
        if (orders.isEmpty() && position(market, account).signum() == 0) return ZERO;
        return required(market, account, sides(market, account, orders));
    }

    private BigInteger required(ReferenceInstrument market, int account, Sides sides) {
        BigInteger held =
                market.counted(market.contractMark(), position(market, account).abs());
        BigInteger buys = sides.buys.required;
        BigInteger sells = sides.sells.required;
        BigInteger own = market.contract.initialMargin(account, held);
        // An isolated position has its own; the account is asked for what orders require beyond that.
        return isolated.is(market, account)
                ? buys.max(sells).subtract(own).max(ZERO)
                : buys.max(sells).max(own);
    }

    /** Who could trade: in the book, or waiting for an auction. */
    private List<Standing> standing(ReferenceInstrument market, int account, ReferenceOrder but) {
        List<Standing> standing = new ArrayList<>();
        for (ReferenceOrder order : matching.open()) {
            boolean isMeant = order.instrument == market && order.account == account && order != but;
            if (!isMeant || !order.isResting && !order.waitsForAuction) continue;
            standing.add(new Standing(order.isBuy, priceOf(order, order.priceTicks), valueOf(order.openLots)));
        }
        return standing;
    }

    /** A capped peg's cap; the mark for whoever has no price. */
    private static long priceOf(ReferenceOrder order, long ticks) {
        boolean isCapped = order.isPegged() && order.asked.priceTicks() != 0;
        long price = isCapped ? order.asked.priceTicks() : ticks;
        return price == 0 ? order.instrument.contractMark() : price;
    }

    private Sides sides(ReferenceInstrument market, int account, List<Standing> orders) {
        return new Sides(side(market, account, orders, true), side(market, account, orders, false));
    }

    private Side side(ReferenceInstrument market, int account, List<Standing> orders, boolean isBuy) {
        long mark = market.contractMark();
        // What is held on this side, and on the other, which orders of this one first bring to zero.
        BigInteger position =
                isBuy ? position(market, account) : position(market, account).negate();
        BigInteger own = position.max(ZERO);
        BigInteger other = position.negate().max(ZERO);
        BigDecimal rate = market.makerRate.max(market.takerRate).max(BigDecimal.ZERO);
        BigInteger perLot = market.perLot().toBigIntegerExact();
        BigInteger lots = ZERO, value = ZERO, losses = ZERO;
        boolean isTooMuch = false;
        for (Standing order : orders) {
            if (order.isBuy != isBuy) continue;
            BigInteger atLimit = market.value(order.ticks, order.lots);
            BigInteger atMark = market.value(mark, order.lots);
            BigInteger exact = isBuy ? atLimit : atLimit.max(atMark);
            BigInteger more = counted(atLimit).subtract(counted(atMark));
            BigInteger loss = isBuy ? more : more.negate();
            BigDecimal fee = ReferenceInstrument.up(new BigDecimal(counted(exact)).multiply(rate));
            BigInteger fees = fee.toBigIntegerExact().add(perLot.multiply(order.lots));
            BigInteger lost = counted(loss.max(ZERO).add(fees));
            lots = lots.add(order.lots);
            isTooMuch |= isAbove(exact) || isAbove(value.add(exact));
            value = counted(value.add(counted(exact)));
            losses = counted(losses.add(lost));
        }
        BigInteger increasing = lots.subtract(other).max(ZERO);
        if (increasing.signum() == 0) {
            BigInteger left = own.signum() > 0 ? own : other.subtract(lots);
            BigInteger leftValue = market.counted(mark, left);
            BigInteger margin = market.contract.initialMargin(account, leftValue);
            return new Side(leftValue, margin, isAbove(market.value(mark, left)));
        }
        BigInteger sum = market.counted(mark, own).add(up(value.multiply(increasing), lots));
        BigInteger margin = market.contract.initialMargin(account, counted(sum));
        BigInteger required = margin.add(up(losses.multiply(increasing), lots));
        return new Side(counted(sum), required, isTooMuch || isAbove(sum));
    }

    private static boolean isAbove(BigInteger value) {
        return value.compareTo(MOST_VALUE) > 0;
    }

    /** Whatever is above 2^62 counts as that. */
    static BigInteger counted(BigInteger value) {
        return value.min(MOST_VALUE);
    }
}
