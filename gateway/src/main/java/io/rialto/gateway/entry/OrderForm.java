package io.rialto.gateway.entry;

import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.MarketRemainder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import java.util.regex.Pattern;

/** A new order whose shape is right: what is left to refuse is the venue's rules' business. */
public record OrderForm(
        Terms terms,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        long priceTicks,
        long quantityLots,
        long quoteAmountMinor,
        String clientOrderId,
        PostOnly postOnly,
        SelfTradePrevention selfTradePrevention,
        SpecialTerms special) {

    private static final Pattern CLIENT_ORDER_IDS = Pattern.compile("[.A-Z:/a-z0-9_-]{1,36}");

    /** Every field that an order can have. Which of them belong together is for the type to say. */
    public static final Fields FIELDS = Fields.of(
                    Field.text("symbol"),
                    Field.choice("side", Side.class),
                    Field.choice("type", OrderType.class),
                    Field.choice("timeInForce", TimeInForce.class).optional(),
                    Field.signed("price").optional(),
                    Field.decimal("quantity").optional(),
                    Field.decimal("quoteAmount").optional(),
                    Field.text("clientOrderId", CLIENT_ORDER_IDS).optional(),
                    Field.choice("postOnly", PostOnly.class).optional(),
                    Field.choice("selfTradePrevention", SelfTradePrevention.class)
                            .optional())
            .and(SpecialForm.FIELDS);

    /** Reads the order's fields; that there are no others is the caller's to ask. */
    public static OrderForm of(Form form, Listed instruments) {
        Terms terms = instruments.terms(form.at("symbol"), form.text("symbol"));
        Side side = form.choice("side", Side.class);
        OrderType type = form.choice("type", OrderType.class);
        boolean isLimit = hasLimit(type);
        if (isLimit) belongs(form, "quoteAmount", "market orders only");
        else if (type != OrderType.PEGGED) belongs(form, "price", "limit orders only");
        if (form.has("quoteAmount")) belongsAlone(form);
        boolean hasPrice = isLimit || form.has("price");
        return new OrderForm(
                terms,
                side,
                type,
                timeInForce(form, type, terms),
                hasPrice ? terms.ticks(form.at("price"), form.text("price")) : 0,
                form.has("quoteAmount") ? 0 : terms.lots(form.at("quantity"), form.text("quantity")),
                form.has("quoteAmount") ? quoteAmount(form, terms) : 0,
                form.has("clientOrderId") ? clientOrderId(form) : "",
                form.choice("postOnly", PostOnly.class, PostOnly.NO),
                form.choice("selfTradePrevention", SelfTradePrevention.class, SelfTradePrevention.ACCOUNT_DEFAULT),
                SpecialForm.of(form, type, terms));
    }

    /** The order as a message: the plain one where it says everything, else the special one. */
    public Part part(int account) {
        return isPlain() ? new PlainPart(this, account) : new SpecialPart(this, account);
    }

    private boolean isPlain() {
        boolean isPlainType = type == OrderType.LIMIT || type == OrderType.MARKET;
        boolean isPlainTime =
                timeInForce == TimeInForce.GTC || timeInForce == TimeInForce.IOC || timeInForce == TimeInForce.FOK;
        return isPlainType && isPlainTime && special.equals(SpecialTerms.NONE);
    }

    private static boolean hasLimit(OrderType type) {
        return switch (type) {
            case LIMIT, STOP_LIMIT, TAKE_PROFIT_LIMIT, TRAILING_STOP_LIMIT -> true;
            default -> false;
        };
    }

    /** What is left of a market order can rest only where the instrument lets it rest at its collar. */
    private static TimeInForce timeInForce(Form form, OrderType type, Terms terms) {
        boolean isMarket = type == OrderType.MARKET;
        TimeInForce asked = form.choice("timeInForce", TimeInForce.class, isMarket ? TimeInForce.IOC : TimeInForce.GTC);
        boolean mayRest = !isMarket || terms.instrument().marketRemainder() == MarketRemainder.REST_AT_LIMIT;
        if (!mayRest && asked == TimeInForce.GTC) {
            String rule = "must be IOC or FOK for a market order";
            throw Problem.at(form.at("timeInForce"), ProblemCode.INVALID_VALUE, rule, "GTC");
        }
        return asked;
    }

    private static long quoteAmount(Form form, Terms terms) {
        String text = form.text("quoteAmount");
        long minor = terms.quoteMinor(form.at("quoteAmount"), text);
        if (minor == 0) throw Problem.at(form.at("quoteAmount"), ProblemCode.INVALID_VALUE, "must be above zero", text);
        return minor;
    }

    private static String clientOrderId(Form form) {
        return form.text("clientOrderId", CLIENT_ORDER_IDS, "must be 1..36 of letters, digits and . : / _ -");
    }

    private static void belongs(Form form, String field, String to) {
        if (form.has(field)) {
            throw Problem.at(form.at(field), ProblemCode.INVALID_VALUE, form.at(field) + " belongs to " + to);
        }
    }

    private static void belongsAlone(Form form) {
        if (form.has("quantity")) {
            String rule = "quantity and quoteAmount must not be given together";
            throw Problem.at(form.at("quantity"), ProblemCode.INVALID_VALUE, rule);
        }
    }
}
