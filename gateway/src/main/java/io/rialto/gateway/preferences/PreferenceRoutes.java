package io.rialto.gateway.preferences;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.inbox.Readers;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Outlet;
import io.rialto.gateway.notices.Preference;
import io.rialto.gateway.notices.Priority;
import io.rialto.gateway.notices.QuietHours;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** The caller's own preferences. */
final class PreferenceRoutes implements RouteGroup {
    private static final String ALL = "/notifications/preferences";
    private static final String ONE = "/notifications/preferences/{id}";
    private static final Pattern HOURS = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Fields QUIET = Fields.of(
            Field.text("start", HOURS).says("of the day, the first quiet minute"),
            Field.text("end", HOURS)
                    .says("the first that is not; over midnight when before the start, never quiet when the same"),
            Field.text("zone").says("a time zone, like Europe/Zurich"));
    private static final Fields CHANGE = Fields.of(
                    Field.flag("enabled"),
                    Field.choice("minPriority", Priority.class),
                    Field.form("quietHours", QUIET).orNull())
            .optional();
    private static final Fields MAKE = Fields.of(
                    Field.choice("type", NoticeType.class)
                            .optional()
                            .says("without it, of every type that has none of its own"),
                    Field.choice("channel", Outlet.class))
            .and(CHANGE);

    private final Preferences preferences;

    PreferenceRoutes(Preferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", ALL + "/set-defaults", Scope.READ, this::setDefaults)
                .says("Forget my preferences and write down what counts without any")
                .takes(Fields.NONE)
                .answers(200, Items.class);
        routes.read(ALL, Scope.READ, this::list)
                .says("How I want to be told; what has no line here is as set-defaults would write it")
                .answers(200, Items.class);
        routes.write("POST", ALL, Scope.READ, this::put)
                .says("Say how I want to be told of a type by a channel, in the place of what was said of both before")
                .takes(MAKE)
                .answers(201, Body.class);
        routes.write("PUT", ONE, Scope.READ, this::change)
                .says("Change one; what is absent stays, null takes quiet hours away")
                .takes(CHANGE)
                .answers(200, Body.class);
        routes.write("DELETE", ONE, Scope.READ, this::remove)
                .says("Take one back")
                .takes(Fields.NONE)
                .answers(200, Body.class);
    }

    private record Hours(String start, String end, String zone) {}

    /** @param type null for every type without one of its own */
    private record Body(
            String id, NoticeType type, Outlet channel, boolean enabled, Priority minPriority, Hours quietHours) {
        static Body of(Preferences.Kept kept) {
            Preference its = kept.preference();
            return new Body(
                    Integer.toString(kept.id()),
                    its.type().orElse(null),
                    its.outlet(),
                    its.enabled(),
                    its.least(),
                    its.quiet()
                            .map(hours -> new Hours(
                                    hours.start().toString(),
                                    hours.end().toString(),
                                    hours.zone().getId()))
                            .orElse(null));
        }
    }

    private record Items(List<Body> items) {
        static Items of(List<Preferences.Kept> kept) {
            return new Items(kept.stream().map(Body::of).toList());
        }
    }

    private Answer list(Call call) {
        return Answer.ok(Items.of(preferences.kept(Readers.read(call))));
    }

    private CompletionStage<Answer> setDefaults(Call call) {
        call.form().knows(Fields.NONE);
        return soon(Answer.ok(Items.of(preferences.setDefaults(Readers.own(call)))));
    }

    private CompletionStage<Answer> put(Call call) {
        Form form = call.form().knows(MAKE);
        Optional<NoticeType> type =
                form.has("type") ? Optional.of(form.choice("type", NoticeType.class)) : Optional.empty();
        Preference fresh =
                new Preference(type, form.choice("channel", Outlet.class), true, Priority.LOW, Optional.empty());
        return soon(Answer.created(Body.of(preferences.put(Readers.own(call), changed(fresh, form)))));
    }

    private CompletionStage<Answer> change(Call call) {
        Form form = call.form().knows(CHANGE);
        Preferences.Kept before = kept(call);
        return soon(Answer.ok(Body.of(preferences.put(Readers.own(call), changed(before.preference(), form)))));
    }

    private static Preference changed(Preference before, Form form) {
        return new Preference(
                before.type(),
                before.outlet(),
                form.flag("enabled", before.enabled()),
                form.choice("minPriority", Priority.class, before.least()),
                form.has("quietHours") ? quiet(form) : before.quiet());
    }

    private static Optional<QuietHours> quiet(Form form) {
        if (form.isNull("quietHours")) return Optional.empty();
        Form hours = form.form("quietHours").knows(QUIET);
        String zone = hours.text("zone");
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            String rule = "must be a time zone, like Europe/Zurich";
            throw Problem.at(hours.at("zone"), ProblemCode.INVALID_VALUE, rule, zone);
        }
        return Optional.of(new QuietHours(time(hours, "start"), time(hours, "end"), ZoneId.of(zone)));
    }

    private static LocalTime time(Form hours, String field) {
        return LocalTime.parse(hours.text(field, HOURS, "must be a time of day like 22:00"));
    }

    private CompletionStage<Answer> remove(Call call) {
        call.form().knows(Fields.NONE);
        Preferences.Kept gone = kept(call);
        preferences.remove(Readers.own(call), gone.id());
        return soon(Answer.ok(Body.of(gone)));
    }

    private Preferences.Kept kept(Call call) {
        int id = Readers.id(call);
        return preferences.kept(Readers.own(call)).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> Problem.at("id", ProblemCode.NOT_FOUND, "there is no such preference"));
    }

    private static CompletionStage<Answer> soon(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
