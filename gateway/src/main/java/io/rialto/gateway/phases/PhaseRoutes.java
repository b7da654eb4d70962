package io.rialto.gateway.phases;

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
import io.rialto.protocol.AuctionUncrossedDecoder;
import io.rialto.protocol.PhaseChangedDecoder;
import io.rialto.protocol.RevealSeedEncoder;
import io.rialto.protocol.frame.FrameView;
import java.util.HexFormat;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Move an instrument from phase to phase, and reveal the seed of a call that ends at random. */
public final class PhaseRoutes implements RouteGroup {
    private static final Pattern SEEDS = Pattern.compile("[0-9a-f]{32}");
    private static final Fields REVEAL_FIELDS = Fields.of(Field.text("seed", SEEDS));
    private static final int HEX_OF_LONG = 16;

    private final Ingress ingress;
    private final Listed instruments;
    private final String ack;

    public PhaseRoutes(Ingress ingress, Listed instruments, String ack) {
        this.ingress = ingress;
        this.instruments = instruments;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/instruments/{symbol}/phase", Scope.ADMIN, this::move)
                .says("Move an instrument to a phase")
                .takes(PhaseForm.FIELDS)
                .answers(200, Moved.class);
        routes.write("POST", "/admin/instruments/{symbol}/seed", Scope.ADMIN, this::reveal)
                .says("Reveal the seed of a call's random end")
                .takes(REVEAL_FIELDS)
                .answers(200, Revealed.class);
    }

    private record Moved(
            String symbol,
            String phase,
            String before,
            String reason,
            String auctionPrice,
            String auctionVolume,
            long sequence,
            String ack) {}

    private record Revealed(String symbol, String seed, long sequence, String ack) {}

    private CompletionStage<Answer> move(Call call) {
        Terms terms = instruments.terms("symbol", call.part("symbol"));
        PhaseForm form = PhaseForm.of(call.form());
        return ingress.submit(call.origin(), form.command(terms.instrument().number()))
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.ok(moved(frame, terms, form))));
    }

    /** Of an auction that it ended, the price is told; its trades may go on in the frames that follow. */
    private Moved moved(KeptFrame frame, Terms terms, PhaseForm form) {
        PhaseChangedDecoder changed = new PhaseChangedDecoder();
        AuctionUncrossedDecoder auction = new AuctionUncrossedDecoder();
        String before = null;
        String after = form.phase().name();
        String price = null;
        String volume = null;
        FrameView view = frame.view();
        while (view.nextEvent()) {
            int at = view.eventOffset();
            int length = view.eventBlockLength();
            int version = view.eventVersion();
            if (view.eventType() == PhaseChangedDecoder.TEMPLATE_ID) {
                changed.wrap(view.buffer(), at, length, version);
                if (changed.instrument() != terms.instrument().number()) continue;
                if (before == null) before = changed.oldPhase().name();
                after = changed.newPhase().name();
            } else if (view.eventType() == AuctionUncrossedDecoder.TEMPLATE_ID) {
                auction.wrap(view.buffer(), at, length, version);
                if (auction.instrument() != terms.instrument().number()) continue;
                price = auction.priceTicks() == 0 ? null : terms.price(auction.priceTicks());
                volume = terms.quantity(auction.volumeLots());
            }
        }
        return new Moved(
                terms.instrument().symbol(),
                after,
                before,
                form.reason().isEmpty() ? null : form.reason(),
                price,
                volume,
                frame.sequence(),
                ack);
    }

    private CompletionStage<Answer> reveal(Call call) {
        Terms terms = instruments.terms("symbol", call.part("symbol"));
        Form form = call.form().knows(REVEAL_FIELDS);
        String seed = form.text("seed", SEEDS, "must be 32 digits of 0-9 and a-f");
        return ingress.submit(call.origin(), reveal(terms.instrument().number(), seed))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(new Revealed(terms.instrument().symbol(), seed, outcome.sequence(), ack))));
    }

    private static Command reveal(int instrument, String seed) {
        return frame -> {
            RevealSeedEncoder command = new RevealSeedEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.instrument(instrument)
                    .seedHigh(HexFormat.fromHexDigitsToLong(seed.substring(0, HEX_OF_LONG)))
                    .seedLow(HexFormat.fromHexDigitsToLong(seed.substring(HEX_OF_LONG)));
            frame.commandEncoded(RevealSeedEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }
}
