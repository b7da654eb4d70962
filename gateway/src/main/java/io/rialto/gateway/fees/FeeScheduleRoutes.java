package io.rialto.gateway.fees;

import io.rialto.feeds.fees.FeeAssignment;
import io.rialto.feeds.fees.FeeSchedule;
import io.rialto.feeds.fees.FeeTier;
import io.rialto.feeds.fees.Fees;
import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.listing.Listing;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.FeeScheduleSetDecoder;
import io.rialto.protocol.FeeScope;
import io.rialto.protocol.frame.FrameView;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Fee schedules, every version of them, and for whom they are. */
public final class FeeScheduleRoutes implements RouteGroup {
    private static final int MOST_SCHEDULES = 255;
    private static final Fields ASSIGN_FIELDS = Fields.of(
            Field.whole("schedule", 1, MOST_SCHEDULES).orNull(),
            Field.text("asset"),
            Field.choice("scope", FeeScope.class),
            Field.text("target"));

    private final Ingress ingress;
    private final Fees fees;
    private final Listed listed;
    private final String ack;

    public FeeScheduleRoutes(Ingress ingress, Fees fees, Listed listed, String ack) {
        this.ingress = ingress;
        this.fees = fees;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/fee-schedules", Scope.ADMIN, this::set)
                .says("Set a fee schedule")
                .takes(FeeScheduleForm.FIELDS)
                .answers(200, Schedule.class)
                .takesTwo();
        routes.read("/admin/fee-schedules", Scope.ADMIN, call -> bodies(fees.schedules()))
                .says("All fee schedules")
                .answers(200, Items.class, Schedule.class);
        routes.read("/admin/fee-schedules/{schedule}", Scope.ADMIN, this::versions, "asOf")
                .says("Every version of a fee schedule")
                .answers(200, Items.class, Schedule.class);
        routes.write("POST", "/admin/fee-assignments", Scope.ADMIN, this::assign)
                .says("Assign a fee schedule, or take it back")
                .takes(ASSIGN_FIELDS)
                .answers(200, Assignment.class)
                .takesTwo();
        routes.read("/admin/fee-assignments", Scope.ADMIN, this::assignments)
                .says("Who pays by which fee schedule")
                .answers(200, Items.class, Assignment.class);
    }

    private record Items<T>(List<T> items, long sequence) {}

    private record Tier(String fromVolume, String makerFeeRate, String takerFeeRate) {}

    private record Schedule(
            int schedule, int version, String asset, List<Tier> tiers, String feePerLot, long sequence, String ack) {}

    private record Assignment(String scope, String target, String asset, Integer schedule, long sequence, String ack) {}

    private CompletionStage<Answer> set(Call call) {
        FeeScheduleForm form = FeeScheduleForm.of(call.form(), listed);
        return ingress.submit(call.origin(), FeeCommands.set(form))
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.ok(body(set(form, frame)))));
    }

    private static FeeSchedule set(FeeScheduleForm form, KeptFrame frame) {
        FrameView view = frame.event(FeeScheduleSetDecoder.TEMPLATE_ID).orElseThrow();
        FeeScheduleSetDecoder event = new FeeScheduleSetDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        List<FeeTier> tiers = form.tiers().stream()
                .map(tier -> new FeeTier(tier.fromMinor(), tier.makerRate(), tier.takerRate()))
                .toList();
        int asset = form.asset().number();
        return new FeeSchedule(form.schedule(), event.version(), asset, tiers, form.feePerLotMinor(), frame.sequence());
    }

    private Answer bodies(Listing<FeeSchedule> all) {
        return Answer.ok(new Items<>(all.items().stream().map(this::body).toList(), all.sequence()));
    }

    /** Oldest first; with a sequence, those that stood up to it: the last one then. */
    private Answer versions(Call call) {
        String number = call.part("schedule");
        int schedule = number.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(number) : MOST_SCHEDULES + 1;
        long until = call.whole("asOf", 0, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        Listing<FeeSchedule> all = fees.versions(schedule);
        List<FeeSchedule> known = all.items().stream()
                .filter(version -> version.sequence() <= until)
                .toList();
        return bodies(new Listing<>(known, all.sequence()));
    }

    private Schedule body(FeeSchedule schedule) {
        Asset asset = listed.asset(schedule.asset());
        return new Schedule(
                schedule.number(),
                schedule.version(),
                asset.code(),
                schedule.tiers().stream().map(tier -> body(tier, asset)).toList(),
                schedule.feePerLotMinor().isEmpty()
                        ? null
                        : Decimals.text(schedule.feePerLotMinor().getAsLong(), asset.scale()),
                schedule.sequence(),
                ack);
    }

    private static Tier body(FeeTier tier, Asset asset) {
        return new Tier(
                Decimals.text(tier.fromMinor(), asset.scale()),
                Decimals.text(tier.makerRate(), Terms.RATE_SCALE),
                Decimals.text(tier.takerRate(), Terms.RATE_SCALE));
    }

    private CompletionStage<Answer> assign(Call call) {
        Form form = call.form().knows(ASSIGN_FIELDS);
        FeeScope scope = form.choice("scope", FeeScope.class);
        int schedule = form.isNull("schedule") ? 0 : (int) form.integer("schedule", 1, MOST_SCHEDULES);
        int asset = listed.asset(form.at("asset"), form.text("asset")).number();
        int target = target(form, scope);
        return ingress.submit(call.origin(), FeeCommands.assign(schedule, asset, scope, target))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(body(new FeeAssignment(scope, target, asset, schedule, frame.sequence())))));
    }

    /** A market by its symbol, everybody else by number. */
    private int target(Form form, FeeScope scope) {
        String text = form.text("target");
        String at = form.at("target");
        return switch (scope) {
            case INSTRUMENT -> listed.terms(at, text).instrument().number();
            case ACCOUNT -> listed.account(at, text).number();
            default -> (int) Math.min(Decimals.minor(at, text, 0), Integer.MAX_VALUE);
        };
    }

    private Answer assignments(Call call) {
        Listing<FeeAssignment> all = fees.assignments();
        return Answer.ok(new Items<>(all.items().stream().map(this::body).toList(), all.sequence()));
    }

    private Assignment body(FeeAssignment assignment) {
        boolean isMarkets = assignment.scope() == FeeScope.INSTRUMENT;
        return new Assignment(
                assignment.scope().name(),
                isMarkets
                        ? listed.terms(assignment.target()).instrument().symbol()
                        : Integer.toString(assignment.target()),
                listed.asset(assignment.asset()).code(),
                assignment.schedule() == 0 ? null : assignment.schedule(),
                assignment.sequence(),
                ack);
    }
}
