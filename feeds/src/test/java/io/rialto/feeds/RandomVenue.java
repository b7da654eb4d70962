package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BTC;
import static io.rialto.feeds.History.USD;

import io.rialto.feeds.Told.Money;
import io.rialto.feeds.Told.Order;
import io.rialto.feeds.orders.OrderStatus;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.FundsDepositedDecoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.WithdrawalBegunDecoder;
import io.rialto.protocol.WithdrawalCancelledDecoder;
import io.rialto.protocol.WithdrawalCompletedDecoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A slow and obvious venue in flat lists that acts at random and tells everything it does. Its own state, not the events,
 * is what feeds are compared with: holds are summed over open orders, books are grouped from them.
 */
final class RandomVenue {
    static final int ACCOUNTS = 3;
    private static final long FEE_ROOM = 3;
    private static final SelfTradePrevention[] MODES = {
        SelfTradePrevention.NONE,
        SelfTradePrevention.CANCEL_NEWEST,
        SelfTradePrevention.CANCEL_OLDEST,
        SelfTradePrevention.CANCEL_BOTH,
        SelfTradePrevention.DECREMENT
    };

    /** An order's life. */
    static final class Life {
        Order terms;
        long openLots;
        long executedLots;
        long preventedLots;
        long notionalMinor;
        int version = 1;
        OrderStatus status = OrderStatus.NEW;
        Reason reason = Reason.NONE;
        String clientOrderId = "";
        long changed;
    }

    /** A trade, as both its orders remember it. */
    record Deal(long number, Life maker, Life taker, long priceTicks, long lots, Money money, long sequence) {}

    /** A withdrawal that has begun. */
    record Leaving(long transfer, int account, int asset, long amountMinor) {}

    final List<Life> resting = new ArrayList<>();
    final List<Life> all = new ArrayList<>();
    final List<Deal> deals = new ArrayList<>();
    final List<Leaving> leaving = new ArrayList<>();
    final long[][] totals = new long[ALICE + ACCOUNTS][USD + 1];
    private final History history;
    private final Random random;
    private final FeePolicy policy;
    private long transfers;

    RandomVenue(History history, long seed) {
        this.history = history;
        random = new Random(seed);
        policy = seed % 2 == 0 ? FeePolicy.RECEIVED : FeePolicy.QUOTE;
        for (int account = ALICE; account < ALICE + ACCOUNTS; account++) {
            deposit(account, BTC, 2_000);
            deposit(account, USD, 200_000);
        }
    }

    void step() {
        int dice = random.nextInt(100);
        if (dice < 60 || resting.isEmpty()) place();
        else if (dice < 72) cancelSome(1);
        else if (dice < 74) cancelSome(4);
        else if (dice < 90) amend();
        else moveMoney();
    }

    long held(int account, int asset) {
        long held = 0;
        for (Life life : resting) {
            if (life.terms.account() == account && spends(life) == asset) held += hold(life);
        }
        for (Leaving money : leaving) {
            if (money.account() == account && money.asset() == asset) held += money.amountMinor();
        }
        return held;
    }

    private int anyone() {
        return ALICE + random.nextInt(ACCOUNTS);
    }

    private void deposit(int account, int asset, long amountMinor) {
        totals[account][asset] += amountMinor;
        totals[1][asset] -= amountMinor;
        long transfer = ++transfers;
        history.tick(told -> told.funds(FundsDepositedDecoder.TEMPLATE_ID, transfer, account, asset, amountMinor));
    }

    private void moveMoney() {
        if (random.nextBoolean()) {
            deposit(anyone(), random.nextBoolean() ? BTC : USD, 1 + random.nextInt(100));
        } else if (leaving.isEmpty() || random.nextInt(3) == 0) {
            beginWithdrawal(anyone(), random.nextBoolean() ? BTC : USD, 1 + random.nextInt(100));
        } else {
            endWithdrawal(leaving.remove(random.nextInt(leaving.size())), random.nextBoolean());
        }
    }

    private void beginWithdrawal(int account, int asset, long amountMinor) {
        if (totals[account][asset] - held(account, asset) < amountMinor) {
            history.tick(told -> told.rejected(Reason.INSUFFICIENT_FUNDS));
            return;
        }
        Leaving money = new Leaving(++transfers, account, asset, amountMinor);
        leaving.add(money);
        tell(WithdrawalBegunDecoder.TEMPLATE_ID, money);
    }

    private void endWithdrawal(Leaving money, boolean leaves) {
        if (leaves) {
            totals[money.account()][money.asset()] -= money.amountMinor();
            totals[1][money.asset()] += money.amountMinor();
        }
        tell(leaves ? WithdrawalCompletedDecoder.TEMPLATE_ID : WithdrawalCancelledDecoder.TEMPLATE_ID, money);
    }

    private void tell(int templateId, Leaving money) {
        history.tick(
                told -> told.funds(templateId, money.transfer(), money.account(), money.asset(), money.amountMinor()));
    }

    private void place() {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        Life taker = new Life();
        taker.terms = history.order(anyone(), side, 1 + random.nextInt(20), 90 + random.nextInt(20));
        taker.openLots = taker.terms.lots();
        taker.clientOrderId = random.nextInt(3) == 0 ? "" : "c" + random.nextInt(50);
        if (available(taker) < hold(taker) || isTaken(taker)) {
            history.tick(told -> told.rejected(Reason.INSUFFICIENT_FUNDS));
            return;
        }
        boolean isImmediate = random.nextInt(4) == 0;
        SelfTradePrevention mode = MODES[random.nextInt(MODES.length)];
        all.add(taker);
        history.places(taker.terms, taker.clientOrderId, 0, told -> {
            TimeInForce timeInForce = isImmediate ? TimeInForce.IOC : TimeInForce.GTC;
            told.accepted(taker.terms, hold(taker), OrderType.LIMIT, timeInForce);
            arrive(taker, mode, isImmediate, told);
        });
    }

    private boolean isTaken(Life taker) {
        return !taker.clientOrderId.isEmpty()
                && resting.stream()
                        .anyMatch(other -> other.terms.account() == taker.terms.account()
                                && other.clientOrderId.equals(taker.clientOrderId));
    }

    private void arrive(Life taker, SelfTradePrevention mode, boolean isImmediate, Told told) {
        touch(taker);
        while (taker.status.isOpen() && taker.openLots > 0) {
            Life maker = bestAgainst(taker);
            if (maker == null) break;
            boolean isOwn = maker.terms.account() == taker.terms.account();
            if (isOwn && mode != SelfTradePrevention.NONE) prevent(maker, taker, mode, told);
            else trade(maker, taker, told);
        }
        if (!taker.status.isOpen()) return;
        if (taker.openLots == 0) end(taker, OrderStatus.FILLED, Reason.NONE);
        else if (isImmediate) expire(taker, Reason.IMMEDIATE_OR_CANCEL, false, told);
        else rest(taker, told);
    }

    private void rest(Life life, Told told) {
        resting.add(life);
        told.rested(life.terms.of(life.openLots));
    }

    private Life bestAgainst(Life taker) {
        boolean buys = taker.terms.side() == Side.BUY;
        Comparator<Life> byPrice = Comparator.comparingLong(life -> life.terms.priceTicks());
        return resting.stream()
                .filter(life -> life.terms.side() != taker.terms.side())
                .filter(life -> buys
                        ? life.terms.priceTicks() <= taker.terms.priceTicks()
                        : life.terms.priceTicks() >= taker.terms.priceTicks())
                .min(buys ? byPrice : byPrice.reversed())
                .orElse(null);
    }

    private void prevent(Life maker, Life taker, SelfTradePrevention mode, Told told) {
        long lots = Math.min(maker.openLots, taker.openLots);
        boolean isDecrement = mode == SelfTradePrevention.DECREMENT;
        long makerHold = hold(maker);
        long takerHold = hold(taker);
        if (isDecrement) {
            for (Life life : List.of(maker, taker)) {
                life.openLots -= lots;
                life.preventedLots += lots;
                touch(life);
            }
        }
        told.prevented(
                mode,
                maker.terms,
                taker.terms,
                lots,
                maker.openLots,
                taker.openLots,
                makerHold - hold(maker),
                takerHold - hold(taker));
        boolean endsMaker = isDecrement
                ? maker.openLots == 0
                : mode == SelfTradePrevention.CANCEL_OLDEST || mode == SelfTradePrevention.CANCEL_BOTH;
        boolean endsTaker = isDecrement
                ? taker.openLots == 0
                : mode == SelfTradePrevention.CANCEL_NEWEST || mode == SelfTradePrevention.CANCEL_BOTH;
        if (endsMaker) expire(maker, Reason.SELF_TRADE_PREVENTED, true, told);
        if (endsTaker) expire(taker, Reason.SELF_TRADE_PREVENTED, false, told);
    }

    private void trade(Life maker, Life taker, Told told) {
        long lots = Math.min(maker.openLots, taker.openLots);
        long notional = lots * maker.terms.priceTicks();
        boolean takerBuys = taker.terms.side() == Side.BUY;
        Life buyer = takerBuys ? taker : maker;
        Life seller = takerBuys ? maker : taker;
        boolean isFeeInBase = policy == FeePolicy.RECEIVED;
        long buyerFee = Math.min(random.nextInt(5) - 1, isFeeInBase ? lots : FEE_ROOM);
        long sellerFee = random.nextInt(5) - 1;
        long buyerHold = hold(buyer);
        settle(buyer, USD, -notional, BTC, lots, isFeeInBase ? BTC : USD, buyerFee);
        settle(seller, BTC, -lots, USD, notional, USD, sellerFee);
        fill(maker, lots, notional);
        fill(taker, lots, notional);
        long released = buyerHold - hold(buyer) - notional - (isFeeInBase ? 0 : buyerFee);
        Money money = new Money(
                notional,
                lots,
                takerBuys ? sellerFee : buyerFee,
                takerBuys ? buyerFee : sellerFee,
                takerBuys ? 0 : released,
                takerBuys ? released : 0,
                policy);
        Deal deal =
                new Deal(history.nextTrade(), maker, taker, maker.terms.priceTicks(), lots, money, history.sequence());
        deals.add(deal);
        told.traded(deal.number(), maker.terms, taker.terms, lots, maker.openLots, taker.openLots, money);
        if (maker.openLots == 0) end(maker, OrderStatus.FILLED, Reason.NONE);
    }

    private void settle(Life life, int paid, long payment, int got, long received, int feeAsset, long fee) {
        long[] owned = totals[life.terms.account()];
        owned[paid] += payment;
        owned[got] += received;
        owned[feeAsset] -= fee;
        totals[2][feeAsset] += fee;
    }

    private void fill(Life life, long lots, long notional) {
        touch(life);
        life.openLots -= lots;
        life.executedLots += lots;
        life.notionalMinor += notional;
        life.status = OrderStatus.PARTIALLY_FILLED;
    }

    private void cancelSome(int most) {
        history.tick(told -> {
            for (int i = 0; i < most && !resting.isEmpty(); i++) {
                Life life = resting.get(random.nextInt(resting.size()));
                told.cancelled(life.terms, life.openLots, hold(life));
                touch(life);
                end(life, OrderStatus.CANCELLED, Reason.REQUESTED_BY_OWNER);
            }
        });
    }

    private void amend() {
        Life life = resting.get(random.nextInt(resting.size()));
        long used = life.executedLots + life.preventedLots;
        boolean keepsPrice = random.nextBoolean();
        long priceTicks = keepsPrice ? life.terms.priceTicks() : 90 + random.nextInt(20);
        long newOpen = 1 + random.nextInt(20);
        Life wanted = new Life();
        wanted.terms = life.terms.at(priceTicks).of(used + newOpen);
        wanted.openLots = newOpen;
        long holdChange = hold(wanted) - hold(life);
        boolean keepsPlace = priceTicks == life.terms.priceTicks() && newOpen <= life.openLots;
        if (available(life) < holdChange) {
            history.tick(told -> told.rejected(Reason.INSUFFICIENT_FUNDS));
            return;
        }
        history.tick(told -> {
            told.amended(life.terms, life.openLots, wanted.terms, newOpen, ++life.version, keepsPlace, holdChange);
            touch(life);
            life.terms = wanted.terms;
            life.openLots = newOpen;
            if (keepsPlace) return;
            resting.remove(life);
            arrive(life, SelfTradePrevention.CANCEL_NEWEST, false, told);
        });
    }

    private void expire(Life life, Reason reason, boolean wasResting, Told told) {
        told.expired(life.terms, life.openLots, hold(life), reason, wasResting);
        touch(life);
        end(life, OrderStatus.EXPIRED, reason);
    }

    private void end(Life life, OrderStatus status, Reason reason) {
        life.status = status;
        life.reason = reason;
        resting.remove(life);
    }

    private void touch(Life life) {
        life.changed = history.sequence();
    }

    private long available(Life life) {
        int account = life.terms.account();
        return totals[account][spends(life)] - held(account, spends(life));
    }

    private static int spends(Life life) {
        return life.terms.side() == Side.BUY ? USD : BTC;
    }

    private long hold(Life life) {
        if (life.terms.side() == Side.SELL) return life.openLots;
        return life.openLots * (life.terms.priceTicks() + (policy == FeePolicy.QUOTE ? FEE_ROOM : 0));
    }
}
