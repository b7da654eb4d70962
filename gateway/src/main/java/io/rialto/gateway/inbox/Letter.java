package io.rialto.gateway.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.filters.Word;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Json;
import io.rialto.gateway.notices.Notice;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Priority;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A notification as it is kept. Immutable.
 *
 * @param number counted over all readers, in the journal's order
 * @param words what expressions know it by, texts and numbers alike
 * @param times how many happenings it stands for
 * @param readMillis 0 until it has been read
 * @param cause 0 when a frame caused it; else its number, for what the venue says of itself
 */
public record Letter(
        long number,
        int reader,
        long sequence,
        NoticeType type,
        Priority priority,
        String symbol,
        String title,
        List<String> lines,
        Map<String, String> words,
        int times,
        long causedNanos,
        long expiresNanos,
        long readMillis,
        long cause) {

    /** A new one under the next number. */
    public static Letter of(long number, Notice notice) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Word word : Word.values()) {
            if (word == Word.TYPE || word == Word.PRIORITY) continue;
            if (word.isNumber()) {
                notice.first().number(word).map(BigDecimal::toPlainString).ifPresent(it -> words.put(word.word(), it));
            } else {
                notice.first().text(word).ifPresent(it -> words.put(word.word(), it));
            }
        }
        return new Letter(
                number,
                notice.reader(),
                notice.sequence(),
                notice.type(),
                notice.priority(),
                notice.first().symbol().orElse(""),
                notice.first().title(),
                notice.lines(),
                words,
                notice.count(),
                notice.first().timeNanos(),
                notice.expiresNanos(),
                0,
                notice.first().isOfVenue() ? number : 0);
    }

    /** By which everybody knows it: frame, type, reader, and its number where no frame caused it. */
    public String id() {
        String id = sequence + "-" + type + "-" + reader;
        return cause == 0 ? id : id + "-" + cause;
    }

    private record Content(String title, List<String> lines, Map<String, String> words) {}

    /** All that is only shown, in one text. */
    String content() {
        return new String(Json.bytes(new Content(title, lines, words)), StandardCharsets.UTF_8);
    }

    static String title(JsonNode content) {
        return content.get("title").asText();
    }

    static List<String> lines(JsonNode content) {
        List<String> lines = new ArrayList<>();
        content.get("lines").forEach(line -> lines.add(line.asText()));
        return lines;
    }

    static Map<String, String> words(JsonNode content) {
        Map<String, String> words = new LinkedHashMap<>();
        content.get("words")
                .properties()
                .forEach(each -> words.put(each.getKey(), each.getValue().asText()));
        return words;
    }

    static JsonNode tree(String content) {
        return Form.read(content.getBytes(StandardCharsets.UTF_8)).tree();
    }
}
