package io.rialto.gateway.consumers;

import io.rialto.feeds.bus.Consumer;
import io.rialto.feeds.bus.EventBus;
import io.rialto.feeds.bus.SetAside;
import io.rialto.feeds.offsets.Offsets.Place;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is told of business events, how far behind they are, what they could not handle; and another try of it. */
final class ConsumerRoutes implements RouteGroup {
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,18})-([0-9]{1,9})");

    private final EventBus bus;

    ConsumerRoutes(EventBus bus) {
        this.bus = bus;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/admin/consumers", Scope.ADMIN, this::consumers)
                .says("Who is told of business events, and how far behind they are")
                .answers(200, Consumers.class);
        routes.read("/admin/consumers/{name}/set-aside", Scope.ADMIN, this::setAside)
                .says("Events that a consumer could not handle, oldest first")
                .answers(200, Aside.class);
        routes.write("POST", "/admin/consumers/{name}/set-aside/{event}/redrive", Scope.ADMIN, this::redrive)
                .says("Hand an event over again that was set aside")
                .takes(Fields.NONE)
                .answers(200, Redriven.class);
    }

    /**
     * @param offset sequence of the last event that it handled
     * @param lag frames that it has not been shown yet
     * @param readsAlone whether it fell behind the others
     * @param fault why it stopped; null while it goes on
     */
    private record One(
            String name,
            List<String> kinds,
            boolean synchronous,
            long offset,
            long lag,
            long delivered,
            long retried,
            int setAside,
            boolean readsAlone,
            String fault) {}

    private record Consumers(List<One> items, long sequence) {}

    private record Event(String id, long sequence, int index, String kind, int attempts, String reason) {}

    private record Aside(String name, List<Event> items) {}

    private record Redriven(String id, boolean handled) {}

    private Answer consumers(Call call) {
        List<One> items = bus.statuses().stream().map(ConsumerRoutes::body).toList();
        return Answer.ok(new Consumers(items, bus.sequence()));
    }

    private static One body(Consumer.Status status) {
        return new One(
                status.name(),
                status.kinds().stream().map(Enum::name).sorted().toList(),
                status.isSynchronous(),
                status.offset().sequence(),
                status.lagFrames(),
                status.delivered(),
                status.retried(),
                status.setAside(),
                status.isReadingAlone(),
                status.fault().orElse(null));
    }

    private Answer setAside(Call call) {
        Consumer consumer = consumer(call);
        return Answer.ok(new Aside(
                consumer.name(),
                consumer.setAside().stream().map(ConsumerRoutes::body).toList()));
    }

    private static Event body(SetAside event) {
        Place place = event.place();
        return new Event(
                id(place), place.sequence(), place.index(), event.kind().name(), event.attempts(), event.reason());
    }

    private static String id(Place place) {
        return place.sequence() + "-" + place.index();
    }

    private CompletionStage<Answer> redrive(Call call) {
        Consumer consumer = consumer(call);
        Matcher id = PLACE.matcher(call.part("event"));
        if (!id.matches()) throw nothing("event");
        Place place = new Place(Long.parseLong(id.group(1)), Integer.parseInt(id.group(2)));
        if (consumer.setAside().stream().noneMatch(event -> event.place().equals(place))) throw nothing("event");
        return consumer.redrive(place).thenApply(isHandled -> Answer.ok(new Redriven(id(place), isHandled)));
    }

    private Consumer consumer(Call call) {
        return bus.consumer(call.part("name")).orElseThrow(() -> nothing("name"));
    }

    private static Problem nothing(String field) {
        return Problem.at(field, ProblemCode.NOT_FOUND, "there is nothing of that " + field);
    }
}
