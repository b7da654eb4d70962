package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import java.util.ArrayList;
import java.util.List;

/** Draws what market makers ask for. */
final class QuoteDraw {
    private QuoteDraw() {}

    static Command command(Dice dice, int account, List<Market> markets) {
        int drawn = dice.below(100);
        if (drawn < 70) return massQuote(dice, account, markets);
        if (drawn < 78) return new Command.ResetQuotes(account);
        if (drawn < 85) return assigned(dice, account, markets);
        return dice.chance(40) ? protection(dice, account, markets) : groupProtection(dice, account, markets);
    }

    /** Sometimes an account that is protected as a group from the beginning. */
    static List<Command> opening(Dice dice, int account, int instruments) {
        List<Command> opening = new ArrayList<>();
        if (dice.chance(75)) return opening;
        for (int number = 1; number <= instruments; number++) {
            int weight = (int) dice.oneOf(10_000, 5_000, 20_000, -10_000);
            if (dice.chance(80)) opening.add(new Command.AssignQuoteGroup(account, number, 1, weight));
        }
        long lots = dice.chance(50) ? 0 : dice.between(1, 40);
        long delta = lots == 0 ? dice.between(1, 20) : 0;
        opening.add(new Command.ProtectQuotes(account, 0, 1, dice.oneOf(10_000, 1L << 50), lots, 0, 0, delta, 0));
        return opening;
    }

    private static int anyGroup(Dice dice) {
        return dice.chance(97) ? 1 + dice.weighted(75, 25) : (int) dice.oneOf(0, 100, 101, -1);
    }

    private static int anyInstrument(Dice dice, List<Market> markets) {
        return dice.chance(97) ? 1 + dice.below(markets.size()) : (int) dice.oneOf(0, 77);
    }

    private static Command assigned(Dice dice, int account, List<Market> markets) {
        int weight = (int) dice.oneOf(10_000, 10_000, 1, 5_000, 20_000, -10_000, 0, 1_000_000);
        if (dice.chance(4)) weight = (int) dice.oneOf(-1_000_000, 1_000_001, -1_000_001, Integer.MIN_VALUE);
        int group = dice.chance(15) ? 0 : anyGroup(dice);
        return new Command.AssignQuoteGroup(account, anyInstrument(dice, markets), group, weight);
    }

    /** Of an instrument, a group or all, with a delta. */
    private static Command groupProtection(Dice dice, int account, List<Market> markets) {
        int kind = dice.weighted(30, 50, 20);
        boolean isOff = dice.chance(6);
        long window = isOff ? 0 : dice.oneOf(2_000, 10_000, 1_000_000_000, Long.MAX_VALUE);
        long value = isOff || dice.chance(70) ? 0 : dice.oneOf(-1, 1, 100, 1000, dice.between(1, 100_000));
        boolean isAssetMeant = kind != 0 && value != 0;
        Market market = markets.get(dice.below(markets.size()));
        int asset = isAssetMeant ? market.terms().quoteAsset() : 0;
        if (dice.chance(3)) asset = (int) dice.oneOf(0, 1, 77, -1);
        return new Command.ProtectQuotes(
                account,
                kind == 0 ? anyInstrument(dice, markets) : 0,
                kind == 1 || dice.chance(1) ? anyGroup(dice) : 0,
                dice.chance(2) ? -1 : window,
                isOff || dice.chance(70) ? 0 : dice.between(1, 20),
                isOff || dice.chance(70) ? 0 : 1 + dice.below(4),
                value,
                isOff || dice.chance(30) ? 0 : dice.chance(97) ? dice.between(1, 8) : dice.oneOf(-1, Long.MAX_VALUE),
                asset);
    }

    /** Mostly such as a few fills reach. */
    private static Command protection(Dice dice, int account, List<Market> markets) {
        int instrument = dice.chance(97) ? 1 + dice.below(markets.size()) : (int) dice.oneOf(0, 77);
        boolean isOff = dice.chance(6);
        long window = isOff ? 0 : dice.oneOf(2_000, 10_000, 10_000, 1_000_000_000, Long.MAX_VALUE);
        if (dice.chance(3)) window = -1;
        long lots = dice.chance(60) ? dice.between(1, 8) : 0;
        int fills = dice.chance(60) ? 1 + dice.below(3) : 0;
        long value = dice.chance(20) ? dice.between(-1, 1000) : 0;
        return new Command.SetQuoteProtection(
                account, instrument, window, isOff ? 0 : lots, isOff ? 0 : fills, isOff ? 0 : value);
    }

    private static Command massQuote(Dice dice, int account, List<Market> markets) {
        int count = dice.chance(2) ? (int) dice.oneOf(0, 21) : 1 + dice.below(markets.size());
        List<Command.Quote> quotes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int instrument = dice.chance(97) ? 1 + (i % markets.size()) : (int) dice.oneOf(0, 1, 77);
            Market market = markets.get(Math.max(0, Math.min(instrument, markets.size()) - 1));
            long bid = market.price(dice);
            long ask = dice.chance(97) ? bid + 1 + dice.below(market.spreadTicks() + 1) : market.price(dice);
            long bidLots = dice.chance(90) ? market.lots(dice) : 0;
            long askLots = dice.chance(90) ? market.lots(dice) : 0;
            quotes.add(new Command.Quote(instrument, bid, bidLots, ask, askLots));
        }
        return new Command.MassQuote(account, quotes);
    }
}
