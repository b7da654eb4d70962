package io.rialto.gateway.admin;

import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.listing.Instrument;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.ListInstrumentEncoder;
import io.rialto.protocol.ListingStep;
import io.rialto.protocol.MarketRemainder;
import io.rialto.protocol.Phase;
import io.rialto.protocol.frame.Frame;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** An instrument to be listed; its terms as the feeds will show them, still without a number and a sequence. */
record InstrumentForm(Instrument terms) {
    private static final Pattern SYMBOLS = Pattern.compile("[A-Z0-9][A-Z0-9._/-]{0,31}");
    private static final long USUAL_MAX_LOTS = 1_000_000_000_000L;
    private static final int MAX_SCALE = 18;
    static final Fields FIELDS = Fields.of(
                    Field.text("symbol", SYMBOLS),
                    Field.text("base"),
                    Field.text("quote"),
                    Field.decimal("tickSize"),
                    Field.decimal("lotSize"))
            .and(Fields.of(
                            Field.decimal("minQuantity"),
                            Field.decimal("maxQuantity"),
                            Field.decimal("minNotional"),
                            Field.signed("makerFeeRate"),
                            Field.signed("takerFeeRate"),
                            Field.decimal("collar"),
                            Field.signed("referencePrice"),
                            Field.choice("feePolicy", FeePolicy.class),
                            Field.choice("marketRemainder", MarketRemainder.class),
                            Field.flag("feeIncomeMayBeNegative"),
                            Field.word("kind", "SPOT", "FUTURE", "PERPETUAL"),
                            Field.decimal("multiplier"),
                            Field.moment("expiry"),
                            Field.text("settlement"),
                            Field.decimal("floor"))
                    .optional());

    static InstrumentForm of(Form form, Listed listed) {
        form.knows(FIELDS);
        String symbol = form.text("symbol", SYMBOLS, "must be 1..32 of A-Z, 0-9 and . _ / -");
        Asset base = listed.asset("base", form.text("base"));
        Asset quote = listed.asset("quote", form.text("quote"));
        Step tick = Step.of("tickSize", form.text("tickSize"));
        Step lot = Step.of("lotSize", form.text("lotSize"));
        Optional<Instrument.Contract> contract = ContractForm.of(form, quote);
        Instrument terms = new Instrument(
                0,
                symbol,
                base,
                quote,
                tick.mantissa,
                tick.scale,
                lot.mantissa,
                lot.scale,
                lot.steps(form, "minQuantity", ProblemCode.QUANTITY_OFF_LOT).orElse(1),
                lot.steps(form, "maxQuantity", ProblemCode.QUANTITY_OFF_LOT).orElse(USUAL_MAX_LOTS),
                form.optionalText("minNotional")
                        .map(text -> Decimals.minor("minNotional", text, quote.scale()))
                        .orElse(0L),
                tick.steps(form, "collar", ProblemCode.PRICE_OFF_TICK),
                OptionalLong.empty(),
                rate(form, "makerFeeRate"),
                rate(form, "takerFeeRate"),
                feePolicy(form, contract),
                form.choice("marketRemainder", MarketRemainder.class, MarketRemainder.EXPIRE),
                form.flag("feeIncomeMayBeNegative", false),
                Phase.CONTINUOUS,
                ListingStep.LISTED,
                Map.of(),
                OptionalLong.empty(),
                contract,
                0);
        return new InstrumentForm(ContractForm.checked(terms).referring(reference(form, terms)));
    }

    private static OptionalLong reference(Form form, Instrument terms) {
        String field = "referencePrice";
        return form.has(field)
                ? OptionalLong.of(new Terms(terms).ticks(field, form.text(field)))
                : OptionalLong.empty();
    }

    Command command() {
        return terms.contract().isPresent() ? ContractForm.command(terms) : frame -> write(frame, terms);
    }

    /** Of a contract nothing is received but money. */
    private static FeePolicy feePolicy(Form form, Optional<Instrument.Contract> contract) {
        if (contract.isEmpty()) return form.choice("feePolicy", FeePolicy.class, FeePolicy.RECEIVED);
        FeePolicy policy = form.choice("feePolicy", FeePolicy.class, FeePolicy.QUOTE);
        if (policy == FeePolicy.QUOTE) return policy;
        throw Problem.at("feePolicy", ProblemCode.INVALID_VALUE, "must be QUOTE for a contract", policy.name());
    }

    private static void write(Frame frame, Instrument terms) {
        ListInstrumentEncoder command = new ListInstrumentEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        command.symbol(terms.symbol())
                .baseAsset(terms.base().number())
                .quoteAsset(terms.quote().number())
                .tickMantissa(terms.tickMantissa())
                .lotMantissa(terms.lotMantissa())
                .minQuantityLots(terms.minQuantityLots())
                .maxQuantityLots(terms.maxQuantityLots())
                .minNotionalMinor(terms.minNotionalMinor())
                .collarTicks(terms.collarTicks().orElse(ListInstrumentEncoder.collarTicksNullValue()))
                .referencePriceTicks(
                        terms.referencePriceTicks().orElse(ListInstrumentEncoder.referencePriceTicksNullValue()))
                .makerFeeRate(terms.makerFeeRate())
                .takerFeeRate(terms.takerFeeRate())
                .tickScale((short) terms.tickScale())
                .lotScale((short) terms.lotScale())
                .feePolicy(terms.feePolicy())
                .marketRemainder(terms.marketRemainder())
                .feeIncomeMayBeNegative((short) (terms.mayFeeIncomeBeNegative() ? 1 : 0));
        frame.commandEncoded(ListInstrumentEncoder.TEMPLATE_ID, command.encodedLength());
    }

    private static int rate(Form form, String field) {
        String text = form.optionalText(field).orElse("0");
        long rate = Decimals.signedMinor(field, text, Terms.RATE_SCALE);
        if (Math.abs(rate) > Decimals.minor(field, "1", Terms.RATE_SCALE)) {
            throw Problem.at(field, ProblemCode.INVALID_VALUE, "must be -1..1", text);
        }
        return (int) rate;
    }

    /** A step of price or quantity; its decimals as written are the scale of every number on its grid. */
    record Step(long mantissa, int scale) {
        static Step of(String field, String text) {
            int point = text.indexOf('.');
            int scale = point < 0 ? 0 : text.length() - point - 1;
            if (scale > MAX_SCALE) {
                throw Problem.at(field, ProblemCode.TOO_MANY_DECIMALS, "must have at most 18 decimals", text);
            }
            long mantissa = Decimals.minor(field, text, scale);
            if (mantissa == 0) throw Problem.at(field, ProblemCode.INVALID_VALUE, "must be above zero", text);
            return new Step(mantissa, scale);
        }

        OptionalLong steps(Form form, String field, ProblemCode offGrid) {
            return form.has(field)
                    ? OptionalLong.of(Decimals.steps(field, form.text(field), mantissa, scale, offGrid))
                    : OptionalLong.empty();
        }
    }
}
