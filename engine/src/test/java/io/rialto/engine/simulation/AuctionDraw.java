package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Draws phases and calls: mostly a day as it goes, sometimes a jump, sometimes a call with a seed. */
final class AuctionDraw {
    private static final int[] USUAL = {0, 0, 0, 0, 0, 0, 2, 2, 2, 1, 4, 5, 6, 7};

    private final Dice dice;
    private final int markets;

    AuctionDraw(Dice dice, int markets) {
        this.dice = dice;
        this.markets = markets;
    }

    Command command() {
        return switch (dice.weighted(6, 4, 4)) {
            case 0 -> new Command.ChangePhase(market(), phase(), dice.oneOf(0, 0, 5));
            case 1 -> call();
            default -> reveal();
        };
    }

    /** For an auction alone. */
    static Command order(Dice dice, Command.NewOrder order) {
        Command.NewOrder timed = new Command.NewOrder(
                order.account(),
                order.instrument(),
                order.priceTicks(),
                order.quantityLots(),
                order.quoteAmountMinor(),
                order.side(),
                order.orderType(),
                6 + dice.weighted(3, 4, 3),
                0,
                order.selfTradePrevention(),
                order.clientOrderId());
        return new Command.NewSpecialOrder(
                timed, dice.chance(80) ? Command.SpecialTerms.PLAIN : SpecialDraw.terms(dice, timed));
    }

    private int market() {
        return dice.chance(60) ? 1 : dice.chance(97) ? 1 + dice.below(markets) : (int) dice.oneOf(0, -1, 77);
    }

    private int phase() {
        return dice.chance(96) ? USUAL[dice.below(USUAL.length)] : (int) dice.oneOf(3, 8, 128, 255);
    }

    private Command call() {
        boolean hasWindow = dice.chance(60);
        long window = hasWindow ? dice.oneOf(1, 2_000, 5_000, 40_000) : 0;
        long duration = dice.oneOf(0, 1, 3_000, 10_000, 20_000);
        long[] hash = hasWindow || dice.chance(2) ? hash(0, dice.below(2)) : new long[4];
        if (dice.chance(2)) duration = dice.oneOf(-1, Long.MAX_VALUE, Long.MAX_VALUE - window);
        if (dice.chance(2)) window = dice.oneOf(-1, 0, Long.MAX_VALUE, 1);
        int kind = dice.chance(97) ? 1 + dice.below(4) : (int) dice.oneOf(0, 5, 255);
        int next = (int) (dice.chance(97) ? dice.oneOf(0, 0, 0, 6, 7) : dice.oneOf(1, 2, 3, 4, 5, 8, 255));
        return new Command.StartCall(market(), kind, next, duration, window, hash[0], hash[1], hash[2], hash[3]);
    }

    private Command reveal() {
        return new Command.RevealSeed(market(), dice.chance(90) ? 0 : 1, dice.below(2));
    }

    private static long[] hash(long high, long low) {
        byte[] seed = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(seed));
            return new long[] {hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong()};
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
