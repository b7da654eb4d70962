package io.rialto.gateway.admin;

import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.listing.Instrument;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.ContractKind;
import io.rialto.protocol.ListContractEncoder;
import io.rialto.protocol.frame.Frame;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What a form says of a contract and of no other instrument: how it ends, how often a lot counts, what it is settled in. */
final class ContractForm {
    private static final String NOT_OF_SPOT = "must be absent, unless kind is FUTURE or PERPETUAL";

    private static final BigDecimal DEEPEST_FLOOR = BigDecimal.valueOf(1L << 62);

    private enum Kind {
        SPOT,
        FUTURE,
        PERPETUAL
    }

    private ContractForm() {}

    /** Empty for an instrument whose assets change hands. */
    static Optional<Instrument.Contract> of(Form form, Asset quote) {
        Kind kind = form.choice("kind", Kind.class, Kind.SPOT);
        if (kind == Kind.SPOT) {
            for (String field : new String[] {"multiplier", "expiry", "settlement", "floor"})
                refuse(form, field, NOT_OF_SPOT);
            return Optional.empty();
        }
        String settlement = form.optionalText("settlement").orElse(quote.code());
        if (!settlement.equals(quote.code())) {
            throw Problem.at("settlement", ProblemCode.INVALID_VALUE, "must be the quote asset", settlement);
        }
        InstrumentForm.Step multiplier = InstrumentForm.Step.of(
                "multiplier", form.optionalText("multiplier").orElse("1"));
        ContractKind ends = ContractKind.valueOf(kind.name());
        BigDecimal floor = floor(form);
        return Optional.of(new Instrument.Contract(
                ends,
                multiplier.mantissa(),
                multiplier.scale(),
                expiry(form, ends),
                floor.unscaledValue().longValueExact(),
                floor.scale()));
    }

    /** How far below zero prices begin. */
    private static BigDecimal floor(Form form) {
        String text = form.optionalText("floor").orElse("0");
        if (text.equals("0")) return BigDecimal.ZERO;
        InstrumentForm.Step floor = InstrumentForm.Step.of("floor", text);
        return BigDecimal.valueOf(floor.mantissa(), floor.scale());
    }

    private static long expiry(Form form, ContractKind kind) {
        if (kind == ContractKind.PERPETUAL) {
            refuse(form, "expiry", "must be absent: a perpetual does not end");
            return 0;
        }
        String text = form.text("expiry");
        long nanos = Times.nanos("expiry", text);
        if (nanos <= 0) throw Problem.at("expiry", ProblemCode.INVALID_VALUE, "must be after 1970", text);
        return nanos;
    }

    private static void refuse(Form form, String field, String rule) {
        if (form.has(field)) throw Problem.at(field, ProblemCode.INVALID_VALUE, rule, form.text(field));
    }

    /** A contract's values are never rounded: one lot at one tick is worth a whole number of the smallest unit. */
    static Instrument checked(Instrument terms) {
        if (terms.contract().isEmpty()) return terms;
        Instrument.Contract contract = terms.contract().get();
        BigDecimal tick = BigDecimal.valueOf(terms.tickMantissa(), terms.tickScale());
        if (terms.floor().remainder(tick).signum() != 0) {
            String rule = "must be a multiple of " + tick.toPlainString();
            throw Problem.at(
                    "floor", ProblemCode.PRICE_OFF_TICK, rule, terms.floor().toPlainString());
        }
        if (terms.floor().divide(tick, RoundingMode.UNNECESSARY).compareTo(DEEPEST_FLOOR) > 0) {
            String rule = "must be at most 2^62 ticks";
            throw Problem.at(
                    "floor", ProblemCode.INVALID_VALUE, rule, terms.floor().toPlainString());
        }
        BigDecimal multiplier = BigDecimal.valueOf(contract.multiplierMantissa(), contract.multiplierScale());
        BigDecimal worth = tick.multiply(BigDecimal.valueOf(terms.lotMantissa(), terms.lotScale()))
                .multiply(multiplier);
        if (worth.stripTrailingZeros().scale() <= terms.quote().scale()) return terms;
        String rule = "must make tick x lot x multiplier a multiple of "
                + Decimals.text(1, terms.quote().scale()) + " " + terms.quote().code();
        throw Problem.at("multiplier", ProblemCode.INVALID_VALUE, rule, multiplier.toPlainString());
    }

    static Command command(Instrument terms) {
        return frame -> write(frame, terms, terms.contract().orElseThrow());
    }

    private static void write(Frame frame, Instrument terms, Instrument.Contract contract) {
        ListContractEncoder command =
                new ListContractEncoder().wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        command.symbol(terms.symbol())
                .underlyingAsset(terms.base().number())
                .settlementAsset(terms.quote().number())
                .tickMantissa(terms.tickMantissa())
                .lotMantissa(terms.lotMantissa())
                .multiplierMantissa(contract.multiplierMantissa())
                .minQuantityLots(terms.minQuantityLots())
                .maxQuantityLots(terms.maxQuantityLots())
                .minNotionalMinor(terms.minNotionalMinor())
                .collarTicks(terms.collarTicks().orElse(ListContractEncoder.collarTicksNullValue()))
                .referencePriceTicks(
                        terms.referencePriceTicks().orElse(ListContractEncoder.referencePriceTicksNullValue()))
                .expiryNanos(contract.expiryNanos())
                .floorMantissa(contract.floorMantissa())
                .floorScale((short) contract.floorScale())
                .makerFeeRate(terms.makerFeeRate())
                .takerFeeRate(terms.takerFeeRate())
                .tickScale((short) terms.tickScale())
                .lotScale((short) terms.lotScale())
                .multiplierScale((short) contract.multiplierScale())
                .kind(contract.kind())
                .marketRemainder(terms.marketRemainder())
                .feeIncomeMayBeNegative((short) (terms.mayFeeIncomeBeNegative() ? 1 : 0));
        frame.commandEncoded(ListContractEncoder.TEMPLATE_ID, command.encodedLength());
    }
}
