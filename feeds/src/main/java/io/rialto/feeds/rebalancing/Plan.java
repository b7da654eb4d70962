package io.rialto.feeds.rebalancing;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be done, one line an asset, in the order in which they were asked for. Money in the smallest unit of the asset in which the
 * venue values.
 *
 * @param cashMinor all of it, of which some may be held
 * @param restMinor what is worth something and no target
 */
public record Plan(List<Line> lines, BigInteger cashMinor, BigInteger restMinor) {
    public Plan {
        lines = List.copyOf(lines);
    }

    /** What sells before what buys. */
    public List<Line> orders() {
        Stream<Line> sells = lines.stream().filter(line -> line.isOrder() && !line.buys());
        Stream<Line> buys = lines.stream().filter(line -> line.isOrder() && line.buys());
        return Stream.concat(sells, buys).toList();
    }

    /** Once every order is filled at its price. */
    public BigInteger cashAfterMinor() {
        return lines.stream().map(Line::cashMinor).reduce(cashMinor, BigInteger::add);
    }

    /** What all is worth then, at the plan's prices. */
    public BigInteger totalAfterMinor() {
        return lines.stream().map(Line::worthAfterMinor).reduce(cashAfterMinor().add(restMinor), BigInteger::add);
    }
}
