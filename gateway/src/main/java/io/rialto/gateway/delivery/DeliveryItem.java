package io.rialto.gateway.delivery;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One message for one person by one channel. Immutable.
 *
 * <p>Subject and lines may hold what others wrote: a control character in them becomes a space, and what is longer than
 * {@value #MOST_SUBJECT} or {@value #MOST_LINE} characters, or {@value #MOST_LINES} lines, is cut. An id or an address that is none
 * is an {@link IllegalArgumentException}.
 *
 * @param id what the receiver knows it by, whichever attempt reaches him: 1 to 64 of {@code A-Z a-z 0-9 . _ : -}
 * @param person whose it is, by number; 0 for nobody in particular
 * @param address of e-mail or a telephone, or the id of a webhook
 * @param expiresAt from then on it is not delivered any more
 */
public record DeliveryItem(
        String id,
        int person,
        Channel channel,
        String address,
        String subject,
        List<String> lines,
        Instant createdAt,
        Instant expiresAt,
        Priority priority) {
    private static final int MOST_SUBJECT = 200;
    private static final int MOST_LINE = 1_000;
    private static final int MOST_LINES = 200;
    private static final Pattern IDS = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern ADDRESSES = Pattern.compile("[!-~]{1,512}");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    /** By what it leaves. */
    public enum Channel {
        EMAIL,
        WEBHOOK,
        SMS
    }

    /** How urgent it is, the least first. Of what is due the most urgent leaves first. */
    public enum Priority {
        LOW,
        NORMAL,
        HIGH,
        CRITICAL
    }

    public DeliveryItem {
        if (!IDS.matcher(id).matches()) {
            throw new IllegalArgumentException("id must be 1..64 of A-Z a-z 0-9 . _ : -");
        }
        if (!ADDRESSES.matcher(address).matches()) {
            throw new IllegalArgumentException("address must be 1..512 printable ASCII characters: id=" + id);
        }
        if (person < 0) throw new IllegalArgumentException("person must not be below 0: person=" + person);
        subject = plain(subject, MOST_SUBJECT);
        lines = lines.stream()
                .limit(MOST_LINES)
                .map(line -> plain(line, MOST_LINE))
                .toList();
    }

    private static String plain(String text, int most) {
        String line = CONTROLS.matcher(text).replaceAll(" ");
        if (line.length() <= most) return line;
        boolean isHalfPair = Character.isHighSurrogate(line.charAt(most - 1));
        return line.substring(0, isHalfPair ? most - 1 : most);
    }
}
