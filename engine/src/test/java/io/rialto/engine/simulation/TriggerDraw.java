package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.SpecialTerms;

/** Draws orders that wait for a price, and what makes or moves such prices. */
final class TriggerDraw {
    private static final int STOP = 4;
    private static final int TAKE_PROFIT = 6;

    static final int TRAILING_STOP = 8;

    private TriggerDraw() {}

    /** Of a limit order: sometimes with one field gone wrong. */
    static Command order(
            Dice dice, Market market, Command.NewOrder limit, int trailingPercent, int specialPercent, long nowNanos) {
        boolean trails = dice.chance(trailingPercent);
        return order(
                dice, trails ? trailing(dice, market, limit) : fixed(dice, market, limit), specialPercent, nowNanos);
    }

    /** The same, sometimes with terms that count once it is elected, and a time in force that counts before. */
    static Command order(Dice dice, Command.NewSpecialOrder drawn, int specialPercent, long nowNanos) {
        if (!dice.chance(specialPercent)) return drawn;
        Command.NewOrder timed = TimeDraw.order(dice, drawn.order());
        SpecialTerms terms = dice.chance(60) ? drawn.terms() : with(drawn.terms(), DisplayDraw.terms(dice, timed));
        return new Command.NewSpecialOrder(timed, TimeDraw.terms(dice, timed, terms, nowNanos));
    }

    private static SpecialTerms with(SpecialTerms t, SpecialTerms size) {
        return new SpecialTerms(
                t.triggerTicks(),
                t.activationTicks(),
                t.trailingTicks(),
                size.displayLots(),
                size.displayRangeLots(),
                size.minQuantityLots(),
                t.pegOffsetTicks(),
                t.expireTimeNanos(),
                t.trailingBps(),
                t.triggerSource(),
                t.pegReference(),
                size.hidden(),
                size.allOrNone(),
                t.reduceOnly(),
                t.exempt());
    }

    private static Command.NewSpecialOrder fixed(Dice dice, Market market, Command.NewOrder limit) {
        int type = (int) dice.oneOf(STOP, STOP, STOP + 1, STOP + 1, TAKE_PROFIT, TAKE_PROFIT + 1);
        boolean isMarket = type == STOP || type == TAKE_PROFIT;
        int wrong = dice.chance(90) ? -1 : dice.below(9);
        Command.NewOrder order = new Command.NewOrder(
                limit.account(),
                limit.instrument(),
                isMarket && wrong != 0 ? 0 : limit.priceTicks(),
                limit.quantityLots(),
                wrong == 1 ? dice.oneOf(-1, 1, 100) : 0,
                limit.side(),
                wrong == 2 ? (int) dice.oneOf(1, 2) : type,
                limit.timeInForce(),
                wrong == 3 ? 1 + dice.below(2) : 0,
                limit.selfTradePrevention(),
                limit.clientOrderId());
        SpecialTerms plain = SpecialTerms.PLAIN;
        SpecialTerms terms = new SpecialTerms(
                wrong == 4 ? dice.oneOf(Command.NULL, 0, -1) : market.price(dice),
                wrong == 5 ? market.price(dice) : plain.activationTicks(),
                wrong == 6 ? dice.oneOf(-1, 1, 5) : 0,
                0,
                0,
                0,
                0,
                0,
                0,
                wrong == 7 ? (int) dice.oneOf(4, 255) : dice.weighted(5, 5, 3, 3),
                wrong == 8 ? 1 : 0,
                0,
                0,
                0,
                dice.below(2));
        return new Command.NewSpecialOrder(order, terms);
    }

    private static Command.NewSpecialOrder trailing(Dice dice, Market market, Command.NewOrder limit) {
        boolean isMarket = dice.chance(50);
        int wrong = dice.chance(90) ? -1 : dice.below(8);
        Command.NewOrder order = new Command.NewOrder(
                limit.account(),
                limit.instrument(),
                isMarket && wrong != 0 ? 0 : limit.priceTicks(),
                limit.quantityLots(),
                wrong == 1 ? 100 : 0,
                limit.side(),
                TRAILING_STOP + (isMarket ? 0 : 1),
                limit.timeInForce(),
                wrong == 2 ? 1 : 0,
                limit.selfTradePrevention(),
                limit.clientOrderId());
        boolean isInBps = dice.chance(50);
        long ticks = isInBps
                ? 0
                : dice.oneOf(
                        1,
                        2,
                        dice.between(1, 2 + market.spreadTicks()),
                        2L * market.spreadTicks(),
                        3L * market.spreadTicks());
        long bps = isInBps ? dice.oneOf(1, 10, 100, 500, 2_000, 5_000, 9_999, 9_999, dice.between(1, 9_999)) : 0;
        SpecialTerms terms = new SpecialTerms(
                wrong == 3 ? market.price(dice) : Command.NULL,
                dice.chance(60) ? Command.NULL : wrong == 4 ? dice.oneOf(0, -1) : market.price(dice),
                wrong == 5 ? dice.oneOf(-1, 0, 1, Long.MAX_VALUE) : ticks,
                0,
                0,
                0,
                0,
                0,
                (int) (wrong == 6 ? dice.oneOf(-1, 0, 1, 10_000) : bps),
                wrong == 7 ? (int) dice.oneOf(4, 255) : dice.weighted(8, 8, 2, 3),
                0,
                0,
                0,
                0,
                dice.below(2));
        return new Command.NewSpecialOrder(order, terms);
    }

    /** Terms of a trailing stop that can stand together. */
    static SpecialTerms trail(Dice dice, Market market, int source) {
        boolean isInBps = dice.chance(50);
        long from = dice.chance(60) ? Command.NULL : Math.max(1, market.price(dice));
        long ticks = isInBps ? 0 : dice.between(1, 2 + market.spreadTicks());
        int bps = isInBps ? (int) dice.oneOf(1, 100, 2_000, 9_999) : 0;
        return new SpecialTerms(Command.NULL, from, ticks, 0, 0, 0, 0, 0, bps, source, 0, 0, 0, 0, 0);
    }

    /** A cascade of few elections, or over a few ticks, is enough. */
    static Command bound(Dice dice, int instrument) {
        return new Command.ChangeInstrument(instrument, dice.chance(60) ? 60 : 61, dice.between(1, 2));
    }

    static Command markPrice(Dice dice, int instrument, Market market) {
        return new Command.SetMarkPrice(dice.chance(98) ? instrument : (int) dice.oneOf(0, 77), market.price(dice));
    }

    static Command amend(Dice dice, int account, long order, Market market) {
        boolean isMoved = dice.chance(80);
        long trigger = isMoved ? market.price(dice) : Command.NULL;
        long price = dice.chance(70) ? Command.NULL : market.price(dice);
        long lots = dice.chance(70) ? Command.NULL : market.lots(dice);
        return new Command.AmendTrigger(account, order, trigger, price, lots);
    }
}
