package io.rialto.feeds.margin;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.requirement.ContractValue;
import io.rialto.feeds.requirement.MarginTiers;
import io.rialto.feeds.requirement.Requirement;
import io.rialto.feeds.requirement.TriggerPrices;
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
    private final Map<Integer, OwnMargin> owns = new TreeMap<>();

    private record Moved(long totalMinor, long sequence) {}

    void move(int asset, long amountMinor, long sequence) {
        margins.merge(
                asset,
                new Moved(amountMinor, sequence),
                (old, change) -> new Moved(Math.addExact(old.totalMinor, amountMinor), sequence));
    }

    OwnMargin own(int instrument) {
        return owns.getOrDefault(instrument, OwnMargin.NONE);
    }

    void put(int instrument, OwnMargin own) {
        owns.put(instrument, own);
    }

    /** As it was told last, of what answers for the position there. */
    int calledPercent(Instrument market) {
        OwnMargin own = own(market.number());
        return own.isIsolated()
                ? own.calledPercent()
                : calls.getOrDefault(market.quote().number(), 0);
    }

    /** What answers for the position there, with what is unrealised of all that it answers for. */
    BigInteger equityMinor(Instrument of, IntFunction<Instrument> instruments) {
        boolean isIsolated = own(of.number()).isIsolated();
        int asset = of.quote().number();
        BigInteger equity = BigInteger.valueOf(
                isIsolated ? own(of.number()).totalMinor() : margins.getOrDefault(asset, new Moved(0, 0)).totalMinor);
        for (ContractPosition position : positions.values()) {
            Instrument market = instruments.apply(position.instrument());
            boolean isMeant = isIsolated
                    ? market.number() == of.number()
                    : market.quote().number() == asset && !own(market.number()).isIsolated();
            if (!isMeant || position.lots() == 0) continue;
            equity = equity.add(BigInteger.valueOf(position.unrealisedMinor(valueMinor(position, market))));
        }
        return equity;
    }

    /** Where the position there is liquidated and bankrupt, while all others stay at their marks. */
    private TriggerPrices prices(Instrument of, IntFunction<Instrument> instruments, IntFunction<MarginTiers> tiers) {
        ContractPosition position = position(of.number());
        BigInteger kept = BigInteger.ZERO;
        for (ContractPosition other : positions.values()) {
            Instrument market = instruments.apply(other.instrument());
            boolean isBesides = market.number() != of.number()
                    && market.quote().number() == of.quote().number()
                    && !own(of.number()).isIsolated()
                    && !own(market.number()).isIsolated();
            if (isBesides && other.lots() != 0)
                kept = kept.add(
                        BigInteger.valueOf(tiers.apply(market.number()).maintenanceMinor(valueMinor(other, market))));
        }
        BigInteger unrealised = BigInteger.valueOf(position.unrealisedMinor(valueMinor(position, of)));
        BigInteger left = equityMinor(of, instruments).subtract(unrealised);
        return new TriggerPrices(
                position.lots(), position.costMinor(), ContractValue.of(of), tiers.apply(of.number()), left, kept);
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
        owns.forEach((instrument, own) -> {
            if (own.isIsolated()) touched.add(instrument);
        });
        for (OrderView order : openOrders) {
            if (instruments.apply(order.instrument()).contract().isPresent()) touched.add(order.instrument());
        }
        List<ContractMargin> contracts = new ArrayList<>();
        TreeSet<Integer> assets = new TreeSet<>(margins.keySet());
        for (int number : touched) {
            Instrument market = instruments.apply(number);
            contracts.add(contract(market, openOrders, tiers, queue.applyAsInt(number), instruments));
            assets.add(market.quote().number());
        }
        List<MarginBalance> balances = new ArrayList<>();
        for (int asset : assets) balances.add(balance(asset, contracts, instruments));
        return new AccountMargin(account, balances, contracts, sequence);
    }

    private ContractMargin contract(
            Instrument market,
            List<OrderView> openOrders,
            IntFunction<MarginTiers> tiers,
            int queuePlace,
            IntFunction<Instrument> instruments) {
        ContractPosition position = position(market.number());
        int leverage = leverages.getOrDefault(market.number(), 0);
        OptionalLong mark = market.valuationTicks();
        OwnMargin own = own(market.number());
        OptionalLong none = OptionalLong.empty();
        if (mark.isEmpty()) return new ContractMargin(position, mark, 0, 0, leverage, 0, 0, 0, 0, own, none, none);
        boolean isHeld = position.lots() != 0;
        TriggerPrices prices = isHeld ? prices(market, instruments, tiers) : null;
        Requirement requirement = new Requirement(market, tiers.apply(market.number()), leverage, position.lots());
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
                queuePlace,
                own,
                isHeld ? prices.liquidationTicks() : none,
                isHeld ? prices.bankruptcyTicks() : none);
    }

    private MarginBalance balance(int asset, List<ContractMargin> contracts, IntFunction<Instrument> instruments) {
        Moved margin = margins.getOrDefault(asset, new Moved(0, 0));
        BigInteger equity = BigInteger.valueOf(margin.totalMinor);
        BigInteger required = BigInteger.ZERO;
        BigInteger maintenance = BigInteger.ZERO;
        for (ContractMargin contract : contracts) {
            if (instruments.apply(contract.instrument()).quote().number() != asset) continue;
            required = required.add(BigInteger.valueOf(contract.requiredOfAccountMinor()));
            if (contract.isIsolated()) continue;
            equity = equity.add(BigInteger.valueOf(contract.unrealisedMinor()));
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
