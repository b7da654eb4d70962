package io.rialto.gateway.firms;

import io.rialto.feeds.risk.Risk;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.market.Listed;
import io.rialto.protocol.AccountState;
import io.rialto.protocol.SetAccountStateEncoder;
import java.util.concurrent.CompletionStage;

/** Administrators say what an account may do: everything, only reduce, or nothing until they say so again. */
final class AccountStateRoutes implements RouteGroup {
    private static final Fields SET_FIELDS = Fields.of(Field.choice("state", AccountState.class));

    private final Ingress ingress;
    private final Risk risk;
    private final Listed listed;
    private final String ack;

    AccountStateRoutes(Ingress ingress, Risk risk, Listed listed, String ack) {
        this.ingress = ingress;
        this.risk = risk;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/admin/accounts/{id}/state", Scope.ADMIN, this::state)
                .says("Whether an account may trade")
                .answers(200, Body.class);
        routes.write("PUT", "/admin/accounts/{id}/state", Scope.ADMIN, this::set)
                .says("Set whether an account may trade")
                .takes(SET_FIELDS)
                .answers(200, Set.class);
    }

    private record Body(String account, AccountState state) {}

    private record Set(String account, AccountState state, long sequence, String ack) {}

    private Answer state(Call call) {
        int account = account(call);
        return Answer.ok(new Body(Integer.toString(account), risk.state(account)));
    }

    private CompletionStage<Answer> set(Call call) {
        int account = account(call);
        Form form = call.form().knows(SET_FIELDS);
        AccountState state = form.choice("state", AccountState.class);
        return ingress.submit(call.origin(), command(account, state))
                .thenApply(outcome -> Answer.decided(
                        outcome, frame -> Answer.ok(new Set(Integer.toString(account), state, frame.sequence(), ack))));
    }

    private int account(Call call) {
        return listed.account("id", call.part("id")).number();
    }

    private static Command command(int account, AccountState state) {
        return frame -> {
            SetAccountStateEncoder command = new SetAccountStateEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .account(account)
                    .state(state);
            frame.commandEncoded(SetAccountStateEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }
}
