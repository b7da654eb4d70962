package io.rialto.engine.listing;

import io.rialto.engine.book.Book;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.pricing.Charges;
import io.rialto.engine.pricing.LotValue;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * One market: its terms as they were listed, its parameters as they stand, its book, and its last trade.
 *
 * <p>Prices in ticks, sizes in lots, money in minor units, rates in parts per 10^7. Threading: the core's thread only.
 */
public final class Instrument {
    /** In place of a collar or a reference price that was not given. */
    public static final long NONE = Long.MIN_VALUE;

    private static final byte POST_CLOSE = (byte) Phase.POST_CLOSE.value();

    private static final int PARAMETERS = 80;
    /** The matching algorithm by which orders at a price share, as the schema's value. */
    public static final int PRO_RATA = 1;

    private final int number;
    private InstrumentTerms terms;
    private LotValue lotValue;
    private long lotBaseMinor;
    private final int baseAsset;
    private final int quoteAsset;
    private long minQuantityLots;
    private long maxQuantityLots;
    private long minNotionalMinor;
    private long collarTicks;
    private long referencePriceTicks;
    private final Charges charges = new Charges();
    private final boolean feesInQuote;
    private final boolean isContract;
    private final Book book;
    private final long[] parameters = new long[PARAMETERS];
    private long lastTradeTicks;
    private long markTicks = NONE;
    private TradeWatch[] watches = {};
    private byte phase;
    private boolean isGuarded;
    private PriceGuard priceGuard = PriceGuard.NONE;
    private int unusualOrders;
    private long displayDraws;
    private boolean sharesPrices;
    private long topBid;
    private long topAsk;
    private boolean matchesSpecially;
    private boolean tracksPositions;
    private boolean settlesSpecially;
    private boolean isCleared;
    private boolean settlesLater;
    private long closingTicks;

    Instrument(int number, InstrumentTerms terms, LotValue lotValue, long lotBaseMinor, Book book) {
        this.number = number;
        this.terms = terms;
        this.lotValue = lotValue;
        this.lotBaseMinor = lotBaseMinor;
        // What every order asks for stands here, so that an order reads one object and not two.
        this.baseAsset = terms.baseAsset();
        this.quoteAsset = terms.quoteAsset();
        this.feesInQuote = terms.feesInQuote();
        this.isContract = terms.contract().isContract();
        this.settlesSpecially = isContract;
        this.book = book;
        Arrays.fill(parameters, NONE);
        change(InstrumentParameter.MIN_QUANTITY_LOTS.value(), terms.minQuantityLots());
        change(InstrumentParameter.MAX_QUANTITY_LOTS.value(), terms.maxQuantityLots());
        change(InstrumentParameter.MIN_NOTIONAL_MINOR.value(), terms.minNotionalMinor());
        change(InstrumentParameter.COLLAR_TICKS.value(), terms.collarTicks());
        change(InstrumentParameter.REFERENCE_PRICE_TICKS.value(), terms.referencePriceTicks());
        change(InstrumentParameter.MAKER_FEE_RATE.value(), terms.makerFeeRate());
        change(InstrumentParameter.TAKER_FEE_RATE.value(), terms.takerFeeRate());
        change(InstrumentParameter.TICK.value(), step(terms.tickMantissa(), terms.tickScale()));
        change(InstrumentParameter.LOT.value(), step(terms.lotMantissa(), terms.lotScale()));
        if (isContract) change(InstrumentParameter.TRACKED_POSITIONS.value(), 1);
    }

    /** As it stands now, or {@link #NONE}. */
    public long parameter(InstrumentParameter parameter) {
        return parameters[parameter.value()];
    }

    /** By the schema's value. */
    public long parameter(int code) {
        return parameters[code];
    }

    /** Schema values are below it. */
    public int parameterCount() {
        return PARAMETERS;
    }

    /** From now on; whether it may is another question, and what follows from it as well. */
    public void change(int code, long value) {
        parameters[code] = value;
        minQuantityLots = parameter(InstrumentParameter.MIN_QUANTITY_LOTS);
        maxQuantityLots = parameter(InstrumentParameter.MAX_QUANTITY_LOTS);
        minNotionalMinor = parameter(InstrumentParameter.MIN_NOTIONAL_MINOR);
        collarTicks = parameter(InstrumentParameter.COLLAR_TICKS);
        referencePriceTicks = parameter(InstrumentParameter.REFERENCE_PRICE_TICKS);
        charges.change(
                (int) parameter(InstrumentParameter.MAKER_FEE_RATE),
                (int) parameter(InstrumentParameter.TAKER_FEE_RATE),
                Math.max(0, parameter(InstrumentParameter.FEE_PER_LOT_MINOR)));
        tracksPositions = parameter(InstrumentParameter.TRACKED_POSITIONS) == 1;
        settleMatching();
    }

    /** A step as a parameter: mantissa times 100 plus decimal places; none for one that is too large to be said so. */
    private static long step(long mantissa, int scale) {
        return mantissa <= (Long.MAX_VALUE - scale) / 100 ? mantissa * 100 + scale : NONE;
    }

    /** Other steps from now on. Every price that is remembered here, or by who watches, becomes another number. */
    public void steps(InstrumentTerms newTerms, LotValue newLotValue, long newLotBaseMinor, LongUnaryOperator prices) {
        terms = newTerms;
        lotValue = newLotValue;
        lotBaseMinor = newLotBaseMinor;
        if (markTicks != NONE) markTicks = prices.applyAsLong(markTicks);
        if (lastTradeTicks != 0) lastTradeTicks = prices.applyAsLong(lastTradeTicks);
        if (closingTicks != 0) closingTicks = prices.applyAsLong(closingTicks);
        for (TradeWatch watch : watches) watch.stepsChanged(this, prices);
    }

    public int number() {
        return number;
    }

    public InstrumentTerms terms() {
        return terms;
    }

    public Book book() {
        return book;
    }

    public LotValue lotValue() {
        return lotValue;
    }

    /** Base minor units in one lot. */
    public long lotBaseMinor() {
        return lotBaseMinor;
    }

    public int baseAsset() {
        return baseAsset;
    }

    public int quoteAsset() {
        return quoteAsset;
    }

    /** From which of an account's purses a seller pays, for {@link io.rialto.engine.ledger.Balances}. */
    public int basePurse() {
        return isContract ? quotePurse() : baseAsset;
    }

    /** From which of an account's purses a buyer pays: of a contract, its margin. */
    public int quotePurse() {
        return isContract ? quoteAsset | Balances.MARGIN : quoteAsset;
    }

    public long minQuantityLots() {
        return minQuantityLots;
    }

    public long maxQuantityLots() {
        return maxQuantityLots;
    }

    /** 0 for none. */
    public long minNotionalMinor() {
        return minNotionalMinor;
    }

    /** How far a market order may go from its reference, or {@link #NONE}. */
    public long collarTicks() {
        return collarTicks;
    }

    /** What stands for a price before the first trade, or {@link #NONE}. */
    public long referencePriceTicks() {
        return referencePriceTicks;
    }

    /** Whether nothing but money changes hands here, in the quote asset, out of margins. */
    public boolean isContract() {
        return isContract;
    }

    /** A trade; of a contract both positions and what moved to or from their own margins, of a trade that settles later its novation. */
    public int eventsOfTrade() {
        if (isContract) return 5;
        return settlesLater ? 2 : 1;
    }

    /** From now on its trades are kept, and settle at once or later. */
    public void clears(boolean isLater) {
        settlesSpecially = true;
        isCleared = true;
        settlesLater = isLater;
    }

    /** Whether a trade is more than money and assets that change hands at once. */
    public boolean settlesSpecially() {
        return settlesSpecially;
    }

    /** Whether it has settlement terms. */
    public boolean isCleared() {
        return isCleared;
    }

    /** Whether its trades are novated and settle on a later day. */
    public boolean settlesLater() {
        return settlesLater;
    }

    /** What a contract's positions are valued at: the mark price, before the first the listed reference, or {@link #NONE}. */
    public long valuationTicks() {
        return markTicks == NONE ? referencePriceTicks : markTicks;
    }

    /** Both sides pay in the quote asset; else each in what it receives. */
    public boolean feesInQuote() {
        return feesInQuote;
    }

    /** What trades cost here. */
    public Charges charges() {
        return charges;
    }

    /** 0 before the first trade. */
    public long lastTradeTicks() {
        return lastTradeTicks;
    }

    /** The mark price that the venue was told last; {@link #NONE} before the first. */
    public long markTicks() {
        return markTicks;
    }

    public void markTicks(long ticks) {
        markTicks = ticks;
    }

    public void traded(long priceTicks, long quantityLots) {
        lastTradeTicks = priceTicks;
        for (TradeWatch watch : watches) watch.traded(this, priceTicks, quantityLots);
    }

    /** From now on it hears of every trade here; watches are heard in the order in which they were set. */
    public void watch(TradeWatch watch) {
        watches = Arrays.copyOf(watches, watches.length + 1);
        watches[watches.length - 1] = watch;
    }

    /** Asked before every fill from now on. */
    public void guardPrices(PriceGuard guard) {
        priceGuard = guard;
        settleMatching();
    }

    /** Any price will do again. */
    public void unguardPrices() {
        guardPrices(PriceGuard.NONE);
    }

    public PriceGuard priceGuard() {
        return priceGuard;
    }

    public boolean hasPriceGuard() {
        return priceGuard != PriceGuard.NONE;
    }

    /** Whether more than price and time decides here who trades: then the slow and complete way is taken. */
    public boolean matchesSpecially() {
        return matchesSpecially;
    }

    /** One more or one less open order that plain matching would not do justice to. */
    public void unusualOrders(int change) {
        unusualOrders += change;
        settleMatching();
    }

    private void settleMatching() {
        sharesPrices = parameter(InstrumentParameter.MATCHING_ALGORITHM) == PRO_RATA;
        matchesSpecially = unusualOrders > 0 || hasPriceGuard() || sharesPrices || phase != 0;
    }

    /** Whether every trade changes the positions of its two accounts. */
    public boolean tracksPositions() {
        return tracksPositions;
    }

    /** Whether the orders at a price share what an aggressor takes, instead of trading by time. */
    public boolean sharesPrices() {
        return sharesPrices;
    }

    /** The order that bettered its side and has stood at the front of it since; 0 for none. */
    public long topOrder(boolean sells) {
        return sells ? topAsk : topBid;
    }

    public void topOrder(boolean sells, long order) {
        if (sells) topAsk = order;
        else topBid = order;
    }

    /** Where the draws of icebergs' peaks stand: first at the seed, then one step on for each. */
    public long displayDraws() {
        return displayDraws;
    }

    public void displayDraws(long state) {
        displayDraws = state;
    }

    /** As the schema's value. */
    public byte phase() {
        return phase;
    }

    public void phase(byte newPhase) {
        phase = newPhase;
        settleMatching();
    }

    /** From now on whatever trades, trades at this price: the phase is POST_CLOSE. 0 is no price, and nothing trades. */
    public void closesAt(long priceTicks) {
        closingTicks = priceTicks;
    }

    /** The price of the last post-close trading; 0 before the first. */
    public long closingTicks() {
        return closingTicks;
    }

    /** Whether orders trade as they arrive, at the closing price alone. */
    public boolean isPostClose() {
        return phase == POST_CLOSE;
    }

    /** Whether orders trade as they arrive. */
    public boolean isContinuous() {
        return phase == 0;
    }

    /** Whether more is asked of an order here than of any order anywhere: its phase, its bands, its limits. */
    public boolean isGuarded() {
        return isGuarded || phase != 0;
    }

    public void guarded() {
        isGuarded = true;
    }
}
