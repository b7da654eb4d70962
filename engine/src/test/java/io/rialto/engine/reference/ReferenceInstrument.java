package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceLedger.fits;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static java.math.BigDecimal.*;

import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** An instrument's terms and its exact values: {@code worth} is one lot at one tick in minor units of the quote. */
final class ReferenceInstrument {
    final int number;
    Command.ListInstrument terms;
    final boolean feesInQuote;
    BigDecimal makerRate, takerRate;
    private BigDecimal worth, lotMinor;
    /** The same of a contract, where it is always whole. */
    private BigInteger wholeWorth;

    private final int baseScale, quoteScale;
    private final Map<Integer, Long> parameters = new HashMap<>();
    /** Null for an instrument whose assets themselves change hands. */
    final ReferenceContract contract;

    final ReferenceSession session = new ReferenceSession();
    final ReferenceInterruption prices = new ReferenceInterruption(this);
    ReferenceFees fees;
    long lastTradeTicks, markTicks;
    /** Its trades are novated. */
    boolean settlesLater;
    /** From which icebergs' peaks are drawn, and how many were. */
    long displaySeed, peaksDrawn;
    /** The order that bettered its side, and what lead market makers take ahead of the others, in basis points. */
    final Map<Side, Long> top = new HashMap<>();

    final Map<Integer, Integer> leads = new LinkedHashMap<>();

    ReferenceInstrument(int number, Command.ListInstrument terms, int baseScale, int quoteScale) {
        this(number, terms, null, baseScale, quoteScale);
    }

    ReferenceInstrument(
            int number, Command.ListInstrument terms, ReferenceContract contract, int baseScale, int quoteScale) {
        this.number = number;
        this.contract = contract;
        this.terms = terms;
        feesInQuote = terms.feePolicy() == 2;
        makerRate = valueOf(terms.makerFeeRate(), 7);
        takerRate = valueOf(terms.takerFeeRate(), 7);
        this.baseScale = baseScale;
        this.quoteScale = quoteScale;
        boolean isSound = contract == null || contract.isSound();
        refuseIf(!isSound || !measure() || isContradictory(), Reason.INVALID_INSTRUMENT);
        if (contract != null) parameters.put(ReferencePositions.TRACKED, 1L);
    }

    /** What a lot is, and what it is worth; false when that is no whole number, or too large. */
    private boolean measure() {
        BigDecimal tick = valueOf(terms.tickMantissa(), terms.tickScale());
        BigDecimal lot = valueOf(terms.lotMantissa(), terms.lotScale());
        worth = tick.multiply(lot).scaleByPowerOfTen(quoteScale);
        if (contract != null) worth = worth.multiply(contract.multiplier);
        wholeWorth = worth.toBigInteger();
        lotMinor = lot.scaleByPowerOfTen(baseScale);
        boolean isWhole = contract != null || lotMinor.stripTrailingZeros().scale() <= 0 && fits(lotMinor);
        boolean isExact = contract == null || worth.stripTrailingZeros().scale() <= 0 && contract.beginsAtATick(tick);
        return isWhole && isExact && isFractionOfLongs(worth);
    }

    /** Whether these could be the steps; in the end they are as before. */
    boolean couldMeasure(Command.ListInstrument other) {
        Command.ListInstrument before = terms;
        terms = other;
        boolean isSound = measure();
        terms = before;
        measure();
        return isSound;
    }

    /** The value of a parameter by its wire code, as it stands. */
    long parameter(int code) {
        return parameters.containsKey(code) ? parameters.get(code) : ReferenceTerms.of(terms, code);
    }

    boolean sharesPrices() {
        return parameter(34) == 1;
    }

    void change(int code, long value) {
        terms = ReferenceTerms.with(terms, code, value);
        boolean isTerm = code <= 7 || code == ReferenceTerms.MAKER_FEE || code == ReferenceTerms.TAKER_FEE;
        if (isTerm) parameters.remove(code);
        else parameters.put(code, value);
        makerRate = valueOf(terms.makerFeeRate(), 7);
        takerRate = valueOf(terms.takerFeeRate(), 7);
        measure();
    }

    private static boolean isFractionOfLongs(BigDecimal value) {
        BigInteger per = BigInteger.TEN.pow(Math.max(0, value.scale()));
        BigInteger whole = value.multiply(new BigDecimal(per)).toBigInteger();
        BigInteger common = whole.gcd(per);
        return fits(new BigDecimal(whole.divide(common))) && fits(new BigDecimal(per.divide(common)));
    }

    /** A rebate must be paid for by the other side's fee, unless it may cost the venue money. */
    private boolean isContradictory() {
        BigDecimal worst = feesInQuote ? makerRate.add(takerRate) : makerRate.min(takerRate);
        boolean isNamed = terms.symbol().matches("[!-~]+") && terms.baseAsset() != terms.quoteAsset();
        return !isNamed
                || Math.min(terms.tickMantissa(), terms.lotMantissa()) <= 0
                || Math.max(terms.tickScale(), terms.lotScale()) > 18
                || !isIn(1, terms.minLots(), terms.maxLots())
                || terms.minNotional() < 0
                || terms.collarTicks() != Command.NULL && terms.collarTicks() <= 0
                || terms.referenceTicks() != Command.NULL && terms.referenceTicks() <= 0
                || !isIn(1, terms.feePolicy(), 2)
                || !isIn(1, terms.marketRemainder(), 2)
                || !isIn(0, terms.feeIncomeMayBeNegative(), 1)
                || makerRate.abs().max(takerRate.abs()).compareTo(ONE) > 0
                || worst.signum() < 0 && terms.feeIncomeMayBeNegative() == 0;
    }

    boolean isContract() {
        return contract != null;
    }

    /** The price that margin counts with: told last, before that the listed one; 0 for none. */
    long contractMark() {
        return markTicks != 0 ? markTicks : Math.max(0, terms.referenceTicks());
    }

    /** Of a contract: always whole. */
    BigInteger value(long ticks, BigInteger lots) {
        return wholeWorth.multiply(BigInteger.valueOf(ticks)).multiply(lots);
    }

    /** As margin counts it. */
    BigInteger counted(long ticks, BigInteger lots) {
        return ReferenceMargin.counted(value(ticks, lots));
    }

    BigDecimal base(long lots) {
        if (contract != null) return ZERO; // none of it ever moves
        return valueOf(lots).multiply(lotMinor).setScale(0);
    }

    /** What a trade moves: rounded down. */
    BigDecimal notional(long ticks, long lots) {
        return worthOf(ticks, lots).setScale(0, RoundingMode.FLOOR);
    }

    /** What a hold keeps: rounded up, and with the dearest fee that may still come when it is charged on top. */
    BigDecimal cost(long ticks, long lots, BigDecimal feePrepaid) {
        BigDecimal cost = up(worthOf(ticks, lots));
        BigDecimal dearest = cost.multiply(makerRate.max(takerRate).max(ZERO));
        BigDecimal perLot = perLot().multiply(valueOf(lots));
        return feesInQuote
                ? cost.add(up(dearest.subtract(feePrepaid)).max(ZERO)).add(perLot)
                : cost;
    }

    /** Whether a fill may be followed by cuts of both fees. */
    boolean mayCutFees() {
        return makerRate.min(takerRate).signum() < 0 || fees.concern(this) || perLot().signum() > 0;
    }

    /** What each lot costs beside the rate. */
    BigDecimal perLot() {
        return valueOf(Math.max(0, parameter(52)));
    }

    private BigDecimal worthOf(long ticks, long lots) {
        return valueOf(ticks).multiply(valueOf(lots)).multiply(worth);
    }

    /** With the taker's fee on top when that is charged in the same asset. */
    BigDecimal withTakerFee(int account, BigDecimal notional, long lots) {
        var terms = fees.terms(account, this);
        BigDecimal fee = notional.multiply(terms.taker().max(ZERO));
        return feesInQuote ? notional.add(fee).add(terms.perLot().multiply(valueOf(lots))) : notional;
    }

    /** Lots that an amount pays for. */
    long affordable(int account, BigDecimal amount, long ticks, boolean isBuy) {
        BigDecimal price = worthOf(ticks, 1);
        BigDecimal lots = amount.divideToIntegralValue(isBuy ? withTakerFee(account, price, 0) : price);
        return lots.min(ReferenceLedger.MOST).longValue();
    }

    static boolean isIn(long least, long value, long most) {
        return least <= value && value <= most;
    }

    static BigDecimal up(BigDecimal value) {
        return value.setScale(0, RoundingMode.CEILING);
    }
}
