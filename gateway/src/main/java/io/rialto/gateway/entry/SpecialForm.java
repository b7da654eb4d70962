package io.rialto.gateway.entry;

import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PegReference;
import io.rialto.protocol.TriggerSource;
import java.util.OptionalLong;

/** The terms of an order beyond price, quantity and the plain times in force, as clients write them. */
final class SpecialForm {
    private static final int MOST_BPS = 1_000_000;

    static final Fields FIELDS = Fields.of(
                    Field.signed("triggerPrice"),
                    Field.choice("triggerSource", TriggerSource.class),
                    Field.signed("activationPrice"),
                    Field.whole("trailingTicks", 0, Long.MAX_VALUE),
                    Field.whole("trailingBps", 0, MOST_BPS),
                    Field.decimal("displayQuantity"),
                    Field.decimal("displayRange"),
                    Field.decimal("minQuantity"),
                    Field.flag("hidden"),
                    Field.flag("allOrNone"),
                    Field.flag("reduceOnly"),
                    Field.flag("exempt"),
                    Field.choice("pegReference", PegReference.class),
                    Field.whole("pegOffsetTicks", -Long.MAX_VALUE, Long.MAX_VALUE),
                    Field.moment("expireTime"))
            .optional();

    private SpecialForm() {}

    /** Whether they can stand together is the venue's rules' business. */
    static SpecialTerms of(Form form, OrderType type, Terms terms) {
        return new SpecialTerms(
                ticks(form, "triggerPrice", terms),
                ticks(form, "activationPrice", terms),
                form.integer("trailingTicks", 0, Long.MAX_VALUE, 0),
                (int) form.integer("trailingBps", 0, MOST_BPS, 0),
                lots(form, "displayQuantity", terms),
                lots(form, "displayRange", terms),
                lots(form, "minQuantity", terms),
                form.choice("triggerSource", TriggerSource.class, usualSource(type)),
                form.choice("pegReference", PegReference.class, PegReference.NONE),
                form.integer("pegOffsetTicks", -Long.MAX_VALUE, Long.MAX_VALUE, 0),
                form.has("expireTime") ? Times.nanos(form.at("expireTime"), form.text("expireTime")) : 0,
                form.flag("hidden", false),
                form.flag("allOrNone", false),
                form.flag("reduceOnly", false),
                form.flag("exempt", false));
    }

    private static TriggerSource usualSource(OrderType type) {
        return switch (type) {
            case STOP, STOP_LIMIT, TAKE_PROFIT, TAKE_PROFIT_LIMIT, TRAILING_STOP, TRAILING_STOP_LIMIT ->
                TriggerSource.LAST;
            default -> TriggerSource.NONE;
        };
    }

    private static OptionalLong ticks(Form form, String field, Terms terms) {
        return form.has(field) ? OptionalLong.of(terms.ticks(form.at(field), form.text(field))) : OptionalLong.empty();
    }

    private static long lots(Form form, String field, Terms terms) {
        return form.has(field) ? terms.lots(form.at(field), form.text(field)) : 0;
    }
}
