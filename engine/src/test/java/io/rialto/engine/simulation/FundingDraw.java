package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.FundInsurance;
import io.rialto.engine.reference.MarginCommand.FundPositions;
import io.rialto.engine.reference.MarginCommand.SettleContract;

/**
 * Draws fundings, mostly each planned for later than the one before, at rates around what is allowed; and final settlements,
 * which come too early, in time and twice.
 */
final class FundingDraw {
    private static final int LIMIT = 63;
    private static final int AWAITED = 64;
    private static final long FIRST_PLANNED = 1_600_000_000_000_000_000L;

    private final Dice dice;
    private long planned = FIRST_PLANNED;

    FundingDraw(Dice dice) {
        this.dice = dice;
    }

    Command command(int instrument, Market market) {
        if (dice.chance(10)) return limit(instrument);
        if (dice.chance(30)) return insurance(market.terms().quoteAsset());
        if (dice.chance(30)) return settlement(instrument, market);
        if (dice.chance(90)) planned++;
        long nanos = dice.chance(95) ? planned : dice.oneOf(0, -1, Long.MAX_VALUE, Long.MIN_VALUE, FIRST_PLANNED);
        long rate = dice.chance(95)
                ? dice.oneOf(0, 1, 7, 100, 33_333, 100_000, 5_000_000)
                : dice.oneOf(100_001, 10_000_000, 10_000_001, Integer.MAX_VALUE, Integer.MIN_VALUE);
        return new FundPositions(instrument, nanos, (int) (dice.chance(50) ? rate : -rate));
    }

    /** Refused to a perpetual. */
    static Command awaits(int instrument) {
        return new Command.ChangeInstrument(instrument, AWAITED, 1);
    }

    private Command settlement(int instrument, Market market) {
        if (dice.chance(30)) return new Command.ChangeInstrument(instrument, AWAITED, dice.oneOf(1, 1, 1, 0, 2));
        long price = dice.chance(95) ? market.price(dice) : dice.oneOf(0, -1, 1L << 40, Long.MAX_VALUE);
        return new SettleContract(instrument, price);
    }

    /** Around what small markets pay in fees. */
    private Command insurance(int asset) {
        long amount = dice.chance(95) ? dice.oneOf(1, 1, 2, 5, 30, 200) : dice.oneOf(0, Long.MAX_VALUE, Long.MIN_VALUE);
        return new FundInsurance(
                dice.chance(95) ? asset : (int) dice.oneOf(0, -1, 77), dice.chance(60) ? amount : -amount);
    }

    private Command limit(int instrument) {
        long limit = dice.oneOf(Command.NULL, 1, 50, 10_000_000, 10_000_000, 10_000_001, 0, -1);
        return new Command.ChangeInstrument(instrument, LIMIT, limit);
    }
}
