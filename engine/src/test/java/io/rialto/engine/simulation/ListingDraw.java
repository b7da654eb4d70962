package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import java.util.List;

/** Draws listings once trading has begun: mostly with something wrong. */
final class ListingDraw {
    private ListingDraw() {}

    static Command command(Dice dice, List<Market> markets, int assets) {
        int some = 1 + dice.below(assets + 1);
        Command.ListInstrument old = markets.get(dice.below(markets.size())).terms();
        return switch (dice.below(4)) {
            case 0 -> new Command.ListAsset(code(dice), dice.below(22));
            case 1 -> new Command.OpenAccount(dice.below(3) - 1, dice.below(3) - 1, (int) dice.oneOf(0, 1, 5, 6, 255));
            case 2 -> old;
            default -> wrong(dice, old, some);
        };
    }

    private static String code(Dice dice) {
        String[] codes = {"A0", "", "Z", "Y", "A B", "\t", "SIXTEEN_LETTERS_"};
        return codes[dice.below(codes.length)];
    }

    private static Command wrong(Dice dice, Command.ListInstrument old, int some) {
        int field = dice.below(16);
        return new Command.ListInstrument(
                field == 0 ? code(dice) : "W" + dice.below(20),
                field == 1 ? some : old.baseAsset(),
                field == 2 ? some : old.quoteAsset(),
                field == 3 ? dice.oneOf(0, -1, Long.MAX_VALUE) : old.tickMantissa(),
                field == 4 ? dice.oneOf(0, -1, Long.MAX_VALUE) : old.lotMantissa(),
                field == 5 ? dice.oneOf(0, -1, Long.MAX_VALUE) : old.minLots(),
                field == 6 ? dice.oneOf(0, -1, Long.MAX_VALUE) : old.maxLots(),
                field == 7 ? -1 : old.minNotional(),
                field == 8 ? dice.oneOf(0, -1, Long.MAX_VALUE) : old.collarTicks(),
                field == 9 ? dice.oneOf(0, -1, Long.MAX_VALUE) : old.referenceTicks(),
                old.makerFeeRate(),
                field == 10 ? (int) dice.oneOf(Integer.MAX_VALUE, Integer.MIN_VALUE) : old.takerFeeRate(),
                field == 11 ? (int) dice.oneOf(18, 19, 255) : old.tickScale(),
                field == 12 ? (int) dice.oneOf(18, 19, 255) : old.lotScale(),
                field == 13 ? (int) dice.oneOf(0, 3, 255) : old.feePolicy(),
                field == 14 ? (int) dice.oneOf(0, 3, 255) : old.marketRemainder(),
                field == 15 ? (int) dice.oneOf(2, 255) : old.feeIncomeMayBeNegative());
    }
}
