package io.rialto.bench.recording;

/**
 * The instrument that a recording trades in: prices are dollars × 10,000, quantities are whole shares.
 *
 * @param tick the recording's price step, in its own units
 */
public record Market(String symbol, long tick) {
    /** Decimals of the recording's price unit. */
    public static final int PRICE_SCALE = 4;

    public Market {
        if (tick < 1) throw new IllegalArgumentException("tick must be at least 1: was " + tick);
    }

    public long ticks(Instruction instruction) {
        long price = instruction.price();
        if (price % tick != 0) {
            throw new IllegalArgumentException("price must be a multiple of " + tick + ": was " + price
                    + " in instruction " + instruction.number());
        }
        return price / tick;
    }

    public long price(long ticks) {
        return ticks * tick;
    }
}
