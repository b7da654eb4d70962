package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static io.rialto.feeds.History.BTC_USD;
import static io.rialto.feeds.History.USD;

import io.rialto.feeds.NaiveMarket.Deal;
import io.rialto.feeds.Told.Money;
import io.rialto.feeds.Told.Order;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.FundsDepositedEncoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Side;
import java.math.BigDecimal;

/** Trades, busts and corrections in BTC-USD as frames for the feeds, and in a flat list beside them. */
final class TradedHistory {
    private static final long RICHES = 1L << 60;

    final History history;
    final NaiveMarket naive = new NaiveMarket();
    BigDecimal tick = new BigDecimal("0.01");
    BigDecimal lot = new BigDecimal("0.005");

    TradedHistory(MarketKept kept) {
        history = new History(FeedsOptions.defaults(), kept).lists();
        for (int account : new int[] {ALICE, BOB}) {
            history.tick(told -> told.funds(FundsDepositedEncoder.TEMPLATE_ID, account, account, USD, RICHES));
        }
    }

    /** Answers its number. */
    long trade(Side takerSide, long ticks, long lots) {
        boolean isBuy = takerSide == Side.BUY;
        Order maker = history.order(ALICE, isBuy ? Side.SELL : Side.BUY, lots, ticks);
        history.places(
                maker,
                "",
                0,
                told -> told.accepted(maker, isBuy ? 0 : ticks * lots).rested(maker));
        Order taker = history.order(BOB, takerSide, lots, ticks);
        long number = history.nextTrade();
        Money money = new Money(ticks * lots, 0, 0, 0, 0, 0, FeePolicy.RECEIVED);
        long sequence = history.places(
                taker,
                "",
                0,
                told -> told.accepted(taker, isBuy ? ticks * lots : 0).traded(number, maker, taker, lots, 0, 0, money));
        naive.deals.add(
                new Deal(number, price(ticks), quantity(lots), ticks * lots, isBuy, history.timeNanos(), sequence));
        return number;
    }

    /** Answers the frame. */
    long bust(long number) {
        Deal deal = naive.deals.stream()
                .filter(each -> each.number == number)
                .findFirst()
                .orElseThrow();
        long sequence = history.tick(told -> told.busted(number, ticks(deal), lots(deal), buyer(deal), seller(deal)));
        naive.takeOut(number);
        return sequence;
    }

    /** Answers its number. */
    long correct(long number, long ticks, long lots) {
        Deal deal = naive.deals.stream()
                .filter(each -> each.number == number)
                .findFirst()
                .orElseThrow();
        long correction = history.nextTrade();
        history.tick(told -> told.busted(number, ticks(deal), lots(deal), buyer(deal), seller(deal))
                .corrected(correction, number, ticks, lots, ticks * lots, buyer(deal), seller(deal)));
        naive.putBack(number, correction, price(ticks), quantity(lots), ticks * lots);
        return correction;
    }

    void tick(long mantissa, int scale) {
        history.tick(told -> told.stepChanged(InstrumentParameter.TICK, mantissa * 100 + scale));
        tick = BigDecimal.valueOf(mantissa, scale);
    }

    void lot(long mantissa, int scale) {
        history.tick(told -> told.stepChanged(InstrumentParameter.LOT, mantissa * 100 + scale));
        lot = BigDecimal.valueOf(mantissa, scale);
    }

    void tickerAgrees(String where) {
        naive.tickerAgrees(history.feeds, BTC_USD, history.timeNanos(), where);
    }

    BigDecimal price(long ticks) {
        return tick.multiply(BigDecimal.valueOf(ticks));
    }

    private BigDecimal quantity(long lots) {
        return lot.multiply(BigDecimal.valueOf(lots));
    }

    private static int buyer(Deal deal) {
        return deal.isBuy ? BOB : ALICE;
    }

    private static int seller(Deal deal) {
        return deal.isBuy ? ALICE : BOB;
    }

    private long ticks(Deal deal) {
        return deal.price.divideToIntegralValue(tick).longValueExact();
    }

    private long lots(Deal deal) {
        return deal.quantity.divideToIntegralValue(lot).longValueExact();
    }
}
