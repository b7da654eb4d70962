package io.rialto.gateway.quotes;

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
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.AssignQuoteGroupEncoder;
import io.rialto.protocol.ResetQuotesEncoder;
import java.util.concurrent.CompletionStage;

/** The limits beyond which quotes are pulled: of an instrument, of a group of them, of all. */
public final class ProtectionRoutes implements RouteGroup {
    private static final int WHOLE_BPS = 10_000;
    private static final Fields ASSIGN_FIELDS = Fields.of(
            Field.text("symbol"),
            Field.whole("group", 0, Integer.MAX_VALUE),
            Field.whole("deltaWeightBps", Integer.MIN_VALUE, Integer.MAX_VALUE).optional());

    private final Ingress ingress;
    private final Listed instruments;
    private final String ack;

    public ProtectionRoutes(Ingress ingress, Listed instruments, String ack) {
        this.ingress = ingress;
        this.instruments = instruments;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/quotes/protection", Scope.TRADE, this::protect)
                .says("Protect quotes of an instrument or of a group")
                .takes(ProtectionForm.OF_INSTRUMENT_FIELDS, ProtectionForm.OF_GROUP_FIELDS)
                .answers(200, Done.class);
        routes.write("POST", "/quotes/groups", Scope.TRADE, this::assign)
                .says("Put an instrument's quotes into a group")
                .takes(ASSIGN_FIELDS)
                .answers(200, Done.class);
        routes.write("POST", "/quotes/reset", Scope.TRADE, this::reset)
                .says("Quote again after protection has pulled quotes")
                .takes(Fields.NONE)
                .answers(200, Done.class);
    }

    private record Done(String account, long sequence, String ack) {}

    private CompletionStage<Answer> protect(Call call) {
        int account = call.tradeAccount();
        Form form = call.form();
        Command command = form.has("symbol")
                ? ProtectionForm.ofInstrument(form, instruments).command(account)
                : ProtectionForm.ofGroup(form, instruments).command(account);
        return done(call, account, command);
    }

    /** Whether there is such a group is the venue's rules' business. */
    private CompletionStage<Answer> assign(Call call) {
        int account = call.tradeAccount();
        Form form = call.form().knows(ASSIGN_FIELDS);
        Terms terms = instruments.terms("symbol", form.text("symbol"));
        int group = (int) form.integer("group", 0, Integer.MAX_VALUE);
        int weightBps = (int) form.integer("deltaWeightBps", Integer.MIN_VALUE, Integer.MAX_VALUE, WHOLE_BPS);
        return done(call, account, frame -> {
            AssignQuoteGroupEncoder command = new AssignQuoteGroupEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .account(account)
                    .instrument(terms.instrument().number())
                    .group(group)
                    .deltaWeightBps(weightBps);
            frame.commandEncoded(AssignQuoteGroupEncoder.TEMPLATE_ID, command.encodedLength());
        });
    }

    private CompletionStage<Answer> reset(Call call) {
        int account = call.tradeAccount();
        call.form().knows(Fields.NONE);
        return done(call, account, frame -> {
            ResetQuotesEncoder command = new ResetQuotesEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.account(account);
            frame.commandEncoded(ResetQuotesEncoder.TEMPLATE_ID, command.encodedLength());
        });
    }

    private CompletionStage<Answer> done(Call call, int account, Command command) {
        return ingress.submit(call.origin(), command)
                .thenApply(outcome -> Answer.decided(
                        outcome, frame -> Answer.ok(new Done(Integer.toString(account), frame.sequence(), ack))));
    }
}
