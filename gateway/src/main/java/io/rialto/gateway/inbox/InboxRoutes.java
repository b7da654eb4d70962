package io.rialto.gateway.inbox;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Cursors;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Priority;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The caller's own inbox. */
public final class InboxRoutes implements RouteGroup {
    private static final String ALL = "/notifications";
    private static final String ONE = "/notifications/{id}";
    private static final int USUAL_LIMIT = 100;
    private static final int MOST_LIMIT = 1_000;
    private static final int RECENT = 5;

    private final Inbox inbox;
    private final Standing standing;

    public InboxRoutes(Inbox inbox, Standing standing) {
        this.inbox = inbox;
        this.standing = standing;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read(ALL + "/stats", Scope.READ, this::stats)
                .says("How many notifications I have, and how many I have not read")
                .answers(200, Stats.class);
        routes.write(
                        "PUT",
                        ALL + "/mark-all-read",
                        Scope.READ,
                        call -> all(call, reader -> inbox.read(reader, Optional.empty())))
                .says("I have read everything")
                .takes(Fields.NONE)
                .answers(200, Changed.class);
        routes.write(
                        "DELETE",
                        ALL + "/clear-all",
                        Scope.READ,
                        call -> all(call, reader -> inbox.remove(reader, Optional.empty())))
                .says("Throw everything away")
                .takes(Fields.NONE)
                .answers(200, Changed.class);
        routes.read(ALL, Scope.READ, this::list, "type", "priority", "symbol", "unread", "limit", "cursor")
                .with(
                        Field.choice("type", NoticeType.class),
                        Field.choice("priority", Priority.class),
                        Field.flag("unread").says("only what has not been read"))
                .says("My notifications, newest first")
                .answers(200, Items.class);
        routes.read(ONE, Scope.READ, call -> Answer.ok(LetterBody.of(letter(call, Readers.read(call)))))
                .says("One of my notifications")
                .answers(200, LetterBody.class);
        routes.write("PUT", ONE + "/read", Scope.READ, this::read)
                .says("I have read it")
                .takes(Fields.NONE)
                .answers(200, LetterBody.class);
        routes.write("DELETE", ONE, Scope.READ, this::remove)
                .says("Throw one away")
                .takes(Fields.NONE)
                .answers(200, LetterBody.class);
    }

    /**
     * @param sequence of the newest frame that has been told
     * @param beyondBound what fell out of the inbox because there was too much of it, ever
     * @param tooOld what fell out because it was old, ever
     */
    private record Items(List<LetterBody> items, String next, long sequence, long beyondBound, long tooOld) {}

    /** @param changed how many it was about */
    private record Changed(int changed) {}

    /** @param held what waits for the end of quiet hours */
    private record Stats(
            long total,
            long unread,
            Map<String, Long> byType,
            Map<String, Long> byPriority,
            Map<String, Long> unreadByType,
            Map<String, Long> unreadByPriority,
            List<LetterBody> recent,
            long held,
            long beyondBound,
            long tooOld,
            long sequence) {}

    private Answer list(Call call) {
        int reader = current(call);
        int limit = (int) call.whole("limit", 1, MOST_LIMIT).orElse(USUAL_LIMIT);
        long below = call.parameter("cursor").map(Cursors::place).orElse(Long.MAX_VALUE);
        Inbox.Wanted wanted = new Inbox.Wanted(
                call.choice("type", NoticeType.class),
                call.choice("priority", Priority.class),
                call.parameter("symbol"),
                call.flag("unread"));
        List<Letter> letters = inbox.letters(reader, wanted, below, limit + 1);
        boolean hasMore = letters.size() > limit;
        List<Letter> shown = hasMore ? letters.subList(0, limit) : letters;
        Inbox.Fallen fallen = inbox.fallen(reader);
        return Answer.ok(new Items(
                shown.stream().map(LetterBody::of).toList(),
                hasMore ? Cursors.text(shown.get(limit - 1).number()) : null,
                standing.sequence(),
                fallen.beyond(),
                fallen.aged()));
    }

    private Answer stats(Call call) {
        int reader = current(call);
        List<Inbox.Count> counts = inbox.counts(reader);
        Inbox.Fallen fallen = inbox.fallen(reader);
        Inbox.Wanted all = new Inbox.Wanted(Optional.empty(), Optional.empty(), Optional.empty(), false);
        return Answer.ok(new Stats(
                counts.stream().mapToLong(Inbox.Count::all).sum(),
                counts.stream().mapToLong(Inbox.Count::unread).sum(),
                by(counts, NoticeType.values(), Inbox.Count::type, Inbox.Count::all),
                by(counts, Priority.values(), Inbox.Count::priority, Inbox.Count::all),
                by(counts, NoticeType.values(), Inbox.Count::type, Inbox.Count::unread),
                by(counts, Priority.values(), Inbox.Count::priority, Inbox.Count::unread),
                inbox.letters(reader, all, Long.MAX_VALUE, RECENT).stream()
                        .map(LetterBody::of)
                        .toList(),
                inbox.held(reader),
                fallen.beyond(),
                fallen.aged(),
                standing.sequence()));
    }

    private static <E extends Enum<E>> Map<String, Long> by(
            List<Inbox.Count> counts, E[] names, Function<Inbox.Count, E> of, Function<Inbox.Count, Long> how) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (E name : names) {
            sums.put(
                    name.name(),
                    counts.stream()
                            .filter(each -> of.apply(each) == name)
                            .mapToLong(how::apply)
                            .sum());
        }
        return sums;
    }

    private CompletionStage<Answer> all(Call call, Function<Integer, Integer> change) {
        call.form().knows(Fields.NONE);
        standing.await(0);
        return soon(new Changed(change.apply(Readers.own(call))));
    }

    private CompletionStage<Answer> read(Call call) {
        call.form().knows(Fields.NONE);
        Letter letter = letter(call, Readers.own(call));
        inbox.read(letter.reader(), Optional.of(letter.number()));
        return soon(LetterBody.of(letter(call, letter.reader())));
    }

    private CompletionStage<Answer> remove(Call call) {
        call.form().knows(Fields.NONE);
        Letter letter = letter(call, Readers.own(call));
        inbox.remove(letter.reader(), Optional.of(letter.number()));
        return soon(LetterBody.of(letter));
    }

    private Letter letter(Call call, int reader) {
        long number = Readers.number(call);
        return inbox.letter(reader, number)
                .or(() -> {
                    standing.await(0); // a socket may have been told it a moment ago
                    return inbox.letter(reader, number);
                })
                .orElseThrow(() -> Problem.at("id", ProblemCode.NOT_FOUND, "there is no such notification"));
    }

    private int current(Call call) {
        int reader = Readers.read(call);
        standing.await(call.whole("minSequence", 0, Long.MAX_VALUE).orElse(0));
        return reader;
    }

    private static CompletionStage<Answer> soon(Object body) {
        return CompletableFuture.completedFuture(Answer.ok(body));
    }
}
