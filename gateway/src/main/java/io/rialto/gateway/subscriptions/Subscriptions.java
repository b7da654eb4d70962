package io.rialto.gateway.subscriptions;

import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.filters.Filter;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Priority;
import io.rialto.gateway.notices.Wish;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** All readers' wishes, in the control database. Thread-safe; a change is on disk when its method returns. */
public final class Subscriptions {
    private final Jdbi sql;
    private final Clock clock;
    private final int most;
    private final IntConsumer changed;

    /**
     * @param most of one reader
     * @param changed hears of readers that said something new
     */
    public Subscriptions(ControlDatabase control, Clock clock, int most, IntConsumer changed) {
        this.sql = control.sql();
        this.clock = clock;
        this.most = most;
        this.changed = changed;
    }

    /** @param firmOf an account's firm; 0 for none */
    public RouteGroup routes(Listed listed, IntUnaryOperator firmOf) {
        return new SubscriptionRoutes(this, listed, firmOf);
    }

    public List<Wish> of(int reader) {
        return kept(reader).stream().map(Subscription::wish).toList();
    }

    /** Of everybody who has said anything. */
    public Set<Integer> readers() {
        return sql.withHandle(handle -> handle.createQuery("SELECT DISTINCT reader FROM notice_subscription")
                .mapTo(Integer.class)
                .set());
    }

    List<Subscription> kept(int reader) {
        return sql.withHandle(
                handle -> handle.createQuery("SELECT * FROM notice_subscription WHERE reader = :reader ORDER BY id")
                        .bind("reader", reader)
                        .map((row, context) -> subscription(row))
                        .list());
    }

    Subscription add(int reader, Subscription.Kind kind, Wish wish) {
        Subscription made = sql.inTransaction(handle -> {
            int id = ControlDatabase.nextNumber(handle, "notice_subscription");
            int known = handle.createQuery("SELECT COUNT(*) FROM notice_subscription WHERE reader = :reader")
                    .bind("reader", reader)
                    .mapTo(Integer.class)
                    .one();
            if (known >= most) {
                String rule = "a reader has at most " + most + " subscriptions to notifications: take one back";
                throw Problem.of(ProblemCode.TOO_MANY_SUBSCRIPTIONS, rule);
            }
            Subscription subscription = new Subscription(id, reader, kind, wish, clock.millis());
            handle.createUpdate("INSERT INTO notice_subscription (id, reader, kind, scope, firm, types, least, symbol,"
                            + " threshold, filter, created_millis) VALUES (:id, :reader, :kind, :scope, :firm, :types,"
                            + " :least, :symbol, :threshold, :filter, :created)")
                    .bind("id", id)
                    .bind("reader", reader)
                    .bind("kind", kind.name())
                    .bind("scope", wish.scope().name())
                    .bind("firm", wish.firm())
                    .bind("types", wish.types().stream().map(Enum::name).collect(Collectors.joining(",")))
                    .bind("least", wish.least().name())
                    .bind("symbol", wish.symbol().orElse(""))
                    .bind(
                            "threshold",
                            wish.threshold().map(BigDecimal::toPlainString).orElse(""))
                    .bind("filter", wish.filter().text())
                    .bind("created", subscription.createdMillis())
                    .execute();
            return subscription;
        });
        changed.accept(reader);
        return made;
    }

    /** @return those that were taken back */
    List<Subscription> remove(int reader, Optional<Integer> id) {
        List<Subscription> gone = kept(reader).stream()
                .filter(each -> id.isEmpty() || id.get() == each.id())
                .toList();
        sql.useTransaction(handle ->
                gone.forEach(each -> handle.execute("DELETE FROM notice_subscription WHERE id = ?", each.id())));
        changed.accept(reader);
        return gone;
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        String filter = row.getString("filter");
        Wish wish = new Wish(
                Wish.Scope.valueOf(row.getString("scope")),
                row.getInt("firm"),
                types(row.getString("types")),
                Priority.valueOf(row.getString("least")),
                Optional.of(row.getString("symbol")).filter(text -> !text.isEmpty()),
                Optional.of(row.getString("threshold"))
                        .filter(text -> !text.isEmpty())
                        .map(BigDecimal::new),
                filter.isEmpty() ? Filter.ALL : Filter.of("filter", filter, SubscriptionForm.NAMES));
        return new Subscription(
                row.getInt("id"),
                row.getInt("reader"),
                Subscription.Kind.valueOf(row.getString("kind")),
                wish,
                row.getLong("created_millis"));
    }

    private static Set<NoticeType> types(String text) {
        Set<NoticeType> types = EnumSet.noneOf(NoticeType.class);
        Arrays.stream(text.split(","))
                .filter(word -> !word.isEmpty())
                .map(NoticeType::valueOf)
                .forEach(types::add);
        return types;
    }
}
