package io.rialto.gateway.parameters;

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
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.ChangeScheduledDecoder;
import io.rialto.protocol.InstrumentChangedDecoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import io.rialto.protocol.frame.FrameView;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Change one parameter of an instrument: now, at a time, or when a phase begins. */
public final class ParameterRoutes implements RouteGroup {
    private static final Fields ASKED_FIELDS = Fields.of(
            Field.choice("parameter", InstrumentParameter.class),
            Field.text("value").orNull(),
            Field.moment("at").optional(),
            Field.choice("atPhase", Phase.class).optional());

    private final Ingress ingress;
    private final Listed instruments;
    private final String ack;

    public ParameterRoutes(Ingress ingress, Listed instruments, String ack) {
        this.ingress = ingress;
        this.instruments = instruments;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/instruments/{symbol}/parameters", Scope.ADMIN, this::change)
                .says("Change a parameter, at once, at a time or with a phase")
                .takes(ASKED_FIELDS)
                .answers(200, Body.class);
        routes.write("DELETE", "/admin/instruments/{symbol}/parameters/{change}", Scope.ADMIN, this::withdraw)
                .says("Withdraw a change that is still to come")
                .answers(200, Withdrawn.class);
    }

    /** @param change the number of a change for later; null of one that is made */
    private record Body(
            String symbol,
            String parameter,
            String value,
            String before,
            String change,
            String at,
            String atPhase,
            long sequence,
            String ack) {}

    private record Withdrawn(String symbol, String change, long sequence, String ack) {}

    private record Asked(InstrumentParameter parameter, long value, long atNanos, Optional<Phase> atPhase) {
        boolean isForLater() {
            return atNanos != 0 || atPhase.isPresent();
        }
    }

    private CompletionStage<Answer> change(Call call) {
        Terms terms = instruments.terms("symbol", call.part("symbol"));
        Asked asked = asked(call.form(), terms);
        int instrument = terms.instrument().number();
        Command command = asked.isForLater()
                ? ParameterCommands.schedule(
                        instrument, asked.parameter, asked.value, asked.atNanos, asked.atPhase.orElse(Phase.NULL_VAL))
                : ParameterCommands.change(instrument, asked.parameter, asked.value);
        return ingress.submit(call.origin(), command)
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.ok(body(frame, asked, terms))));
    }

    private static Asked asked(Form form, Terms terms) {
        form.knows(ASKED_FIELDS);
        if (form.has("at") && form.has("atPhase")) {
            throw Problem.at("atPhase", ProblemCode.INVALID_VALUE, "at and atPhase must not be given together");
        }
        InstrumentParameter parameter = form.choice("parameter", InstrumentParameter.class);
        return new Asked(
                parameter,
                ParameterUnits.read(form, "value", parameter.name(), terms),
                form.has("at") ? Times.nanos("at", form.text("at")) : 0,
                form.has("atPhase") ? Optional.of(form.choice("atPhase", Phase.class)) : Optional.empty());
    }

    private Body body(KeptFrame frame, Asked asked, Terms terms) {
        String name = asked.parameter.name();
        String before = frame.event(InstrumentChangedDecoder.TEMPLATE_ID)
                .filter(view -> !asked.isForLater())
                .map(view -> ParameterUnits.text(name, changed(view).oldValue(), terms))
                .orElse(null);
        String change = frame.event(ChangeScheduledDecoder.TEMPLATE_ID)
                .map(view -> Long.toString(scheduled(view).change()))
                .orElse(null);
        return new Body(
                terms.instrument().symbol(),
                name,
                ParameterUnits.text(name, asked.value, terms),
                before,
                change,
                asked.atNanos == 0 ? null : Times.text(asked.atNanos),
                asked.atPhase.map(Enum::name).orElse(null),
                frame.sequence(),
                ack);
    }

    private CompletionStage<Answer> withdraw(Call call) {
        Terms terms = instruments.terms("symbol", call.part("symbol"));
        long change = ParameterCommands.number("change", call.part("change"));
        return ingress.submit(call.origin(), ParameterCommands.withdrawScheduled(change))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(new Withdrawn(
                                terms.instrument().symbol(), call.part("change"), outcome.sequence(), ack))));
    }

    private static InstrumentChangedDecoder changed(FrameView view) {
        return new InstrumentChangedDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
    }

    private static ChangeScheduledDecoder scheduled(FrameView view) {
        return new ChangeScheduledDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
    }
}
