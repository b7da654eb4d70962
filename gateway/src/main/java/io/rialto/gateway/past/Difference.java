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
    private static final Map<String, Function<AccountBody.Balance, String>> OF_BALANCE = new LinkedHashMap<>();
    private static final Map<String, Function<AccountBody.Position, String>> OF_POSITION = new LinkedHashMap<>();

    static {
        OF_BALANCE.put("total", AccountBody.Balance::total);
        OF_BALANCE.put("held", AccountBody.Balance::held);
        OF_BALANCE.put("margin", AccountBody.Balance::margin);
        OF_POSITION.put("quantity", AccountBody.Position::quantity);
        OF_POSITION.put("cost", AccountBody.Position::cost);
        OF_POSITION.put("positionMargin", AccountBody.Position::positionMargin);
    }

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
                amounts(old.balances(), now.balances(), AccountBody.Balance::asset, NO_BALANCE, OF_BALANCE),
                amounts(old.positions(), now.positions(), AccountBody.Position::symbol, NO_POSITION, OF_POSITION),
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

    /** @param told what of each is compared, by its name */
    private static <T> List<AccountChanges.Amount> amounts(
            List<T> before, List<T> after, Function<T, String> name, T nothing, Map<String, Function<T, String>> told) {
        Map<String, T> old = by(before, name);
        Map<String, T> now = by(after, name);
        List<AccountChanges.Amount> changes = new ArrayList<>();
        for (String each : both(old, now)) {
            T was = old.getOrDefault(each, nothing);
            T is = now.getOrDefault(each, nothing);
            told.forEach((what, of) -> add(changes, each, what, of.apply(was), of.apply(is)));
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
