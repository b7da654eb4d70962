package io.rialto.gateway.quotes;

import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.quotes.QuoteLimits;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.ProtectQuotesEncoder;

/**
 * Limits of quotes as clients write them: zero or absent is no limit, a window of zero takes the protection away. An
 * instrument's are in its own units; a group's in lots, and its value in one quote asset.
 */
record ProtectionForm(int instrument, int group, QuoteLimits limits) {
    private static final int MOST_MILLIS = 3_600_000;
    static final Fields OF_INSTRUMENT_FIELDS = Fields.of(
            Field.text("symbol"),
            Field.whole("windowMillis", 0, MOST_MILLIS),
            Field.decimal("maxQuantity").optional(),
            Field.whole("maxFills", 0, Integer.MAX_VALUE).optional(),
            Field.decimal("maxValue").optional(),
            Field.decimal("maxDelta").optional());
    static final Fields OF_GROUP_FIELDS = Fields.of(
            Field.whole("group", 0, Integer.MAX_VALUE),
            Field.whole("windowMillis", 0, MOST_MILLIS),
            Field.whole("maxLots", 0, Long.MAX_VALUE).optional(),
            Field.whole("maxFills", 0, Integer.MAX_VALUE).optional(),
            Field.decimal("maxValue").optional(),
            Field.text("valueAsset").optional(),
            Field.whole("maxDeltaLots", 0, Long.MAX_VALUE).optional());
    private static final long NANOS_PER_MILLI = 1_000_000;

    static ProtectionForm ofInstrument(Form form, Listed instruments) {
        form.knows(OF_INSTRUMENT_FIELDS);
        Terms terms = instruments.terms("symbol", form.text("symbol"));
        QuoteLimits limits = new QuoteLimits(
                windowNanos(form),
                form.has("maxQuantity") ? terms.lots("maxQuantity", form.text("maxQuantity")) : 0,
                fills(form),
                form.has("maxValue") ? terms.quoteMinor("maxValue", form.text("maxValue")) : 0,
                form.has("maxDelta") ? terms.lots("maxDelta", form.text("maxDelta")) : 0,
                0);
        return new ProtectionForm(terms.instrument().number(), 0, limits);
    }

    /** Group 0 is everything that the account quotes. */
    static ProtectionForm ofGroup(Form form, Listed instruments) {
        form.knows(OF_GROUP_FIELDS);
        boolean hasValue = form.has("maxValue") || form.has("valueAsset");
        int asset = 0;
        long valueMinor = 0;
        if (hasValue) {
            Asset found = instruments.asset("valueAsset", form.text("valueAsset"));
            asset = found.number();
            valueMinor = Decimals.minor("maxValue", form.text("maxValue"), found.scale());
        }
        int group = (int) form.integer("group", 0, Integer.MAX_VALUE);
        QuoteLimits limits = new QuoteLimits(
                windowNanos(form),
                form.integer("maxLots", 0, Long.MAX_VALUE, 0),
                fills(form),
                valueMinor,
                form.integer("maxDeltaLots", 0, Long.MAX_VALUE, 0),
                asset);
        return new ProtectionForm(0, group, limits);
    }

    private static long windowNanos(Form form) {
        return form.integer("windowMillis", 0, MOST_MILLIS) * NANOS_PER_MILLI;
    }

    private static int fills(Form form) {
        return (int) form.integer("maxFills", 0, Integer.MAX_VALUE, 0);
    }

    Command command(int account) {
        return frame -> {
            ProtectQuotesEncoder command = new ProtectQuotesEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .account(account)
                    .instrument(instrument)
                    .group(group)
                    .windowNanos(limits.windowNanos())
                    .maxLots(limits.maxLots())
                    .maxFills(limits.maxFills())
                    .maxValueMinor(limits.maxValueMinor())
                    .maxDeltaLots(limits.maxDeltaLots())
                    .valueAsset(limits.valueAsset());
            frame.commandEncoded(ProtectQuotesEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }
}
