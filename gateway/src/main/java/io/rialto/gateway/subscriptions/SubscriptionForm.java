package io.rialto.gateway.subscriptions;

import io.rialto.gateway.access.Caller;
import io.rialto.gateway.access.Role;
import io.rialto.gateway.filters.Filter;
import io.rialto.gateway.filters.Word;
import io.rialto.gateway.form.Choices;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Priority;
import io.rialto.gateway.notices.Wish;
import io.rialto.gateway.notices.Wish.Scope;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.gateway.subscriptions.Subscription.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/** A subscription as its reader writes it. */
final class SubscriptionForm {
    static final Map<Word, List<String>> NAMES = Map.of(
            Word.TYPE, names(NoticeType.class),
            Word.PRIORITY, names(Priority.class),
            Word.SIDE, List.of("BUY", "SELL"));
    static final Fields FIELDS = Fields.of(
                    Field.choice("kind", Kind.class).says("CUSTOM without it; INSTRUMENT needs a symbol"),
                    Field.texts("types").says("types of notifications; all without it"),
                    Field.choice("scope", Scope.class)
                            .says(
                                    "OWN: of my account nothing else of these types; FIRM: of a firm's accounts; MARKET: about markets"),
                    Field.text("symbol"),
                    Field.text("firm").says("a firm's number, for who may see its accounts"),
                    Field.choice("minPriority", Priority.class),
                    Field.decimal("threshold").says("least size of a profit or loss, a score, or a value"),
                    Field.text("filter")
                            .says("an expression, such as priority >= HIGH and (side = BUY or value > 10000)"))
            .optional();

    private static final Set<NoticeType> TRADING = EnumSet.of(
            NoticeType.ORDER_ACCEPTED,
            NoticeType.ORDER_REJECTED,
            NoticeType.ORDER_PARTIALLY_FILLED,
            NoticeType.ORDER_FILLED,
            NoticeType.ORDER_CANCELLED,
            NoticeType.POSITION_UPDATE);
    private static final Pattern DECIMALS = Pattern.compile("(0|[1-9][0-9]{0,17})(\\.[0-9]{1,12})?");
    private static final Pattern FIRMS = Pattern.compile("[1-9][0-9]{0,8}");

    private final Form form;
    private final Listed listed;
    private final Caller caller;
    private final IntUnaryOperator firmOf;

    SubscriptionForm(Form form, Listed listed, Caller caller, IntUnaryOperator firmOf) {
        this.form = form.knows(FIELDS);
        this.listed = listed;
        this.caller = caller;
        this.firmOf = firmOf;
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    Kind kind() {
        return form.choice("kind", Kind.class, Kind.CUSTOM);
    }

    Wish wish() {
        Set<NoticeType> types = types();
        Optional<String> symbol = form.optionalText("symbol");
        symbol.ifPresent(text -> listed.terms("symbol", text));
        if (kind() == Kind.INSTRUMENT && symbol.isEmpty()) {
            throw Problem.at("symbol", ProblemCode.MISSING_FIELD, "symbol is required of the kind INSTRUMENT");
        }
        Scope scope = scope(types);
        Optional<String> threshold = form.has("threshold")
                ? Optional.of(form.text("threshold", DECIMALS, "must be a plain decimal"))
                : Optional.empty();
        return new Wish(
                scope,
                scope == Scope.FIRM ? firm() : 0,
                types,
                form.choice("minPriority", Priority.class, Priority.LOW),
                symbol,
                threshold.map(BigDecimal::new),
                form.has("filter") ? Filter.of("filter", form.text("filter"), NAMES) : Filter.ALL);
    }

    private Set<NoticeType> types() {
        Set<NoticeType> types = EnumSet.noneOf(NoticeType.class);
        if (form.has("types")) {
            form.texts("types").forEach(text -> types.add(Choices.of("types", text, NoticeType.class)));
        } else if (kind() == Kind.MY_TRADING) {
            types.addAll(TRADING);
        }
        return types;
    }

    /** What is said of a firm is about its accounts, of types that only markets have about markets, else about what is mine. */
    private Scope scope(Set<NoticeType> types) {
        boolean isOfMarkets = types.equals(EnumSet.of(NoticeType.MARKET_ALERT));
        Scope usual = switch (kind()) {
            case MY_TRADING -> Scope.OWN;
            case INSTRUMENT, MARKET_DATA -> Scope.MARKET;
            case CUSTOM -> form.has("firm") ? Scope.FIRM : isOfMarkets ? Scope.MARKET : Scope.OWN;
        };
        Scope scope = form.choice("scope", Scope.class, usual);
        boolean isOther = kind() != Kind.CUSTOM && scope != usual || form.has("firm") && scope != Scope.FIRM;
        if (!isOther) return scope;
        throw Problem.at("scope", ProblemCode.INVALID_VALUE, "must be " + usual + " here", scope.name());
    }

    private int firm() {
        String text = form.text("firm", FIRMS, "must be a firm's number");
        int firm = Integer.parseInt(text);
        boolean isBroker = caller.isPerson() && caller.person().role() == Role.BROKER;
        boolean isOwn = isBroker && caller.account() > 0 && firmOf.applyAsInt(caller.account()) == firm;
        if (caller.seesAll() || isOwn) return firm;
        String rule = "must be that of the caller, who is its broker";
        throw Problem.at("firm", ProblemCode.FORBIDDEN, rule, text);
    }
}
