package io.rialto.gateway.delivery;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.delivery.DeadLetters.DeadLetter;
import io.rialto.gateway.delivery.DeadLetters.PutBack;
import io.rialto.gateway.delivery.DeadLetters.Wanted;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import io.rialto.gateway.form.Cursors;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What could not be delivered, for administrators. */
final class DeadLetterRoutes implements RouteGroup {
    private static final String PATH = "/admin/notifications/dead-letters";
    private static final String[] PARAMETERS = {"channel", "person", "reason", "from", "to", "limit", "cursor"};
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1_000;
    private static final Fields ALL_OF = Fields.of(Field.choice("channel", Channel.class));

    private final DeadLetters letters;
    private final Runnable wake;

    /** @param wake told that something may be due */
    DeadLetterRoutes(DeadLetters letters, Runnable wake) {
        this.letters = letters;
        this.wake = wake;
    }

    @Override
    public void addTo(Routes routes) {
        routes.watch(Routes.API + PATH, Scope.ADMIN, this::list, PARAMETERS)
                .says("Messages that were given up, the newest first")
                .with(
                        Field.choice("channel", Channel.class),
                        Field.whole("person", 0, Integer.MAX_VALUE),
                        Field.text("reason").says("exactly as it is shown"),
                        Field.moment("from"),
                        Field.moment("to"),
                        Field.whole("limit", 1, MOST))
                .answers(200, Items.class);
        routes.write("POST", PATH + "/redrive", Scope.ADMIN, this::redriveAll)
                .says("Try all of a channel again, under their own ids")
                .takes(ALL_OF)
                .answers(200, PutBack.class);
        routes.write("POST", PATH + "/{id}/redrive", Scope.ADMIN, this::redriveOne)
                .says("Try one again, under its own id")
                .takes(Fields.NONE)
                .answers(200, PutBack.class);
    }

    private record Item(
            String id,
            String person,
            Channel channel,
            String address,
            Priority priority,
            String subject,
            List<String> lines,
            String createdAt,
            String expiresAt,
            String diedAt,
            int attempts,
            String reason) {}

    private record Items(List<Item> items, String next) {}

    private Answer list(Call call) {
        int limit = (int) call.whole("limit", 1, MOST).orElse(USUAL_LIMIT);
        long below = call.parameter("cursor").map(Cursors::place).orElse(Long.MAX_VALUE);
        Wanted wanted = new Wanted(
                call.choice("channel", Channel.class),
                call.whole("person", 0, Integer.MAX_VALUE),
                call.parameter("reason"),
                millis(call, "from"),
                millis(call, "to"));
        List<DeadLetter> found = letters.list(wanted, below, limit + 1);
        boolean hasMore = found.size() > limit;
        List<DeadLetter> shown = hasMore ? found.subList(0, limit) : found;
        String next = hasMore ? Cursors.text(shown.get(limit - 1).number()) : null;
        return Answer.ok(new Items(shown.stream().map(DeadLetterRoutes::item).toList(), next));
    }

    /** Times are kept in milliseconds: the first that is not before. */
    private static OptionalLong millis(Call call, String name) {
        OptionalLong nanos = call.moment(name);
        if (nanos.isEmpty()) return nanos;
        return OptionalLong.of(-Math.floorDiv(-nanos.getAsLong(), TimeUnit.MILLISECONDS.toNanos(1)));
    }

    private static Item item(DeadLetter letter) {
        DeliveryItem item = letter.item();
        return new Item(
                item.id(),
                Integer.toString(item.person()),
                item.channel(),
                item.address(),
                item.priority(),
                item.subject(),
                item.lines(),
                time(item.createdAt()),
                time(item.expiresAt()),
                time(Instant.ofEpochMilli(letter.diedMillis())),
                letter.attempts(),
                letter.reason());
    }

    private static String time(Instant moment) {
        return Times.text(TimeUnit.SECONDS.toNanos(moment.getEpochSecond()) + moment.getNano());
    }

    private CompletionStage<Answer> redriveAll(Call call) {
        Channel channel = call.form().knows(ALL_OF).choice("channel", Channel.class);
        call.concerns("dead-letters:" + channel);
        return putBack(letters.redrive(channel));
    }

    private CompletionStage<Answer> redriveOne(Call call) {
        call.form().knows(Fields.NONE);
        PutBack done = letters.redrive(call.part("id"));
        if (done.equals(new PutBack(0, 0))) {
            throw Problem.at("id", ProblemCode.NOT_FOUND, "there is no such dead letter");
        }
        call.concerns("dead-letter:" + call.part("id"));
        return putBack(done);
    }

    private CompletionStage<Answer> putBack(PutBack done) {
        wake.run();
        return CompletableFuture.completedFuture(Answer.ok(done));
    }
}
