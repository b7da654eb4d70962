package io.rialto.gateway.admin;

import io.rialto.feeds.balances.Balances;
import io.rialto.feeds.balances.Transfer;
import io.rialto.feeds.listing.Account;
import io.rialto.feeds.listing.Asset;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Freshness;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.ingress.Outcome;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * Money in and out. The plain shape completes at once; with {@code "complete": false} a transfer stays PENDING until it
 * is completed or cancelled by its id.
 */
public final class TransferRoutes implements RouteGroup {
    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Fields ASKED_FIELDS = Fields.of(
            Field.text("account"),
            Field.text("asset"),
            Field.decimal("amount"),
            Field.flag("complete").optional());

    private final Ingress ingress;
    private final Freshness freshness;
    private final Balances balances;
    private final Listed listed;
    private final String ack;

    public TransferRoutes(Ingress ingress, Freshness freshness, Listed listed, Balances balances, String ack) {
        this.ingress = ingress;
        this.freshness = freshness;
        this.balances = balances;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/deposits", Scope.ADMIN, this::deposit)
                .says("Credit an account")
                .takes(ASKED_FIELDS)
                .answers(201, TransferBody.class)
                .takesTwo();
        routes.read("/admin/deposits/{id}", Scope.ADMIN, call -> show(call, true))
                .says("A deposit")
                .answers(200, TransferBody.class);
        routes.write(
                        "POST",
                        "/admin/deposits/{id}/complete",
                        Scope.ADMIN,
                        call -> end(call, true, TransferCommands::completeDeposit))
                .says("Complete a deposit that was begun")
                .takes(Fields.NONE)
                .answers(200, TransferBody.class);
        routes.write(
                        "POST",
                        "/admin/deposits/{id}/cancel",
                        Scope.ADMIN,
                        call -> end(call, true, TransferCommands::cancelDeposit))
                .says("Cancel a deposit that was begun")
                .takes(Fields.NONE)
                .answers(200, TransferBody.class);
        addWithdrawals(routes);
    }

    private void addWithdrawals(Routes routes) {
        routes.write("POST", "/admin/withdrawals", Scope.ADMIN, this::withdraw)
                .says("Debit an account")
                .takes(ASKED_FIELDS)
                .answers(201, TransferBody.class)
                .asksSecondFactor()
                .takesTwo();
        routes.read("/admin/withdrawals/{id}", Scope.ADMIN, call -> show(call, false))
                .says("A withdrawal")
                .answers(200, TransferBody.class);
        routes.write(
                        "POST",
                        "/admin/withdrawals/{id}/complete",
                        Scope.ADMIN,
                        call -> end(call, false, TransferCommands::completeWithdrawal))
                .says("Complete a withdrawal that was begun")
                .takes(Fields.NONE)
                .answers(200, TransferBody.class);
        routes.write(
                        "POST",
                        "/admin/withdrawals/{id}/cancel",
                        Scope.ADMIN,
                        call -> end(call, false, TransferCommands::cancelWithdrawal))
                .says("Cancel a withdrawal that was begun")
                .takes(Fields.NONE)
                .answers(200, TransferBody.class);
    }

    private record Asked(int account, int asset, long amountMinor, boolean completes) {}

    private CompletionStage<Answer> deposit(Call call) {
        Asked asked = asked(call);
        Command command = asked.completes
                ? TransferCommands.deposit(asked.account, asked.asset, asked.amountMinor)
                : TransferCommands.beginDeposit(asked.account, asked.asset, asked.amountMinor);
        return ingress.submit(call.origin(), command)
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.created(body(frame))));
    }

    private CompletionStage<Answer> withdraw(Call call) {
        Asked asked = asked(call);
        Origin origin = call.origin();
        return ingress.submit(origin, TransferCommands.beginWithdrawal(asked.account, asked.asset, asked.amountMinor))
                .thenCompose(begun -> asked.completes && begun.frame().refusal().isEmpty()
                        ? completeAtOnce(origin, begun)
                        : CompletableFuture.completedFuture(
                                Answer.decided(begun, frame -> Answer.created(body(frame)))));
    }

    /** Cut off between the two, the money stays held: the same request again completes it. */
    private CompletionStage<Answer> completeAtOnce(Origin origin, Outcome begun) {
        String id = body(begun.frame()).id();
        return ingress.submit(origin.step(1), TransferCommands.completeWithdrawal(Long.parseLong(id)))
                .handle((completed, failure) -> {
                    if (failure != null) throw Problem.unknownOutcome("withdrawal " + id + " has begun");
                    return Answer.decided(completed, frame -> Answer.created(body(frame)))
                            .replayed(begun.isReplayed());
                });
    }

    private CompletionStage<Answer> end(Call call, boolean isDeposit, LongFunction<Command> command) {
        call.form().knows(Fields.NONE);
        freshness.await(0);
        Transfer transfer = find(call, isDeposit);
        return ingress.submit(call.origin(), command.apply(transfer.number()))
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.ok(body(frame))));
    }

    private Answer show(Call call, boolean isDeposit) {
        return Answer.ok(TransferBody.of(find(call, isDeposit), listed, ack));
    }

    private Transfer find(Call call, boolean isDeposit) {
        Problem absent = Problem.at("id", ProblemCode.UNKNOWN_TRANSFER, "the transfer does not exist");
        if (!NUMBERS.matcher(call.part("id")).matches()) throw absent;
        return balances.transfer(Long.parseLong(call.part("id")))
                .item()
                .filter(transfer -> transfer.isDeposit() == isDeposit)
                .orElseThrow(() -> absent);
    }

    private Asked asked(Call call) {
        Form form = call.form().knows(ASKED_FIELDS);
        Account account = listed.account("account", form.text("account"));
        Asset asset = listed.asset("asset", form.text("asset"));
        long amountMinor = Decimals.minor("amount", form.text("amount"), asset.scale());
        return new Asked(account.number(), asset.number(), amountMinor, form.flag("complete", true));
    }

    private TransferBody body(KeptFrame frame) {
        return TransferBody.of(frame, listed, ack);
    }
}
