package io.rialto.gateway.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.access.ApiKey;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Instruments and sizes of a key, held against whatever a trading call says: every symbol, every quantity and its price,
 * wherever in the body they stand. Value is price times quantity. What a bound key does not say it may not ask for.
 */
final class OrderBounds {
    private static final List<List<String>> SIDES = List.of(
            List.of("quantity", "price"), List.of("bidQuantity", "bidPrice"), List.of("askQuantity", "askPrice"));

    private final ApiKey.Terms terms;
    private final Function<String, Optional<Order>> orders;
    private boolean isNamed;

    /** An order that is there; price zero for none. */
    record Order(String symbol, BigDecimal price, BigDecimal quantity) {}

    /** @param orders those of the caller, by id */
    OrderBounds(ApiKey.Terms terms, Function<String, Optional<Order>> orders) {
        this.terms = terms;
        this.orders = orders;
    }

    /** @param order named by the path; empty for none */
    void check(JsonNode body, String order) {
        Optional<Order> named = order.isEmpty() ? Optional.empty() : orders.apply(order);
        if (!order.isEmpty() && named.isEmpty()) return; // the route will say that there is none
        visit(body, named);
        if (!isNamed && !terms.instruments().isEmpty()) {
            throw beyond("symbol", "a key of some instruments must name the one that it is about");
        }
    }

    private void visit(JsonNode node, Optional<Order> around) {
        Optional<Order> about = around;
        if (node.isObject()) {
            if (node.path("op").asText().equals("CANCEL")) {
                isNamed = true;
                return;
            }
            if (node.path("id").isTextual()) about = orders.apply(node.get("id").asText());
            Optional<String> symbol = node.path("symbol").isTextual()
                    ? Optional.of(node.get("symbol").asText())
                    : about.map(Order::symbol);
            symbol.ifPresent(this::isAllowed);
            size(node, about);
        }
        for (JsonNode child : node) visit(child, about);
    }

    private void isAllowed(String symbol) {
        isNamed = true;
        if (!terms.instruments().isEmpty() && !terms.instruments().contains(symbol)) {
            throw beyond(
                    "symbol",
                    "the key is for " + String.join(", ", terms.instruments()) + ": was " + Problem.shown(symbol));
        }
    }

    private void size(JsonNode node, Optional<Order> about) {
        for (List<String> side : SIDES) {
            String quantity = side.get(0);
            String price = side.get(1);
            if (!node.has(quantity) && !node.has(price)) continue;
            BigDecimal lots =
                    decimal(node, quantity).or(() -> about.map(Order::quantity)).orElse(BigDecimal.ZERO);
            terms.mostQuantity().ifPresent(most -> isWithin(quantity, lots, most));
            if (terms.mostValue().isEmpty()) continue;
            Optional<BigDecimal> at =
                    decimal(node, price).or(() -> about.map(Order::price)).filter(each -> each.signum() != 0);
            if (at.isEmpty())
                throw beyond(price, "a key whose orders' value is bound must name a price, or a quoteAmount");
            isWithin(price, at.get().abs().multiply(lots), terms.mostValue().get());
        }
        if (!node.has("quoteAmount")) return;
        if (terms.mostQuantity().isPresent()) {
            throw beyond("quoteAmount", "a key whose orders' quantity is bound must name a quantity");
        }
        terms.mostValue()
                .ifPresent(most ->
                        isWithin("quoteAmount", decimal(node, "quoteAmount").orElse(most), most));
    }

    /** What is no decimal is for the route to refuse. */
    private static Optional<BigDecimal> decimal(JsonNode node, String name) {
        String text = node.path(name).asText();
        return text.matches("-?[0-9]{1,19}(\\.[0-9]{1,18})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static void isWithin(String field, BigDecimal asked, BigDecimal most) {
        if (asked.compareTo(most) > 0) {
            throw beyond(
                    field,
                    "the key allows at most " + most.toPlainString() + " in one order: was " + asked.toPlainString());
        }
    }

    private static Problem beyond(String field, String detail) {
        return Problem.at(field, ProblemCode.BEYOND_THE_KEY, detail);
    }
}
