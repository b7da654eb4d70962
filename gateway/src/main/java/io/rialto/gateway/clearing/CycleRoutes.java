package io.rialto.gateway.clearing;

import io.rialto.feeds.clearing.Clearing;
import io.rialto.feeds.clearing.SettlementCycle;
import io.rialto.feeds.clearing.SettlementCycle.Instruction;
import io.rialto.feeds.listing.Instrument;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
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
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.BuyInEncoder;
import io.rialto.protocol.RunSettlementEncoder;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Roll a day, take its settlement instructions as a file, buy a failing member in. */
final class CycleRoutes implements RouteGroup {
    private static final String HEAD =
            "settlement_date,account,symbol,leg,direction,asset,amount,settled,open,state,failed_cycles,sequence\n";
    private static final Fields RUN_FIELDS = Fields.of(Field.day("day"));
    private static final Fields BUY_IN_FIELDS = Fields.of(
            Field.text("account"),
            Field.text("symbol"),
            Field.text("supplier"),
            Field.signed("price").optional());

    private final Ingress ingress;
    private final Clearing clearing;
    private final Listed listed;
    private final String ack;

    CycleRoutes(Ingress ingress, Clearing clearing, Listed listed, String ack) {
        this.ingress = ingress;
        this.clearing = clearing;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/settlement/run", Scope.ADMIN, this::run)
                .says("Settle a day")
                .takes(RUN_FIELDS)
                .answers(200, Begun.class);
        routes.write("POST", "/admin/settlement/buy-in", Scope.ADMIN, this::buyIn)
                .says("Buy a failing member in")
                .takes(BUY_IN_FIELDS)
                .answers(200, BoughtIn.class);
        routes.read("/admin/settlement/instructions", Scope.ADMIN, this::instructions, "day")
                .says("The settlement instructions of a day, as a file")
                .answersText("text/csv");
    }

    private record Begun(String day, long sequence, String ack) {}

    private record BoughtIn(String account, String symbol, String supplier, long sequence, String ack) {}

    /** With very many members it may still be going on when it is answered. */
    private CompletionStage<Answer> run(Call call) {
        Form form = call.form().knows(RUN_FIELDS);
        int day = Days.number(form.at("day"), form.text("day"));
        Command command = frame -> {
            RunSettlementEncoder encoder = new RunSettlementEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .day(day);
            frame.commandEncoded(RunSettlementEncoder.TEMPLATE_ID, encoder.encodedLength());
        };
        return ingress.submit(call.origin(), command)
                .thenApply(outcome ->
                        Answer.decided(outcome, frame -> Answer.ok(new Begun(Days.text(day), frame.sequence(), ack))));
    }

    private CompletionStage<Answer> buyIn(Call call) {
        Form form = call.form().knows(BUY_IN_FIELDS);
        Terms terms = listed.terms(form.at("symbol"), form.text("symbol"));
        int account = listed.account(form.at("account"), form.text("account")).number();
        int supplier =
                listed.account(form.at("supplier"), form.text("supplier")).number();
        long ticks = form.has("price") ? terms.ticks(form.at("price"), form.text("price")) : 0;
        Command command = frame -> {
            BuyInEncoder encoder = new BuyInEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .priceTicks(ticks)
                    .instrument(terms.instrument().number())
                    .account(account)
                    .supplier(supplier);
            frame.commandEncoded(BuyInEncoder.TEMPLATE_ID, encoder.encodedLength());
        };
        return ingress.submit(call.origin(), command)
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(new BoughtIn(
                                Integer.toString(account),
                                terms.instrument().symbol(),
                                Integer.toString(supplier),
                                frame.sequence(),
                                ack))));
    }

    /** A line a leg; its layout is in docs/settlement-instructions.md. */
    private Answer instructions(Call call) {
        String text = call.parameter("day")
                .orElseThrow(() -> Problem.at("day", ProblemCode.MISSING_FIELD, "a settled day is named"));
        int day = Days.number("day", text);
        SettlementCycle cycle = clearing.cycles().items().stream()
                .filter(one -> one.day() == day)
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, "no settlement of that day"));
        StringBuilder file = new StringBuilder(HEAD);
        for (Instruction one : cycle.instructions()) {
            Instrument market = listed.terms(one.instrument()).instrument();
            String legs = Days.text(day) + "," + one.account() + "," + market.symbol();
            String end = one.state().name() + "," + one.cycles() + "," + cycle.sequence() + "\n";
            leg(
                            file,
                            legs,
                            "ASSET",
                            market.base().code(),
                            market.base().scale(),
                            one.baseMinor(),
                            one.settledBaseMinor())
                    .append(end);
            leg(
                            file,
                            legs,
                            "CASH",
                            market.quote().code(),
                            market.quote().scale(),
                            one.quoteMinor(),
                            one.settledQuoteMinor())
                    .append(end);
        }
        return new Answer(200, file.toString(), "text/csv; charset=utf-8", Map.of());
    }

    private static StringBuilder leg(
            StringBuilder file, String begin, String leg, String asset, int scale, long minor, long settledMinor) {
        String direction = minor < 0 ? leg.equals("CASH") ? "PAY" : "DELIVER" : "RECEIVE";
        long size = Math.abs(minor);
        long settled = Math.abs(settledMinor);
        return file.append(begin)
                .append(',')
                .append(leg)
                .append(',')
                .append(direction)
                .append(',')
                .append(asset)
                .append(',')
                .append(Decimals.text(size, scale))
                .append(',')
                .append(Decimals.text(settled, scale))
                .append(',')
                .append(Decimals.text(size - settled, scale))
                .append(',');
    }
}
