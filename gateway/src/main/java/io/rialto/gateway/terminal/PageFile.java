package io.rialto.gateway.terminal;

import io.rialto.gateway.http.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * One file of the pages, as it is and compressed.
 *
 * <p>Immutable. What has the hash of its content in its name never changes under that name, and is kept for a year.
 */
record PageFile(String type, String keeping, byte[] plain, byte[] packed) {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private static final Pattern HASHED = Pattern.compile(".+-[\\w-]{8}\\.\\w+");
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String A_DAY = "public, max-age=86400";

    /** A page says which files belong together, so it is asked for each time. */
    private static final String NOT_UNASKED = "no-cache";

    /** Empty where nothing of that kind is given out. */
    static Optional<PageFile> of(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String keeping =
                ending.equals("html") ? NOT_UNASKED : HASHED.matcher(name).matches() ? FOR_GOOD : A_DAY;
        return Optional.ofNullable(TYPES.get(ending))
                .map(type -> new PageFile(type, keeping, content, packed(content)));
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("a page cannot be compressed", e);
        }
        return bytes.toByteArray();
    }

    Answer answer(int status, boolean takesPacked, Map<String, String> more) {
        boolean isPacked = takesPacked && packed.length < plain.length;
        byte[] sent = isPacked ? packed : plain;
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Cache-Control", keeping);
        headers.put("Vary", "Accept-Encoding");
        if (isPacked) headers.put("Content-Encoding", "gzip");
        Answer.Streamed body = out -> out.write(sent);
        return new Answer(status, body, type, headers);
    }
}
