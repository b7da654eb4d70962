package io.rialto.gateway.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.orders.Orders;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.History;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Everything that history says of one order: the frames that touched it, and in them the events that name it. */
public final class OrderEventRoutes implements RouteGroup {
    private static final int MOST_FRAMES = 1_000;
    private static final List<String> NAMES =
            List.of("order", "makerOrder", "takerOrder", "publicOrder", "firstOrder", "secondOrder", "thirdOrder");

    private final Orders orders;
    private final OwnOrders own;
    private final Listed instruments;
    private final History history;
    private final Function<KeptFrame, JsonNode> words;

    /** @param words a frame as JSON, with its {@code events} as a list of objects */
    public OrderEventRoutes(
            Orders orders, OwnOrders own, Listed instruments, History history, Function<KeptFrame, JsonNode> words) {
        this.orders = orders;
        this.own = own;
        this.instruments = instruments;
        this.history = history;
        this.words = words;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/orders/{id}/events", Scope.READ, this::events, "from")
                .says("Every frame of the journal that touched an order")
                .answers(200, Items.class);
    }

    private record Frame(long sequence, String time, List<JsonNode> events) {}

    /** @param next the sequence to go on from; null at the end */
    private record Items(String id, List<Frame> items, Long next, long sequence) {}

    private Answer events(Call call) {
        OrderView order = own.find(instruments.readAccount(call), call.part("id"));
        long from = call.whole("from", 0, Long.MAX_VALUE).orElse(0);
        List<Frame> items = new ArrayList<>();
        Long next = null;
        for (long sequence : orders.frames(order.order())) {
            if (sequence < from) continue;
            if (items.size() == MOST_FRAMES) {
                next = sequence;
                break;
            }
            Optional<KeptFrame> frame = history.frame(sequence);
            frame.ifPresent(kept -> items.add(told(kept, Long.toString(order.order()))));
        }
        return Answer.ok(new Items(call.part("id"), items, next, order.sequence()));
    }

    private Frame told(KeptFrame frame, String order) {
        List<JsonNode> events = new ArrayList<>();
        for (JsonNode event : words.apply(frame).path("events")) {
            if (NAMES.stream().anyMatch(name -> event.path(name).asText().equals(order))) {
                events.add(ownSide((ObjectNode) event, order));
            }
        }
        return new Frame(frame.sequence(), Times.text(frame.view().timeNanos()), events);
    }

    /** Of two who met, each is told its own part: the other's order, account and fee are the other's business. */
    private static JsonNode ownSide(ObjectNode event, String order) {
        if (!event.has("makerOrder")) return event;
        String other = event.path("makerOrder").asText().equals(order) ? "taker" : "maker";
        List<String> foreign = new ArrayList<>();
        event.fieldNames().forEachRemaining(name -> {
            if (name.startsWith(other) && !name.equals("takerSide")) foreign.add(name);
        });
        return event.remove(foreign);
    }
}
