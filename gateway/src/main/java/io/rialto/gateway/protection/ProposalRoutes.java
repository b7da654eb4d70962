package io.rialto.gateway.protection;

import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.protection.Proposal;
import io.rialto.feeds.protection.Protection;
import io.rialto.gateway.access.KeyRing;
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
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.parameters.ParameterUnits;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.AccountLimit;
import io.rialto.protocol.BlockScope;
import io.rialto.protocol.ChangeProposedDecoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.ProposalSubject;
import io.rialto.protocol.frame.FrameView;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** What takes two: one administrator proposes, another approves. */
public final class ProposalRoutes implements RouteGroup {
    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,17}");
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int MOST_SECONDS = 31_536_000;
    private static final Fields PARAMETER_FIELDS = Fields.of(
            Field.word("subject", "INSTRUMENT_PARAMETER"),
            Field.text("symbol"),
            Field.choice("parameter", InstrumentParameter.class),
            Field.text("value").orNull(),
            Field.whole("validSeconds", 0, MOST_SECONDS).optional());
    private static final Fields LIMIT_FIELDS = Fields.of(
            Field.word("subject", "ACCOUNT_LIMIT"),
            Field.text("account"),
            Field.text("symbol").optional(),
            Field.choice("limit", AccountLimit.class),
            Field.text("value").orNull(),
            Field.whole("validSeconds", 0, MOST_SECONDS).optional());
    private static final Fields UNBLOCK_FIELDS = Fields.of(
            Field.word("subject", "UNBLOCK"),
            Field.choice("scope", BlockScope.class),
            Field.text("target"),
            Field.whole("validSeconds", 0, MOST_SECONDS).optional());

    private final Ingress ingress;
    private final Protection protection;
    private final Listed listed;
    private final Targets targets;
    private final String ack;

    public ProposalRoutes(Ingress ingress, Protection protection, Listed listed, KeyRing keys, String ack) {
        this.ingress = ingress;
        this.protection = protection;
        this.listed = listed;
        targets = new Targets(listed, keys);
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/proposals", Scope.ADMIN, this::propose)
                .says("Propose what takes two")
                .takes(PARAMETER_FIELDS, LIMIT_FIELDS, UNBLOCK_FIELDS)
                .answers(201, Proposed.class);
        routes.read("/admin/proposals", Scope.ADMIN, this::list)
                .says("What was proposed and what became of it")
                .answers(200, Items.class);
        routes.write(
                        "POST",
                        "/admin/proposals/{id}/approve",
                        Scope.ADMIN,
                        call -> end(call, "APPROVED", ProtectionCommands::approve))
                .says("Approve what another administrator proposed")
                .takes(Fields.NONE)
                .answers(200, Ended.class);
        routes.write(
                        "POST",
                        "/admin/proposals/{id}/withdraw",
                        Scope.ADMIN,
                        call -> end(call, "WITHDRAWN", ProtectionCommands::withdraw))
                .says("Withdraw a proposal")
                .takes(Fields.NONE)
                .answers(200, Ended.class);
    }

    private record Proposed(String id, String subject, String state, long sequence, String ack) {}

    private record Ended(String id, String state, List<String> cancelled, long sequence, String ack) {}

    private record Items(List<ProposalBody> items, long sequence) {}

    private CompletionStage<Answer> propose(Call call) {
        Form form = call.form();
        ProposalSubject subject = form.choice("subject", ProposalSubject.class);
        long validNanos = form.integer("validSeconds", 0, MOST_SECONDS, 0) * NANOS_PER_SECOND;
        Command command = switch (subject) {
            case ACCOUNT_LIMIT -> limit(form, validNanos);
            case UNBLOCK -> unblock(form, validNanos);
            default -> parameter(form, validNanos);
        };
        return ingress.submit(call.origin(), command)
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.created(
                                new Proposed(number(frame), subject.name(), "OPEN", frame.sequence(), ack))));
    }

    private Command parameter(Form form, long validNanos) {
        form.knows(PARAMETER_FIELDS);
        Terms terms = listed.terms("symbol", form.text("symbol"));
        InstrumentParameter parameter = form.choice("parameter", InstrumentParameter.class);
        long value = ParameterUnits.read(form, "value", parameter.name(), terms);
        int instrument = terms.instrument().number();
        return ProtectionCommands.propose(
                ProposalSubject.INSTRUMENT_PARAMETER, parameter.value(), 0, instrument, value, validNanos);
    }

    private Command limit(Form form, long validNanos) {
        form.knows(LIMIT_FIELDS);
        LimitForm asked = LimitForm.of(form, listed);
        return ProtectionCommands.propose(
                ProposalSubject.ACCOUNT_LIMIT,
                asked.limit().value(),
                asked.account(),
                asked.instrument(),
                asked.value(),
                validNanos);
    }

    private Command unblock(Form form, long validNanos) {
        form.knows(UNBLOCK_FIELDS);
        BlockScope scope = form.choice("scope", BlockScope.class);
        int target = targets.number(scope, form);
        return ProtectionCommands.propose(ProposalSubject.UNBLOCK, scope.value(), target, 0, 0, validNanos);
    }

    private static String number(KeptFrame frame) {
        FrameView view = frame.event(ChangeProposedDecoder.TEMPLATE_ID).orElseThrow();
        return Long.toString(new ChangeProposedDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion())
                .proposal());
    }

    private CompletionStage<Answer> end(Call call, String state, LongFunction<Command> command) {
        call.form().knows(Fields.NONE);
        String id = call.part("id");
        if (!NUMBERS.matcher(id).matches()) {
            throw Problem.at("id", ProblemCode.INVALID_VALUE, "must be a number from 1 on", id);
        }
        return ingress.submit(call.origin(), command.apply(Long.parseLong(id)))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(
                                new Ended(id, state, Cancelled.of(frame).orders(), frame.sequence(), ack))));
    }

    private Answer list(Call call) {
        Listing<Proposal> all = protection.proposals();
        return Answer.ok(new Items(
                all.items().stream()
                        .map(proposal -> ProposalBody.of(proposal, listed, targets))
                        .toList(),
                all.sequence()));
    }
}
