package io.rialto.gateway.signals;

import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.signals.Signal;
import io.rialto.feeds.signals.Signals;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Cursors;
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
import io.rialto.protocol.RecordSignalEncoder;
import io.rialto.protocol.SignalType;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Takes facts of the world outside into history, where everybody reads them; nothing trades by them. */
public final class SignalRoutes implements RouteGroup {
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1_000;
    private static final int SCALE = 4;
    private static final Pattern SOURCE = Pattern.compile("[!-~]{1,32}");
    private static final Pattern WORDS = Pattern.compile("[ -~]{0,160}");
    private static final Pattern SCORE = Pattern.compile("-?(0(\\.[0-9]{1,4})?|1(\\.0{1,4})?)");
    private static final Fields FIELDS = Fields.of(
            Field.text("source", SOURCE).says("who says so"),
            Field.choice("type", SignalType.class),
            Field.text("symbol").says("absent: about the market as a whole").optional(),
            Field.text("score", SCORE).says("from -1, as bad as can be, to 1"),
            Field.text("words", WORDS).optional(),
            Field.moment("observedAt").says("not after the venue's own time"));

    private final Ingress ingress;
    private final Signals signals;
    private final Listed listed;
    private final String ack;

    public SignalRoutes(Ingress ingress, Signals signals, Listed listed, String ack) {
        this.ingress = ingress;
        this.signals = signals;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/signals", Scope.ADMIN, this::record)
                .says("Tell the venue what a source outside says")
                .takes(FIELDS)
                .answers(201, Recorded.class);
        routes.read("/signals", Scope.READ, this::newest, "symbol", "limit", "cursor")
                .says("What sources outside have said, newest first")
                .answers(200, Page.class);
    }

    /** @param score from -1 to 1, four decimals */
    private record Body(
            String id,
            String symbol,
            String type,
            String score,
            String source,
            String words,
            String observedAt,
            String time,
            long sequence) {}

    private record Page(List<Body> items, String next, long sequence) {}

    private record Recorded(String id, String time, long sequence, String ack) {}

    private CompletionStage<Answer> record(Call call) {
        Form form = call.form().knows(FIELDS);
        String source = form.text("source", SOURCE, "must be 1..32 printable characters without spaces");
        SignalType type = form.choice("type", SignalType.class);
        String score = form.text("score", SCORE, "must be from -1 to 1, at most four decimals");
        String words =
                form.has("words") ? form.text("words", WORDS, "must be at most 160 printable ASCII characters") : "";
        long observed = Times.nanos("observedAt", form.text("observedAt"));
        int instrument = form.optionalText("symbol")
                .map(symbol -> listed.terms("symbol", symbol).instrument().number())
                .orElse(0);
        int scaled = new BigDecimal(score).movePointRight(SCALE).intValueExact();
        return ingress.submit(call.origin(), command(observed, instrument, scaled, type, source, words))
                .thenApply(outcome -> Answer.decided(outcome, frame -> {
                    String time = Times.text(frame.view().timeNanos());
                    return Answer.created(new Recorded(Long.toString(frame.sequence()), time, frame.sequence(), ack));
                }));
    }

    private static Command command(
            long observedNanos, int instrument, int score, SignalType type, String source, String words) {
        return frame -> {
            RecordSignalEncoder command = new RecordSignalEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.observedNanos(observedNanos)
                    .instrument(instrument)
                    .score(score)
                    .signalType(type)
                    .source(source)
                    .words(words);
            frame.commandEncoded(RecordSignalEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    private Answer newest(Call call) {
        int instrument = call.parameter("symbol")
                .map(symbol -> listed.terms("symbol", symbol).instrument().number())
                .orElse(0);
        long before = call.parameter("cursor").map(Cursors::place).orElse(Long.MAX_VALUE);
        int limit = (int) call.whole("limit", 1, MOST).orElse(USUAL_LIMIT);
        Listing<Signal> found = signals.newest(instrument, before, limit);
        List<Signal> items = found.items();
        String next = items.size() < limit
                ? null
                : Cursors.text(items.get(items.size() - 1).sequence());
        return Answer.ok(new Page(items.stream().map(this::body).toList(), next, found.sequence()));
    }

    private Body body(Signal signal) {
        return new Body(
                Long.toString(signal.sequence()),
                signal.instrument() == 0
                        ? null
                        : listed.terms(signal.instrument()).instrument().symbol(),
                signal.type().name(),
                BigDecimal.valueOf(signal.score(), SCALE).toPlainString(),
                signal.source(),
                signal.words(),
                Times.text(signal.observedNanos()),
                Times.text(signal.timeNanos()),
                signal.sequence());
    }
}
