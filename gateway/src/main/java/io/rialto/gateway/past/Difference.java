package io.rialto.gateway.past;

import io.rialto.gateway.market.Listed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Compares an account at two frames, in decimals: lots of then and of now need not be the same size. */
final class Difference {
    private static final AccountBody.Balance NO_BALANCE = new AccountBody.Balance("", "0", "0", "0", "0");
    private static final AccountBody.Position NO_POSITION = new AccountBody.Position("", "0", "0", "0");

    private final Listed listed;
    private final long there;
    private final long here;

    /** @param there the frame to compare with */
    Difference(Listed listed, long there, long here) {
        this.listed = listed;
        this.there = there;
        this.here = here;
    }

    AccountChanges of(PastVenue.AccountThen before, PastVenue.AccountThen after) {
        AccountBody old = AccountBody.of(before, listed, there);
        AccountBody now = AccountBody.of(after, listed, here);
        Map<String, AccountBody.Order> oldOrders = by(old.orders(), AccountBody.Order::id);
        Map<String, AccountBody.Order> newOrders = by(now.orders(), AccountBody.Order::id);
        return new AccountChanges(
                there,
                balances(old, now),
                positions(old, now),
                now.orders().stream()
                        .filter(each -> !oldOrders.containsKey(each.id()))
                        .toList(),
                old.orders().stream()
                        .filter(each -> !newOrders.containsKey(each.id()))
                        .toList(),
                now.orders().stream()
                        .filter(each -> oldOrders.containsKey(each.id())
                                && !oldOrders.get(each.id()).equals(each))
                        .toList());
    }

    private static List<AccountChanges.Amount> balances(AccountBody before, AccountBody after) {
        Map<String, AccountBody.Balance> old = by(before.balances(), AccountBody.Balance::asset);
        Map<String, AccountBody.Balance> now = by(after.balances(), AccountBody.Balance::asset);
        List<AccountChanges.Amount> changes = new ArrayList<>();
        for (String asset : both(old, now)) {
            AccountBody.Balance was = old.getOrDefault(asset, NO_BALANCE);
            AccountBody.Balance is = now.getOrDefault(asset, NO_BALANCE);
            add(changes, asset, "total", was.total(), is.total());
            add(changes, asset, "held", was.held(), is.held());
            add(changes, asset, "margin", was.margin(), is.margin());
        }
        return changes;
    }

    private static List<AccountChanges.Amount> positions(AccountBody before, AccountBody after) {
        Map<String, AccountBody.Position> old = by(before.positions(), AccountBody.Position::symbol);
        Map<String, AccountBody.Position> now = by(after.positions(), AccountBody.Position::symbol);
        List<AccountChanges.Amount> changes = new ArrayList<>();
        for (String symbol : both(old, now)) {
            AccountBody.Position was = old.getOrDefault(symbol, NO_POSITION);
            AccountBody.Position is = now.getOrDefault(symbol, NO_POSITION);
            add(changes, symbol, "quantity", was.quantity(), is.quantity());
            add(changes, symbol, "cost", was.cost(), is.cost());
            add(changes, symbol, "positionMargin", was.positionMargin(), is.positionMargin());
        }
        return changes;
    }

    private static void add(List<AccountChanges.Amount> changes, String of, String what, String before, String after) {
        BigDecimal change = new BigDecimal(after).subtract(new BigDecimal(before));
        if (change.signum() == 0) return;
        changes.add(new AccountChanges.Amount(of, what, before, after, change.toPlainString()));
    }

    private static <T> Map<String, T> by(List<T> items, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        items.forEach(item -> named.put(name.apply(item), item));
        return named;
    }

    private static Set<String> both(Map<String, ?> one, Map<String, ?> other) {
        Set<String> names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }
}
