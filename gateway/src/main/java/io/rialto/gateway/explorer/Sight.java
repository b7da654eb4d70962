package io.rialto.gateway.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rialto.gateway.http.Call;
import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.schema.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much of a frame somebody may see: all of it, or what is about his account. Of two who met each is shown his own
 * part: the other's order, account and fee are the other's business.
 *
 * @param account whose; {@link #EVERYBODY} sees all
 */
public record Sight(int account) {
    public static final int EVERYBODY = Integer.MIN_VALUE;

    /** Of who asks. */
    public static Sight of(Call call) {
        return new Sight(call.caller().seesAll() ? EVERYBODY : call.caller().account());
    }

    /** Whether he sees everything. */
    public boolean isWhole() {
        return account == EVERYBODY;
    }

    /** Whether there is anything in it for him. */
    public boolean reaches(FrameView frame) {
        return isWhole() || new Named().in(frame, Named.Kind.ACCOUNT, account);
    }

    /** Of a frame as JSON: whether its command is his own, or about him. */
    boolean ownsCommand(JsonNode frame) {
        return isWhole() || isHis(frame.path("command")) || ownsRequest(frame);
    }

    /** Whether he asked for it. */
    public boolean ownsRequest(JsonNode frame) {
        return isWhole() || frame.path("request").path("actor").asInt(EVERYBODY) == account;
    }

    /** What he may see of an event; empty for nothing. @param ownsCommand whether its cause is his */
    Optional<JsonNode> part(JsonNode event, boolean ownsCommand) {
        if (isWhole()) return Optional.of(event);
        List<Field> accounts = Named.Kind.ACCOUNT.fieldsOf(event.path("name").asText());
        boolean namesAnybody = accounts.stream().anyMatch(field -> has(event, field));
        if (!namesAnybody) return ownsCommand ? Optional.of(event) : Optional.empty();
        if (!isHis(event)) return Optional.empty();
        ObjectNode own = event.deepCopy();
        accounts.stream()
                .filter(field -> has(event, field) && event.path(field.name()).asInt() != account)
                .forEach(field -> own.remove(othersFields(event, field.name())));
        return Optional.of(own);
    }

    /** {@code makerAccount} stands for the maker, {@code buyer} for itself: and for all that begins like that. */
    private static List<String> othersFields(JsonNode event, String account) {
        String other = account.endsWith("Account") ? account.substring(0, account.length() - 7) : account;
        List<String> fields = new ArrayList<>();
        event.fieldNames().forEachRemaining(name -> {
            boolean isPublic = name.endsWith("Side") || name.equals("accountLimit");
            if (name.startsWith(other) && !isPublic) fields.add(name);
        });
        return fields;
    }

    private boolean isHis(JsonNode message) {
        return Named.Kind.ACCOUNT.fieldsOf(message.path("name").asText()).stream()
                .anyMatch(field ->
                        has(message, field) && message.path(field.name()).asInt() == account);
    }

    private static boolean has(JsonNode message, Field field) {
        return message.path(field.name()).asLong() != 0;
    }

    /** A line of words without what was left out of its message. */
    static String words(String line, JsonNode shown) {
        List<String> kept = new ArrayList<>();
        Stream.of(line.split(" (?=[a-zA-Z0-9]+=)"))
                .filter(token -> !token.contains("=") || shown.has(token.substring(0, token.indexOf('='))))
                .forEach(kept::add);
        return String.join(" ", kept);
    }
}
