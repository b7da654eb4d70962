package io.rialto.gateway.past;

import io.rialto.feeds.listing.Asset;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import java.util.List;

/**
 * What an account had behind a frame, on the wire.
 *
 * @param balances of every asset that it had anything of
 * @param orders open then, in books or waiting
 */
public record AccountBody(List<Balance> balances, List<Position> positions, List<Order> orders) {
    /** Money; @param margin what it had moved there for contracts */
    public record Balance(String asset, String total, String available, String held, String margin) {}

    /**
     * A position, below zero when short.
     *
     * @param cost what it was bought or sold for, of a contract
     * @param positionMargin what an isolated one had of its own
     */
    public record Position(String symbol, String quantity, String cost, String positionMargin) {}

    /** An open order; @param price null of one without a limit; @param isInBook false while it waits outside of it */
    public record Order(String id, String symbol, String side, String price, String open, boolean isInBook) {}

    static AccountBody of(PastVenue.AccountThen then, Listed listed, long sequence) {
        return new AccountBody(
                then.money().stream().map(each -> balance(each, listed)).toList(),
                then.positions().stream()
                        .map(each -> position(each, listed.terms(each.instrument(), sequence)))
                        .toList(),
                then.orders().stream()
                        .map(each -> order(each, listed.terms(each.instrument(), sequence)))
                        .toList());
    }

    private static Balance balance(PastVenue.Money money, Listed listed) {
        Asset asset = listed.asset(money.asset());
        return new Balance(
                asset.code(),
                Decimals.text(money.totalMinor(), asset.scale()),
                Decimals.text(money.totalMinor() - money.heldMinor(), asset.scale()),
                Decimals.text(money.heldMinor(), asset.scale()),
                Decimals.text(money.marginMinor(), asset.scale()));
    }

    private static Position position(PastVenue.Held held, Terms terms) {
        return new Position(
                terms.instrument().symbol(),
                terms.quantity(held.lots()),
                terms.quote(held.costMinor()),
                terms.quote(held.marginMinor()));
    }

    private static Order order(PastVenue.Open open, Terms terms) {
        return new Order(
                Long.toString(open.order()),
                terms.instrument().symbol(),
                open.side().name(),
                open.priceTicks() == 0 ? null : terms.price(open.priceTicks()),
                terms.quantity(open.openLots()),
                open.isInBook());
    }
}
