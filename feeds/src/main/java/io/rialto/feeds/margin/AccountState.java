package io.rialto.feeds.margin;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.requirement.ContractValue;
import io.rialto.feeds.requirement.MarginTiers;
import io.rialto.feeds.requirement.Requirement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** One account's margins, positions and leverages in the making. Threading: whoever holds the position's gate. */
final class AccountState {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    final Map<Integer, ContractPosition> positions = new TreeMap<>();
    final Map<Integer, Integer> leverages = new TreeMap<>();
    /** By asset, in per cent. */
    final Map<Integer, Integer> calls = new TreeMap<>();

    private final Map<Integer, Moved> margins = new TreeMap<>();

    private record Moved(long totalMinor, long sequence) {}

    void move(int asset, long amountMinor, long sequence) {
        margins.merge(
                asset,
                new Moved(amountMinor, sequence),
                (old, change) -> new Moved(Math.addExact(old.totalMinor, amountMinor), sequence));
    }

    /** Margin and what is unrealised of all that is settled in the asset. */
    BigInteger equityMinor(int asset, IntFunction<Instrument> instruments) {
        BigInteger equity = BigInteger.valueOf(margins.getOrDefault(asset, new Moved(0, 0)).totalMinor);
        for (ContractPosition position : positions.values()) {
            Instrument market = instruments.apply(position.instrument());
            if (market.quote().number() != asset || position.lots() == 0) continue;
            equity = equity.add(BigInteger.valueOf(position.unrealisedMinor(valueMinor(position, market))));
        }
        return equity;
    }

    /** Of a position, at mark. */
    static long valueMinor(ContractPosition position, Instrument market) {
        long mark = market.valuationTicks().orElse(0);
        return ContractValue.of(market).minor(mark, Math.abs(position.lots()));
    }

    ContractPosition position(int instrument) {
        return positions.getOrDefault(instrument, ContractPosition.none(instrument));
    }

    void put(ContractPosition position) {
        positions.put(position.instrument(), position);
    }

    AccountMargin margin(
            int account,
            List<OrderView> openOrders,
            IntFunction<Instrument> instruments,
            IntFunction<MarginTiers> tiers,
            IntUnaryOperator queue,
            long sequence) {
        TreeSet<Integer> touched = new TreeSet<>(positions.keySet());
        touched.addAll(leverages.keySet());
        for (OrderView order : openOrders) {
            if (instruments.apply(order.instrument()).contract().isPresent()) touched.add(order.instrument());
        }
        List<ContractMargin> contracts = new ArrayList<>();
        TreeSet<Integer> assets = new TreeSet<>(margins.keySet());
        for (int number : touched) {
            Instrument market = instruments.apply(number);
            contracts.add(contract(market, openOrders, tiers.apply(number), queue.applyAsInt(number)));
            assets.add(market.quote().number());
        }
        List<MarginBalance> balances = new ArrayList<>();
        for (int asset : assets) balances.add(balance(asset, contracts, instruments));
        return new AccountMargin(account, balances, contracts, sequence);
    }

    private ContractMargin contract(Instrument market, List<OrderView> openOrders, MarginTiers tiers, int queuePlace) {
        ContractPosition position = position(market.number());
        int leverage = leverages.getOrDefault(market.number(), 0);
        OptionalLong mark = market.valuationTicks();
        if (mark.isEmpty()) return new ContractMargin(position, mark, 0, 0, leverage, 0, 0, 0, 0);
        Requirement requirement = new Requirement(market, tiers, leverage, position.lots());
        for (OrderView order : openOrders) {
            if (order.instrument() == market.number()) requirement.add(order);
        }
        return new ContractMargin(
                position,
                mark,
                requirement.positionMinor(),
                position.unrealisedMinor(requirement.positionMinor()),
                leverage,
                requirement.initialMinor(),
                requirement.maintenanceMinor(),
                requirement.totalMinor(),
                queuePlace);
    }

    private MarginBalance balance(int asset, List<ContractMargin> contracts, IntFunction<Instrument> instruments) {
        Moved margin = margins.getOrDefault(asset, new Moved(0, 0));
        BigInteger equity = BigInteger.valueOf(margin.totalMinor);
        BigInteger required = BigInteger.ZERO;
        BigInteger maintenance = BigInteger.ZERO;
        for (ContractMargin contract : contracts) {
            if (instruments.apply(contract.instrument()).quote().number() != asset) continue;
            equity = equity.add(BigInteger.valueOf(contract.unrealisedMinor()));
            required = required.add(BigInteger.valueOf(contract.requiredMinor()));
            maintenance = maintenance.add(BigInteger.valueOf(contract.maintenanceMinor()));
        }
        return new MarginBalance(
                asset,
                margin.totalMinor,
                bounded(equity),
                bounded(required),
                bounded(maintenance),
                calls.getOrDefault(asset, 0),
                margin.sequence);
    }

    private static long bounded(BigInteger sum) {
        return sum.max(MOST.negate()).min(MOST).longValue();
    }
}
