package io.rialto.gateway.margin;

import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.margin.AccountMargin;
import io.rialto.feeds.margin.ContractMargin;
import io.rialto.feeds.margin.ContractPosition;
import io.rialto.feeds.margin.MarginBalance;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;

/** An account's margin on the wire: by asset, and by contract what it is required for. */
record MarginBody(String account, List<Purse> margins, List<Contract> contracts, long sequence) {

    /**
     * @param state LIQUIDATING while positions are taken from the account because its equity does not cover them, else ACTIVE
     * @param maintenance what the positions alone need to be kept
     * @param marginRatio maintenance of equity in per cent, rounded up; null without positions, and without equity
     * @param calledPercent how much of the equity positions need to be kept, as it was told last: 80, 90, 100; null below
     * @param sequence of the frame that moved the margin last
     */
    record Purse(
            String asset,
            String margin,
            String equity,
            String required,
            String available,
            String state,
            String maintenance,
            String marginRatio,
            Integer calledPercent,
            long sequence) {}

    /**
     * @param position bought less sold
     * @param averagePrice null without a position
     * @param markPrice null while there is none
     * @param leverage of the account's own, or null
     * @param initialMargin of the position alone; {@code required} counts the open orders, too
     * @param deleveragingQueue how soon it would be closed against a liquidated position that nobody takes: 5 is among the first
     *     fifth of those in profit on its side, 1 among the last; null when it is none of them
     * @param positionMargin what an isolated position has for itself; null of a cross one, whose state and call are the margin's
     * @param liquidationPrice at which mark it is liquidated while all else stays as it is; null where none does it
     * @param bankruptcyPrice the same of where nothing is left of what answers for it
     * @param sequence of the frame that changed the position last
     */
    record Contract(
            String symbol,
            String side,
            String position,
            String cost,
            String averagePrice,
            String markPrice,
            String value,
            String unrealised,
            String realised,
            String fees,
            String funding,
            Integer leverage,
            String initialMargin,
            String maintenanceMargin,
            String required,
            Integer deleveragingQueue,
            String marginMode,
            String positionMargin,
            String state,
            Integer calledPercent,
            String liquidationPrice,
            String bankruptcyPrice,
            long sequence) {}

    static MarginBody of(AccountMargin margin, Listed listed) {
        return new MarginBody(
                Integer.toString(margin.account()),
                margin.margins().stream().map(each -> purse(each, listed)).toList(),
                margin.contracts().stream().map(each -> contract(each, listed)).toList(),
                margin.sequence());
    }

    private static Purse purse(MarginBalance margin, Listed listed) {
        Asset asset = listed.asset(margin.asset());
        return new Purse(
                asset.code(),
                Decimals.text(margin.totalMinor(), asset.scale()),
                Decimals.text(margin.equityMinor(), asset.scale()),
                Decimals.text(margin.requiredMinor(), asset.scale()),
                Decimals.text(margin.availableMinor(), asset.scale()),
                margin.isLiquidating() ? "LIQUIDATING" : "ACTIVE",
                Decimals.text(margin.maintenanceMinor(), asset.scale()),
                ratio(margin),
                margin.calledPercent() == 0 ? null : margin.calledPercent(),
                margin.changedSequence());
    }

    private static String ratio(MarginBalance margin) {
        if (margin.equityMinor() <= 0 || margin.maintenanceMinor() == 0) return null;
        return BigDecimal.valueOf(margin.maintenanceMinor())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(margin.equityMinor()), 2, RoundingMode.CEILING)
                .toPlainString();
    }

    private static Contract contract(ContractMargin contract, Listed listed) {
        Terms terms = listed.terms(contract.instrument());
        ContractPosition position = contract.position();
        long size = Math.abs(position.lots());
        return new Contract(
                terms.instrument().symbol(),
                position.lots() == 0 ? "FLAT" : position.lots() > 0 ? "LONG" : "SHORT",
                terms.quantity(position.lots()),
                terms.quote(position.costMinor()),
                size == 0 ? null : terms.averagePrice(position.costMinor(), size),
                contract.markTicks().isPresent()
                        ? terms.price(contract.markTicks().getAsLong())
                        : null,
                terms.quote(contract.valueMinor()),
                terms.quote(contract.unrealisedMinor()),
                terms.quote(position.realisedMinor()),
                terms.quote(position.feesMinor()),
                terms.quote(position.fundingMinor()),
                contract.leverage() == 0 ? null : contract.leverage(),
                terms.quote(contract.initialMinor()),
                terms.quote(contract.maintenanceMinor()),
                terms.quote(contract.requiredMinor()),
                contract.queuePlace() == 0 ? null : contract.queuePlace(),
                contract.isIsolated() ? "ISOLATED" : "CROSS",
                contract.isIsolated() ? terms.quote(contract.ownMinor()) : null,
                !contract.isIsolated() ? null : contract.isLiquidating() ? "LIQUIDATING" : "ACTIVE",
                contract.isIsolated() && contract.calledPercent() != 0 ? contract.calledPercent() : null,
                price(contract.liquidationTicks(), terms),
                price(contract.bankruptcyTicks(), terms),
                position.changedSequence());
    }

    private static String price(OptionalLong ticks, Terms terms) {
        return ticks.isPresent() ? terms.price(ticks.getAsLong()) : null;
    }
}
