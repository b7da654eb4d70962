package io.rialto.gateway.tiers;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Choices;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.limits.Fare;
import io.rialto.gateway.limits.LimitBody;
import io.rialto.gateway.limits.LimitBook;
import io.rialto.gateway.limits.Plan;
import io.rialto.gateway.limits.Tier;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The limits of requests, changed while the venue runs. Each change is in force with the next request, and kept; a limit
 * that changes is counted anew.
 */
public final class RequestLimitRoutes implements RouteGroup {
    private static final String PATH = "/admin/limits/requests";
    private static final int ALL_PERCENT = 100;
    private static final Fields GROUP_FIELDS = Fields.of(Field.whole("percent", 1, ALL_PERCENT));
    private static final Fields ROUTE_FIELDS =
            Fields.of(Field.text("method"), Field.text("path"), Field.whole("weight", 1, Fare.HEAVIEST));
    private static final Fields PLAN_FIELDS =
            Fields.of(Field.whole("perSecond", 1, Plan.MOST), Field.whole("burst", Fare.HEAVIEST, Plan.MOST));

    private final LimitBook book;
    private final Supplier<List<String>> known;

    /** @param known method and path of every route */
    public RequestLimitRoutes(LimitBook book, Supplier<List<String>> known) {
        this.book = book;
        this.known = known;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read(PATH, Scope.ADMIN, call -> Answer.ok(book.told(known.get())))
                .says("How much may be asked, now")
                .answers(200, LimitBody.class);
        routes.write("PUT", PATH + "/tiers/{tier}", Scope.ADMIN, this::tier)
                .says("Change the limits of a tier")
                .takes(PLAN_FIELDS)
                .answers(200, LimitBody.class);
        routes.write("PUT", PATH + "/address", Scope.ADMIN, this::address)
                .says("Change the limits of an address")
                .takes(PLAN_FIELDS)
                .answers(200, LimitBody.class);
        routes.write("PUT", PATH + "/groups/{group}", Scope.ADMIN, this::group)
                .says("Change the share of a group of routes")
                .takes(GROUP_FIELDS)
                .answers(200, LimitBody.class);
        routes.write("PUT", PATH + "/routes", Scope.ADMIN, this::route)
                .says("Change what a route costs")
                .takes(ROUTE_FIELDS)
                .answers(200, LimitBody.class);
    }

    private CompletionStage<Answer> tier(Call call) {
        Tier tier = Choices.of("tier", call.part("tier"), Tier.class);
        book.change(tier, plan(call.form()));
        return changed();
    }

    private CompletionStage<Answer> address(Call call) {
        book.changeAddress(plan(call.form()));
        return changed();
    }

    private CompletionStage<Answer> group(Call call) {
        Fare.Group group = Choices.of("group", call.part("group"), Fare.Group.class);
        if (group == Fare.Group.CANCELS) {
            throw Problem.at("group", ProblemCode.INVALID_VALUE, "must not be that of cancels, which have no window");
        }
        book.change(group, (int) call.form().knows(GROUP_FIELDS).integer("percent", 1, ALL_PERCENT));
        return changed();
    }

    private CompletionStage<Answer> route(Call call) {
        Form form = call.form().knows(ROUTE_FIELDS);
        String route = form.text("method") + " " + form.text("path");
        if (!known.get().contains(route)) {
            throw Problem.at("path", ProblemCode.INVALID_VALUE, "must be that of a route, with its {parts}", route);
        }
        book.change(route, (int) form.integer("weight", 1, Fare.HEAVIEST));
        return changed();
    }

    private static Plan plan(Form form) {
        form.knows(PLAN_FIELDS);
        Plan plan = new Plan(
                (int) form.integer("perSecond", 1, Plan.MOST), (int) form.integer("burst", Fare.HEAVIEST, Plan.MOST));
        if (!plan.comesBackWithinAnHour()) {
            String rule = "must come back within an hour";
            throw Problem.at("burst", ProblemCode.INVALID_VALUE, rule, Integer.toString(plan.burst()));
        }
        return plan;
    }

    private CompletionStage<Answer> changed() {
        return CompletableFuture.completedFuture(Answer.ok(book.told(known.get())));
    }
}
