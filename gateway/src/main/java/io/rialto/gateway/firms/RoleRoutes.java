package io.rialto.gateway.firms;

import io.rialto.feeds.firms.AccountPart;
import io.rialto.feeds.firms.Firms;
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
import io.rialto.protocol.AccountCapacity;
import io.rialto.protocol.AccountRole;
import io.rialto.protocol.SetAccountRoleEncoder;
import java.util.concurrent.CompletionStage;

/** Administrators say what an account is for in its firm, and for whom it trades. */
final class RoleRoutes implements RouteGroup {
    private static final Fields SET_FIELDS = Fields.of(
            Field.choice("role", AccountRole.class),
            Field.choice("capacity", AccountCapacity.class).optional());

    private final Ingress ingress;
    private final Firms firms;
    private final Listed listed;
    private final String ack;

    RoleRoutes(Ingress ingress, Firms firms, Listed listed, String ack) {
        this.ingress = ingress;
        this.firms = firms;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/admin/accounts/{id}/role", Scope.ADMIN, this::role)
                .says("The role and capacity of an account")
                .answers(200, Body.class);
        routes.write("PUT", "/admin/accounts/{id}/role", Scope.ADMIN, this::set)
                .says("Set the role and capacity of an account")
                .takes(SET_FIELDS)
                .answers(200, Set.class);
    }

    private record Body(String account, AccountRole role, AccountCapacity capacity, long sequence) {}

    private record Set(String account, AccountRole role, AccountCapacity capacity, long sequence, String ack) {}

    private Answer role(Call call) {
        AccountPart part = firms.part(account(call));
        return Answer.ok(new Body(Integer.toString(part.account()), part.role(), part.capacity(), part.sequence()));
    }

    /** What is not named stays full, and unspecified: both are set at once. */
    private CompletionStage<Answer> set(Call call) {
        int account = account(call);
        Form form = call.form().knows(SET_FIELDS);
        AccountRole role = form.choice("role", AccountRole.class);
        AccountCapacity capacity = form.choice("capacity", AccountCapacity.class, AccountCapacity.UNSPECIFIED);
        return ingress.submit(call.origin(), command(account, role, capacity))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(new Set(Integer.toString(account), role, capacity, frame.sequence(), ack))));
    }

    private int account(Call call) {
        return listed.account("id", call.part("id")).number();
    }

    private static Command command(int account, AccountRole role, AccountCapacity capacity) {
        return frame -> {
            SetAccountRoleEncoder command = new SetAccountRoleEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .account(account)
                    .role(role)
                    .capacity(capacity);
            frame.commandEncoded(SetAccountRoleEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }
}
