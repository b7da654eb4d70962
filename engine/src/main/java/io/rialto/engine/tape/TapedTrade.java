package io.rialto.engine.tape;

/** One trade of the {@link Tape}, as it was read. Amounts in minor units, times in nanoseconds UTC. A window, never stored. */
public final class TapedTrade {
    public long number;
    public long priceTicks;
    public long lots;

    /** Of a contract, and of a seller, in the quote asset; of a buyer elsewhere where the instrument's fees are. */
    public long buyerFee;

    public long sellerFee;

    /** The instrument's parameters TICK and LOT when it was made. */
    public long tickStep;

    public long lotStep;
    public long timeNanos;
    public int instrument;
    public int buyer;
    public int seller;

    /** UTC day whose volume of fee tiers it counted to; {@link Tape#NO_VOLUME} when it counted to none. */
    public int volumeDay;

    /** Its instrument had settlement terms: the settlement keeps what it owes. */
    public boolean hadTerms;

    public boolean isBusted;

    public boolean isVolume() {
        return volumeDay != Tape.NO_VOLUME;
    }
}
