package io.rialto.feeds.rebalancing;

import io.rialto.protocol.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans orders toward target weights.
 *
 * <p>An asset that is above its part at its mark is sold at the best bid, one below bought at the best ask; where nobody bids or asks, at
 * the mark. All that is there at these prices, less the fees of these orders at the dearer rate, is what the weights are of: so it
 * is worked out again until it stands still. Orders are whole lots, rounded down: once they are filled at their prices each asset is
 * within a lot of its part. Sells that are cut short take from the buys, each its share.
 *
 * <p>Threading: none; a function of what it is given.
 */
public final class Rebalancer {
    /** In one plan. */
    public static final int MOST_ORDERS = 20;

    private static final MathContext PLACES = MathContext.DECIMAL128;
    private static final BigDecimal RATES = BigDecimal.valueOf(10_000_000);
    private static final int ROUNDS = 24;

    private final BigDecimal threshold;
    private final BigInteger cashMinor;
    private final BigInteger freeMinor;
    private final BigInteger restMinor;
    private final int scale;

    /**
     * @param scale of the asset in which the venue values, and of all money here
     * @param freeMinor what of the cash is available
     * @param restMinor what other assets are worth, which stay as they are
     * @param threshold what is nearer to its weight is left alone
     */
    public Rebalancer(
            int scale, BigInteger cashMinor, BigInteger freeMinor, BigInteger restMinor, BigDecimal threshold) {
        this.scale = scale;
        this.cashMinor = cashMinor;
        this.freeMinor = freeMinor;
        this.restMinor = restMinor;
        this.threshold = threshold;
    }

    public Plan plan(List<Target> targets) {
        BigDecimal fixed = new BigDecimal(cashMinor.add(restMinor), scale);
        BigDecimal marked = targets.stream()
                .map(target -> target.owned().multiply(target.mark().orElse(BigDecimal.ZERO)))
                .reduce(fixed, BigDecimal::add);
        List<Line> lines = new ArrayList<>();
        for (Target target : targets) lines.add(begun(target, marked));
        BigDecimal total = settled(lines, fixed);
        lines.replaceAll(line -> line.reason().isPresent() ? line : sized(line, total));
        return new Plan(bounded(paid(lines)), cashMinor, restMinor);
    }

    /** Which way it goes, and at which price; a reason where it goes nowhere. */
    private Line begun(Target target, BigDecimal marked) {
        if (target.mark().isEmpty()) {
            return new Line(target, Optional.empty(), Side.BUY, 0, Optional.of(Reason.NO_PRICE));
        }
        BigDecimal mark = target.mark().get();
        BigDecimal missing =
                target.weight().multiply(marked).subtract(target.owned().multiply(mark));
        Side side = missing.signum() < 0 ? Side.SELL : Side.BUY;
        boolean isNear = missing.abs().compareTo(threshold.multiply(marked)) < 0 || missing.signum() == 0;
        if (isNear) return new Line(target, target.mark(), side, 0, Optional.of(Reason.WITHIN_THRESHOLD));
        BigDecimal price = onTick(target, side, (side == Side.BUY ? target.ask() : target.bid()).orElse(mark));
        return new Line(target, Optional.of(price), side, 0, Optional.empty());
    }

    private static BigDecimal onTick(Target target, Side side, BigDecimal price) {
        RoundingMode rounding = side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR;
        BigDecimal ticks = price.divide(target.tick(), 0, rounding).max(BigDecimal.ONE);
        return ticks.multiply(target.tick());
    }

    /** What there is at these prices, less what it costs to come to the weights of just that. */
    private static BigDecimal settled(List<Line> lines, BigDecimal fixed) {
        BigDecimal gross = fixed;
        for (Line line : lines) {
            gross = gross.add(line.target().owned().multiply(line.price().orElse(BigDecimal.ZERO)));
        }
        BigDecimal total = gross;
        for (int round = 0; round < ROUNDS; round++) {
            BigDecimal fees = BigDecimal.ZERO;
            for (Line line : lines) {
                if (line.reason().isPresent()) continue;
                BigDecimal quantity = quantity(line, total);
                BigDecimal rated = quantity.multiply(line.price().orElseThrow())
                        .multiply(BigDecimal.valueOf(line.rate()))
                        .divide(RATES, PLACES);
                fees = fees.add(rated).add(perLot(line, quantity));
            }
            total = gross.subtract(fees);
        }
        return total;
    }

    private static BigDecimal perLot(Line line, BigDecimal quantity) {
        int places = line.market().quote().scale();
        BigDecimal lots = quantity.divide(line.target().lot(), PLACES);
        return BigDecimal.valueOf(line.target().fees().feePerLotMinor(), places).multiply(lots);
    }

    /** How much is to be traded so that, fees taken off, the weight is met; never the other way. */
    private static BigDecimal quantity(Line line, BigDecimal total) {
        BigDecimal price = line.price().orElseThrow();
        BigDecimal wanted = line.target().weight().multiply(total).divide(price, PLACES);
        BigDecimal missing = wanted.subtract(line.target().owned());
        BigDecimal size = (line.buys() ? missing : missing.negate()).max(BigDecimal.ZERO);
        if (!line.paysInBase()) return size;
        BigDecimal kept = RATES.subtract(BigDecimal.valueOf(line.rate()));
        return size.multiply(RATES).divide(kept, PLACES);
    }

    private static Line sized(Line line, BigDecimal total) {
        BigDecimal quantity = quantity(line, total);
        if (quantity.signum() == 0) return line.with(0, Reason.WITHIN_THE_SPREAD);
        BigDecimal available = line.target().available();
        boolean isHeld = !line.buys() && quantity.compareTo(available) > 0;
        long lots = (isHeld ? available : quantity)
                .divide(line.target().lot(), 0, RoundingMode.FLOOR)
                .longValueExact();
        long most = line.market().maxQuantityLots();
        Line sized = new Line(
                line.target(),
                line.price(),
                line.side(),
                Math.min(lots, most),
                isHeld
                        ? Optional.of(Reason.NOT_AVAILABLE)
                        : lots > most ? Optional.of(Reason.AT_MAX_QUANTITY) : Optional.empty());
        return checked(sized);
    }

    private static Line checked(Line line) {
        if (line.lots() == 0) return line.with(0, line.reason().orElse(Reason.BELOW_A_LOT));
        if (line.lots() < line.market().minQuantityLots()) return line.with(0, Reason.BELOW_MIN_QUANTITY);
        boolean isSmall =
                line.notionalMinor().compareTo(BigInteger.valueOf(line.market().minNotionalMinor())) < 0;
        return isSmall ? line.with(0, Reason.BELOW_MIN_NOTIONAL) : line;
    }

    /** No more is bought than what is free and what the sells bring pay for. */
    private List<Line> paid(List<Line> lines) {
        BigInteger have = freeMinor;
        BigInteger need = BigInteger.ZERO;
        for (Line line : lines) {
            if (line.buys()) need = need.subtract(line.cashMinor());
            else have = have.add(line.cashMinor());
        }
        if (need.compareTo(have) <= 0) return lines;
        BigInteger part = have.max(BigInteger.ZERO);
        BigInteger of = need;
        return lines.stream()
                .map(line -> line.buys() && line.isOrder() ? cut(line, part, of) : line)
                .toList();
    }

    /** A share of the lots, rounded down; one less where rounding the cost up would take too much. */
    private static Line cut(Line line, BigInteger part, BigInteger of) {
        BigInteger share = line.cashMinor().negate().multiply(part).divide(of);
        long lots = BigInteger.valueOf(line.lots()).multiply(part).divide(of).longValueExact();
        Line cut = line.with(lots, Reason.NOT_ENOUGH_CASH);
        while (cut.isOrder() && cut.cashMinor().negate().compareTo(share) > 0) {
            cut = cut.with(cut.lots() - 1, Reason.NOT_ENOUGH_CASH);
        }
        return cut.isOrder() ? checked(cut) : cut;
    }

    private static List<Line> bounded(List<Line> lines) {
        List<Line> orders = new Plan(lines, BigInteger.ZERO, BigInteger.ZERO).orders();
        if (orders.size() <= MOST_ORDERS) return lines;
        List<Line> late = orders.subList(MOST_ORDERS, orders.size());
        return lines.stream()
                .map(line -> late.contains(line) ? line.with(0, Reason.TOO_MANY_ORDERS) : line)
                .toList();
    }
}
