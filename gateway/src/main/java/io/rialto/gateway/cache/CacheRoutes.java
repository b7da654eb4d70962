package io.rialto.gateway.cache;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What an administrator sees of kept answers, and how he drops them. */
final class CacheRoutes implements RouteGroup {
    private static final int MOST_KEYS = 100;

    private final Optional<QueryCache> cache;

    CacheRoutes(Optional<QueryCache> cache) {
        this.cache = cache;
    }

    private QueryCache cache() {
        return cache.orElseThrow(() ->
                Problem.of(ProblemCode.NOT_FOUND, "this venue keeps no answers: records.kept is off, or cache.size 0"));
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/admin/cache", Scope.ADMIN, this::all)
                .says("Answers of the read model that are kept, by kind, and what became of questions since the start")
                .answers(200, Kept.class);
        routes.read("/admin/cache/{kind}", Scope.ADMIN, this::one)
                .says("One kind of kept answers, and the keys of up to 100 of them in memory")
                .answers(200, Keys.class);
        routes.read("/admin/cache/{kind}/keys/{key}", Scope.ADMIN, this::key)
                .says("Whether an answer is kept; it is not read")
                .answers(200, Existence.class);
        routes.write("DELETE", "/admin/cache/{kind}", Scope.ADMIN, this::clear)
                .says("Drop all kept answers of a kind, in memory and in Redis")
                .answers(200, Cleared.class);
    }

    /**
     * @param hits answered from memory, or by a read that another had begun
     * @param sharedHits answered by what a gateway kept in Redis
     * @param loads asked of the database
     * @param outdated found, and passed over because a frame had changed it
     */
    private record One(
            String kind,
            long entries,
            long hits,
            long sharedHits,
            long loads,
            long failures,
            long outdated,
            long evictions,
            long loadMicros) {}

    /** @param redis whether Redis answers; null when none is configured */
    private record Kept(List<One> items, long bytes, long mostBytes, Boolean redis) {}

    private record Keys(One kept, List<String> keys) {}

    private record Existence(String kind, String key, boolean memory, boolean redis) {}

    private record Cleared(String kind, long dropped) {}

    private Answer all(Call call) {
        List<One> items = Arrays.stream(Kind.values()).map(this::body).toList();
        return Answer.ok(new Kept(
                items, cache().bytes(), cache().mostBytes(), cache().isShared().orElse(null)));
    }

    private One body(Kind kind) {
        Counts counts = cache().counts(kind);
        return new One(
                kind.word(),
                cache().entries(kind),
                counts.hits.sum(),
                counts.sharedHits.sum(),
                counts.loads.sum(),
                counts.failures.sum(),
                counts.outdated.sum(),
                counts.evictions.sum(),
                TimeUnit.NANOSECONDS.toMicros(counts.loadNanos.sum()));
    }

    private Answer one(Call call) {
        Kind kind = kind(call);
        return Answer.ok(new Keys(body(kind), cache().keys(kind, MOST_KEYS)));
    }

    private Answer key(Call call) {
        Kind kind = kind(call);
        String key = call.part("key");
        return Answer.ok(new Existence(kind.word(), key, cache().isInMemory(kind, key), cache().isShared(kind, key)));
    }

    private CompletionStage<Answer> clear(Call call) {
        call.form().knows(Fields.NONE);
        Kind kind = kind(call);
        return CompletableFuture.completedFuture(Answer.ok(new Cleared(kind.word(), cache().clear(kind))));
    }

    private static Kind kind(Call call) {
        return Kind.of(call.part("kind"))
                .orElseThrow(() -> Problem.at("kind", ProblemCode.NOT_FOUND, "there is no such kind of answers"));
    }
}
