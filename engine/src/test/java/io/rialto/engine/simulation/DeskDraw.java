package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import java.util.List;

/** Draws what the venue's own people do to markets that trade. */
final class DeskDraw {
    private static final int[] PARAMETERS = {
        1, 2, 3, 4, 5, 6, 7, 20, 21, 40, 41, 42, 43, 44, 45, 50, 51, 52, 30, 31, 32, 33, 34, 35, 36, 37, 38, 60, 61, 62
    };

    /** Without it no peak is drawn. */
    static final int DISPLAY_SEED = 33;

    static final int MIN_HIDDEN_LOTS = 32;
    static final int AUCTION_SELF_TRADES = 21;

    private DeskDraw() {}

    static Command.ChangeInstrument parameter(Dice dice, List<Market> markets) {
        int instrument = dice.chance(98) ? 1 + dice.below(markets.size()) : (int) dice.oneOf(0, -1, 77);
        Market market = markets.get(Math.max(0, Math.min(instrument, markets.size()) - 1));
        if (dice.chance(30)) return InterruptionDraw.parameter(dice, instrument, market);
        int parameter =
                dice.chance(98) ? PARAMETERS[dice.below(PARAMETERS.length)] : (int) dice.oneOf(0, 9, 79, 80, 255);
        return new Command.ChangeInstrument(instrument, parameter, value(dice, market, parameter));
    }

    private static long value(Dice dice, Market market, int parameter) {
        if (dice.chance(5)) return dice.oneOf(Command.NULL, -1, 0, 1, Long.MAX_VALUE, Long.MIN_VALUE + 1);
        return switch (parameter) {
            case 1 -> dice.between(1, 3);
            case 2 -> dice.between(2, market.mostLots() * 2L);
            case 3 -> dice.chance(50) ? 0 : dice.between(0, 1 + (long) Math.min(market.lotQuote() * 2, 1e15));
            case 60 -> dice.chance(30) ? Command.NULL : dice.between(1, 6);
            case 61 -> dice.chance(30) ? Command.NULL : dice.between(1, 10);
            case 4 -> dice.chance(30) ? Command.NULL : dice.between(1, 5);
            case 20 -> dice.chance(30) ? Command.NULL : dice.below(4);
            case 21 -> dice.below(2);
            case 30 -> dice.chance(30) ? Command.NULL : dice.between(1, dice.chance(80) ? 2_000 : 10_000);
            case 31 -> dice.chance(50) ? Command.NULL : dice.between(1, 3);
            case 32 -> dice.chance(50) ? Command.NULL : 3 + dice.between(1, 3);
            case 6 -> step(dice, market.terms().tickMantissa(), market.terms().tickScale());
            case 7 -> step(dice, market.terms().lotMantissa(), market.terms().lotScale());
            case 52 -> dice.oneOf(Command.NULL, 1, 3, 1_000, 1_000_000_000_001L);
            case 50, 51 -> dice.oneOf(0, 0, 10_000, 25_000, 333_333, -5_000, 10_000_000, 10_000_001);
            case DISPLAY_SEED -> dice.next();
            case 40, 42 -> dice.chance(20) ? Command.NULL : dice.between(5_000, 10_000);
            case 41, 43 -> dice.chance(20) ? Command.NULL : dice.between(10_000, 20_000);
            case 44 -> dice.chance(20) ? Command.NULL : dice.between(1, market.mostLots());
            case 45 -> dice.between(1, 2 + (long) Math.min(market.lotQuote() * market.mostLots(), 1e17));
            case 34 -> dice.below(2);
            case 62 -> dice.below(2);
            case 35, 37 -> dice.between(1, 4);
            case 36 -> dice.between(1, 10_000);
            case 38 -> dice.chance(50) ? Command.NULL : dice.between(1, 6);
            default -> dice.chance(30) ? Command.NULL : market.price(dice);
        };
    }

    /** As it was listed, or some times finer or coarser. */
    private static long step(Dice dice, long mantissa, int scale) {
        long times = dice.oneOf(1, 1, 2, 5, 10);
        return mantissa * times * 100 + Math.max(0, scale + dice.below(3) - 1);
    }
}
