package io.rialto.gateway.keys;

import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.orders.Orders;
import io.rialto.gateway.access.ApiKey;
import io.rialto.gateway.access.Caller;
import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.control.KeyLog;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Freshness;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks after each request of a key: whether its own terms allow it, and how it ended. Thread-safe.
 *
 * <p>Cancels are bound by no terms.
 */
public final class KeyWatch {
    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,18}");
    private static final String ORDER = "/api/v1/orders/{id}";
    private static final String CANCEL_AFTER = "/api/v1/orders/cancel-after";
    private static final String REBALANCE = "/api/v1/portfolio/rebalance";
    private static final int REFUSED = 400;

    private final KeyRing keys;
    private final Orders orders;
    private final Listed listed;
    private final Freshness freshness;

    KeyWatch(KeyRing keys, Orders orders, Listed listed, Freshness freshness) {
        this.keys = keys;
        this.orders = orders;
        this.listed = listed;
        this.freshness = freshness;
    }

    /** @throws io.rialto.gateway.problem.Problem BEYOND_THE_KEY */
    public void check(Route route, Call call) {
        Optional<ApiKey.Terms> bound =
                keys.find(call.caller().keyId()).map(ApiKey::terms).filter(ApiKey.Terms::bindsOrders);
        boolean isTrading = route.kind() == Route.Kind.WRITE
                && route.scope().equals(Optional.of(Scope.TRADE))
                && !route.method().equals("DELETE")
                && !route.path().equals(CANCEL_AFTER);
        if (bound.isEmpty() || !isTrading) return;
        if (route.path().equals(REBALANCE)) {
            String rule = "a key whose orders are bound does not leave it to the venue to choose them";
            throw Problem.of(ProblemCode.BEYOND_THE_KEY, rule);
        }
        String order = route.path().startsWith(ORDER) ? call.part("id") : "";
        int account = call.caller().account();
        new OrderBounds(bound.get(), id -> order(account, id)).check(call.form().tree(), order);
    }

    private Optional<OrderBounds.Order> order(int account, String id) {
        if (!NUMBERS.matcher(id).matches() || id.length() > 18) return Optional.empty();
        long number = Long.parseLong(id);
        if (!orders.order(number).isFound()) freshness.await(0);
        return orders.order(number)
                .item()
                .filter(order -> order.account() == account)
                .map(this::bounded);
    }

    private OrderBounds.Order bounded(OrderView order) {
        Terms terms = listed.terms(order.instrument());
        return new OrderBounds.Order(
                terms.instrument().symbol(),
                new BigDecimal(terms.price(order.requestedPriceTicks())),
                new BigDecimal(terms.quantity(order.quantityLots())));
    }

    /** Counts what went wrong. */
    public void answered(Call call, int status) {
        if (status >= REFUSED && call.caller().key() > 0)
            keys.usage().failed(call.caller().keyId());
    }

    /** As the logs of keys name who asks. */
    public static KeyLog.Who who(Call call) {
        Caller caller = call.caller();
        String by = caller.key() > 0 ? " key:" + caller.keyId() : " session";
        return new KeyLog.Who("account:" + caller.account() + by, call.address(), call.userAgent());
    }
}
