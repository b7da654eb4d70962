package io.rialto.gateway.orders;

import io.rialto.gateway.form.Form;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.MarketRemainder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.frame.Frame;
import java.util.Set;
import java.util.regex.Pattern;

/** A new order whose shape is right: what is left to refuse is the venue's rules' business. */
record OrderForm(
        Terms terms,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        long priceTicks,
        long quantityLots,
        long quoteAmountMinor,
        String clientOrderId,
        PostOnly postOnly,
        SelfTradePrevention selfTradePrevention) {

    private static final Pattern CLIENT_ORDER_IDS = Pattern.compile("[.A-Z:/a-z0-9_-]{1,36}");
    private static final Set<String> LATER_TYPES = Set.of(
            "STOP",
            "STOP_LIMIT",
            "TAKE_PROFIT",
            "TAKE_PROFIT_LIMIT",
            "TRAILING_STOP",
            "TRAILING_STOP_LIMIT",
            "PEGGED",
            "MARKET_TO_LIMIT");
    private static final Set<String> LATER_TIMES = Set.of("DAY", "GTD", "AT_OPEN", "AT_CLOSE", "GOOD_FOR_AUCTION");
    private static final String[] LATER_FIELDS = {
        "triggerPrice",
        "triggerSource",
        "trailingTicks",
        "trailingBps",
        "activationPrice",
        "displayQuantity",
        "hidden",
        "minQuantity",
        "allOrNone",
        "reduceOnly",
        "pegReference",
        "pegOffsetTicks",
        "expireTime"
    };
    private static final String[] FIELDS = {
        "symbol",
        "side",
        "type",
        "timeInForce",
        "price",
        "quantity",
        "quoteAmount",
        "clientOrderId",
        "postOnly",
        "selfTradePrevention"
    };

    static OrderForm of(Form form, Listed instruments) {
        form.doesNotOffer(LATER_FIELDS).knows(FIELDS);
        Terms terms = instruments.terms("symbol", form.text("symbol"));
        Side side = form.choice("side", Side.class);
        later(form, "type", LATER_TYPES);
        OrderType type = form.choice("type", OrderType.class);
        later(form, "timeInForce", LATER_TIMES);
        boolean isLimit = type == OrderType.LIMIT;
        belongs(form, isLimit ? "quoteAmount" : "price", isLimit ? "market orders only" : "limit orders only");
        if (form.has("quoteAmount")) belongsAlone(form);
        return new OrderForm(
                terms,
                side,
                type,
                timeInForce(form, isLimit, terms),
                isLimit ? terms.ticks("price", form.text("price")) : 0,
                form.has("quoteAmount") ? 0 : terms.lots("quantity", form.text("quantity")),
                form.has("quoteAmount") ? quoteAmount(form, terms) : 0,
                form.has("clientOrderId") ? clientOrderId(form) : "",
                form.choice("postOnly", PostOnly.class, PostOnly.NO),
                form.choice("selfTradePrevention", SelfTradePrevention.class, SelfTradePrevention.ACCOUNT_DEFAULT));
    }

    Command command(int account) {
        return frame -> write(frame, account);
    }

    private void write(Frame frame, int account) {
        NewOrderEncoder command =
                new NewOrderEncoder().wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        command.account(account)
                .instrument(terms.instrument().number())
                .priceTicks(priceTicks)
                .quantityLots(quantityLots)
                .quoteAmountMinor(quoteAmountMinor)
                .side(side)
                .orderType(type)
                .timeInForce(timeInForce)
                .postOnly(postOnly)
                .selfTradePrevention(selfTradePrevention)
                .clientOrderId(clientOrderId);
        frame.commandEncoded(NewOrderEncoder.TEMPLATE_ID, command.encodedLength());
    }

    /** What is left of a market order can rest only where the instrument lets it rest at its collar. */
    private static TimeInForce timeInForce(Form form, boolean isLimit, Terms terms) {
        TimeInForce asked = form.choice("timeInForce", TimeInForce.class, isLimit ? TimeInForce.GTC : TimeInForce.IOC);
        boolean mayRest = isLimit || terms.instrument().marketRemainder() == MarketRemainder.REST_AT_LIMIT;
        if (!mayRest && asked == TimeInForce.GTC) {
            throw Problem.at("timeInForce", ProblemCode.INVALID_VALUE, "must be IOC or FOK for a market order", "GTC");
        }
        return asked;
    }

    private static long quoteAmount(Form form, Terms terms) {
        String text = form.text("quoteAmount");
        long minor = terms.quoteMinor("quoteAmount", text);
        if (minor == 0) throw Problem.at("quoteAmount", ProblemCode.INVALID_VALUE, "must be above zero", text);
        return minor;
    }

    private static String clientOrderId(Form form) {
        return form.text("clientOrderId", CLIENT_ORDER_IDS, "must be 1..36 of letters, digits and . : / _ -");
    }

    private static void later(Form form, String field, Set<String> values) {
        if (form.has(field) && values.contains(form.text(field))) {
            String detail = field + " " + form.text(field) + " is not offered by this version";
            throw Problem.at(field, ProblemCode.NOT_SUPPORTED, detail);
        }
    }

    private static void belongs(Form form, String field, String to) {
        if (form.has(field)) {
            throw Problem.at(field, ProblemCode.INVALID_VALUE, field + " belongs to " + to);
        }
    }

    private static void belongsAlone(Form form) {
        if (form.has("quantity")) {
            throw Problem.at(
                    "quantity", ProblemCode.INVALID_VALUE, "quantity and quoteAmount must not be given together");
        }
    }
}
