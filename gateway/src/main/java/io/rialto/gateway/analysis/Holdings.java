package io.rialto.gateway.analysis;

import io.rialto.feeds.balances.AccountBalances;
import io.rialto.feeds.balances.Balance;
import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.margin.AccountMargin;
import io.rialto.feeds.margin.ContractMargin;
import io.rialto.feeds.margin.MarginBalance;
import io.rialto.feeds.portfolio.Portfolio;
import io.rialto.gateway.market.Listed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an account has positions in, each worth so much in the asset in which the venue values: other assets, and contracts at
 * mark, whichever way. What has no price counts for nothing and is named.
 *
 * @param asset in which the venue values; null before anything is listed
 * @param cashMinor balance and margin in it
 * @param freeMinor what of that is neither held nor required
 */
record Holdings(
        Portfolio portfolio,
        String asset,
        int scale,
        List<Holding> items,
        List<String> unpriced,
        BigInteger cashMinor,
        BigInteger freeMinor) {

    /** @param name of the asset, or symbol of the contract */
    record Holding(String name, BigInteger worthMinor) {}

    static Holdings of(Portfolio portfolio, AccountBalances balances, AccountMargin margin, Listed listed) {
        Optional<Asset> valued =
                portfolio.asset() == 0 ? Optional.empty() : Optional.of(listed.asset(portfolio.asset()));
        int scale = valued.map(Asset::scale).orElse(0);
        List<Holding> items = new ArrayList<>();
        List<String> unpriced = new ArrayList<>();
        for (Portfolio.AssetValue value : portfolio.assets()) {
            if (value.asset() == portfolio.asset() || value.amountMinor().signum() == 0) continue;
            add(items, unpriced, listed.asset(value.asset()).code(), value.valueMinor());
        }
        for (ContractMargin contract : margin.contracts()) {
            if (contract.position().lots() == 0) continue;
            var market = listed.terms(contract.instrument()).instrument();
            Optional<BigInteger> worth = contract.markTicks().isEmpty()
                    ? Optional.empty()
                    : worth(portfolio, market.quote(), BigInteger.valueOf(contract.valueMinor()), scale);
            add(items, unpriced, market.symbol(), worth);
        }
        BigInteger cash = portfolio.assets().stream()
                .filter(value -> value.asset() == portfolio.asset())
                .map(Portfolio.AssetValue::amountMinor)
                .reduce(BigInteger.ZERO, BigInteger::add);
        String asset = valued.map(Asset::code).orElse(null);
        return new Holdings(portfolio, asset, scale, items, unpriced, cash, free(portfolio.asset(), balances, margin));
    }

    private static void add(List<Holding> items, List<String> unpriced, String name, Optional<BigInteger> worth) {
        worth.ifPresentOrElse(minor -> items.add(new Holding(name, minor)), () -> unpriced.add(name));
    }

    /** Money of another asset, at its price. */
    static Optional<BigInteger> worth(Portfolio portfolio, Asset asset, BigInteger amountMinor, int scale) {
        if (asset.number() == portfolio.asset()) return Optional.of(amountMinor);
        return portfolio.assets().stream()
                .filter(value -> value.asset() == asset.number())
                .findFirst()
                .flatMap(Portfolio.AssetValue::price)
                .map(price -> new BigDecimal(amountMinor, asset.scale())
                        .multiply(price)
                        .movePointRight(scale)
                        .setScale(0, RoundingMode.FLOOR)
                        .unscaledValue());
    }

    private static BigInteger free(int asset, AccountBalances balances, AccountMargin margin) {
        long balance = balances.items().stream()
                .filter(each -> each.asset() == asset)
                .mapToLong(Balance::availableMinor)
                .sum();
        MarginBalance own = margin.margin(asset);
        return BigInteger.valueOf(balance).add(BigInteger.valueOf(Math.max(0, own.availableMinor())));
    }

    BigInteger worthMinor() {
        return items.stream().map(Holding::worthMinor).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
