package io.rialto.gateway.streams;

import io.rialto.feeds.candles.Interval;
import io.rialto.gateway.access.Caller;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.channels.Ask;
import io.rialto.gateway.channels.Channel;
import io.rialto.gateway.depth.Speed;
import io.rialto.gateway.fanout.Reader;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads what connections ask of streams. What is wrong with it is thrown, before anything is done. Thread-safe. */
public final class StreamDesk {
    /** Levels of each side that a book can be asked for. */
    public static final List<Integer> DEPTHS = List.of(1, 5, 10, 20, 50, 100, 500);

    /** Orders of each side that a book order by order can be asked for. */
    public static final List<Integer> ORDERS = List.of(10, 100, 1_000);

    private static final int USUAL_DEPTH = 20;
    private static final int USUAL_ORDERS = 100;
    private static final Field CHANNEL = Field.word("channel", Channel.words());
    private static final Field SYMBOL = Field.text("symbol").optional().says("of channels of a market");
    private static final Field FROM = Field.whole("from", 0, Long.MAX_VALUE).says("sequence of the last message seen");
    private static final Fields BOOK = Fields.of(
                    Field.whole("depth", 1, ORDERS.get(ORDERS.size() - 1))
                            .says("of a book: one of " + DEPTHS + " levels, or " + ORDERS + " orders"),
                    Field.choice("speed", Speed.class)
                            .says("of a book, a ticker or candles: the latter two not in real time"))
            .optional();
    private static final String[] INTERVALS =
            Interval.all().stream().map(Interval::code).toArray(String[]::new);
    private static final Field INTERVAL =
            Field.word("interval", INTERVALS).optional().says("of candles");
    private static final Fields FRAME =
            Fields.of(Field.text("op"), Field.whole("id", 0, Long.MAX_VALUE).optional());

    /** What each operation takes beside its name and id. */
    public static final Map<String, Fields> OPERATIONS = new LinkedHashMap<>();

    static {
        OPERATIONS.put("subscribe", Fields.of(CHANNEL, SYMBOL, INTERVAL).and(BOOK));
        OPERATIONS.put("unsubscribe", Fields.of(CHANNEL, SYMBOL, INTERVAL));
        OPERATIONS.put("resume", Fields.of(CHANNEL, SYMBOL, INTERVAL, FROM).and(BOOK));
        OPERATIONS.put("heartbeat", Fields.NONE);
    }

    private final Streams streams;
    private final Listed listed;

    public StreamDesk(Streams streams, Listed listed) {
        this.streams = streams;
        this.listed = listed;
    }

    /**
     * Does what is asked; the answer comes when it has taken effect.
     *
     * @param form the whole text
     * @param who asked only where it matters
     * @param refused hears of what turns out to be wrong later
     */
    public void ask(String op, Form form, Long id, Supplier<Caller> who, Reader reader, Consumer<Problem> refused) {
        form.knows(FRAME.and(OPERATIONS.get(op)));
        if (op.equals("heartbeat")) {
            streams.heartbeat(reader, id);
            return;
        }
        Ask ask = ask(form, who);
        switch (op) {
            case "subscribe" -> streams.subscribe(reader, ask, id, refused);
            case "resume" -> streams.resume(reader, ask, form.integer("from", 0, Long.MAX_VALUE), id, refused);
            default -> streams.unsubscribe(reader, ask, id, refused);
        }
    }

    private Ask ask(Form form, Supplier<Caller> who) {
        String word = form.text("channel");
        Channel channel = Channel.of(word)
                .orElseThrow(() -> Problem.at(
                        "channel",
                        ProblemCode.INVALID_VALUE,
                        "must be one of " + String.join(", ", Channel.words()),
                        word));
        if (!channel.isOfBook()) absent(form, channel, "depth");
        if (!channel.hasSpeeds()) absent(form, channel, "speed");
        if (channel != Channel.CANDLES) absent(form, channel, "interval");
        if (channel.isPrivate()) {
            absent(form, channel, "symbol");
            return new Ask(channel, Optional.empty(), 0, Speed.REAL_TIME, Optional.empty(), account(who.get()));
        }
        Terms terms = listed.terms("symbol", form.text("symbol"));
        int depth = channel.isOfBook() ? depth(channel, form) : 0;
        return new Ask(channel, Optional.of(terms), depth, speed(channel, form), interval(channel, form), 0);
    }

    private static void absent(Form form, Channel channel, String field) {
        if (!form.has(field)) return;
        throw Problem.at(field, ProblemCode.UNKNOWN_FIELD, field + " is not of the channel " + channel.word());
    }

    private static Speed speed(Channel channel, Form form) {
        boolean isOfBook = channel.isOfBook() || !channel.hasSpeeds();
        Speed speed = form.choice("speed", Speed.class, isOfBook ? Speed.REAL_TIME : Speed.MS_100);
        if (isOfBook || speed != Speed.REAL_TIME) return speed;
        String rule = "must be MS_100 or MS_1000 of the channel " + channel.word();
        throw Problem.at("speed", ProblemCode.INVALID_VALUE, rule, speed.name());
    }

    private static Optional<Interval> interval(Channel channel, Form form) {
        if (channel != Channel.CANDLES) return Optional.empty();
        String code = form.text("interval");
        String rule = "must be one of " + String.join(", ", INTERVALS);
        return Optional.of(
                Interval.of(code).orElseThrow(() -> Problem.at("interval", ProblemCode.INVALID_VALUE, rule, code)));
    }

    private static int depth(Channel channel, Form form) {
        boolean isByOrder = channel == Channel.L3;
        List<Integer> depths = isByOrder ? ORDERS : DEPTHS;
        int depth = (int) form.integer("depth", 1, Integer.MAX_VALUE, isByOrder ? USUAL_ORDERS : USUAL_DEPTH);
        if (depths.contains(depth)) return depth;
        throw Problem.at("depth", ProblemCode.INVALID_VALUE, "must be one of " + depths, Integer.toString(depth));
    }

    private static int account(Caller caller) {
        if (caller.may(Scope.READ)) return Math.max(0, caller.account());
        throw Problem.of(ProblemCode.FORBIDDEN, "the key needs the scope " + Scope.READ.word());
    }
}
