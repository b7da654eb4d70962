package io.rialto.gateway.protection;

import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.protection.Block;
import io.rialto.feeds.protection.Protection;
import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.BlockScope;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Kill and suspend: somebody's orders go, and no more come in. To lift a kill takes two administrators. */
public final class BlockRoutes implements RouteGroup {
    private static final Fields KILL_FIELDS = Fields.of(Field.choice("scope", BlockScope.class), Field.text("target"));
    private static final Fields SUSPEND_FIELDS = Fields.of(
            Field.choice("scope", BlockScope.class),
            Field.text("target"),
            Field.flag("cancelOpenOrders").optional(),
            Field.flag("resume").optional());
    private static final Fields SUSPEND_ACCOUNT_FIELDS =
            Fields.of(Field.flag("cancelOpenOrders").optional());

    private final Ingress ingress;
    private final Protection protection;
    private final Listed listed;
    private final Targets targets;
    private final String ack;

    public BlockRoutes(Ingress ingress, Protection protection, Listed listed, KeyRing keys, String ack) {
        this.ingress = ingress;
        this.protection = protection;
        this.listed = listed;
        targets = new Targets(listed, keys);
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/kill", Scope.ADMIN, this::kill)
                .says("Cancel everything of a scope and hold it back")
                .stopsHarm()
                .takes(KILL_FIELDS)
                .answers(200, Body.class);
        routes.read("/admin/blocks", Scope.ADMIN, this::blocks)
                .says("Who is held back")
                .answers(200, Items.class);
        routes.write("POST", "/admin/suspend", Scope.ADMIN, this::suspend)
                .says("Suspend or resume a scope")
                .takes(SUSPEND_FIELDS)
                .answers(200, Body.class);
        routes.write("POST", "/admin/accounts/{id}/suspend", Scope.ADMIN, this::suspendAccount)
                .says("Suspend an account")
                .takes(SUSPEND_ACCOUNT_FIELDS)
                .answers(200, Body.class);
        routes.write("POST", "/admin/accounts/{id}/resume", Scope.ADMIN, this::resumeAccount)
                .says("Resume an account")
                .takes(Fields.NONE)
                .answers(200, Body.class);
    }

    private record Body(
            String scope,
            String target,
            String state,
            List<String> cancelled,
            int remaining,
            long sequence,
            String ack) {}

    private record BlockBody(String scope, String target, String state, String since, long sequence) {}

    private record Items(List<BlockBody> items, long sequence) {}

    private CompletionStage<Answer> kill(Call call) {
        Form form = call.form().knows(KILL_FIELDS);
        BlockScope scope = form.choice("scope", BlockScope.class);
        int target = targets.number(scope, form);
        return send(call, ProtectionCommands.kill(scope, target), scope, form.text("target"), "KILLED");
    }

    /** Of a firm or an account; {@code resume} takes it back. */
    private CompletionStage<Answer> suspend(Call call) {
        Form form = call.form().knows(SUSPEND_FIELDS);
        BlockScope scope = form.choice("scope", BlockScope.class);
        int target = targets.number(scope, form);
        String name = form.text("target");
        if (form.flag("resume", false)) {
            // Who holds back does not let go again: as of /admin/accounts/{id}/resume.
            if (!call.caller().may(Scope.ADMIN)) throw Problem.of(ProblemCode.FORBIDDEN, "only administrators let go");
            return send(call, ProtectionCommands.resume(scope, target), scope, name, "RESUMED");
        }
        Command command = ProtectionCommands.suspend(scope, target, form.flag("cancelOpenOrders", false));
        return send(call, command, scope, name, "SUSPENDED");
    }

    private CompletionStage<Answer> suspendAccount(Call call) {
        int account = listed.account("id", call.part("id")).number();
        boolean cancels = call.form().knows(SUSPEND_ACCOUNT_FIELDS).flag("cancelOpenOrders", false);
        Command command = ProtectionCommands.suspend(BlockScope.ACCOUNT, account, cancels);
        return send(call, command, BlockScope.ACCOUNT, call.part("id"), "SUSPENDED");
    }

    private CompletionStage<Answer> resumeAccount(Call call) {
        int account = listed.account("id", call.part("id")).number();
        call.form().knows(Fields.NONE);
        Command command = ProtectionCommands.resume(BlockScope.ACCOUNT, account);
        return send(call, command, BlockScope.ACCOUNT, call.part("id"), "RESUMED");
    }

    /** What holds back must not wait behind orders, so it goes where cancels go. */
    private CompletionStage<Answer> send(Call call, Command command, BlockScope scope, String target, String state) {
        return ingress.cancel(call.origin(), command)
                .thenApply(outcome -> Answer.decided(outcome, frame -> {
                    Cancelled cancelled = Cancelled.of(frame);
                    return Answer.ok(new Body(
                            scope.name(),
                            target,
                            state,
                            cancelled.orders(),
                            cancelled.remaining(),
                            frame.sequence(),
                            ack));
                }));
    }

    private Answer blocks(Call call) {
        Listing<Block> all = protection.blocks();
        return Answer.ok(new Items(all.items().stream().map(this::body).toList(), all.sequence()));
    }

    private BlockBody body(Block block) {
        return new BlockBody(
                block.scope().name(),
                targets.name(block.scope(), block.target()),
                block.isKill() ? "KILLED" : "SUSPENDED",
                Times.text(block.timeNanos()),
                block.sequence());
    }
}
