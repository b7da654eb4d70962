package io.rialto.gateway.cache;

import io.rialto.feeds.position.Page;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.IntToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question to the read model, and what would change its answer. Immutable.
 *
 * @param words that no other question of the kind has, the same at every gateway
 * @param whose the account whose changes change the answer, or {@link #OF_ITS_ROWS}, {@link #EVERYBODY}, {@link #NOBODY}
 */
public record Asked(Kind kind, String words, int whose) {
    /** Of the account that its rows are of; an empty answer is everybody's. */
    private static final int OF_ITS_ROWS = 0;

    private static final int EVERYBODY = -1;
    private static final int NOBODY = -2;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9,.:_-]{1,200}");

    /** @param account above zero */
    public static Asked of(Kind kind, int account, Object... parts) {
        return new Asked(kind, account + "." + words(parts), account);
    }

    /** Rows that name their account. */
    public static Asked ofItsRows(Kind kind, Object... parts) {
        return new Asked(kind, words(parts), OF_ITS_ROWS);
    }

    /** @param isSettled whether no frame that is to come can change the answer; otherwise each may */
    public static Asked ofHistory(Kind kind, boolean isSettled, Object... parts) {
        return new Asked(kind, words(parts), isSettled ? NOBODY : EVERYBODY);
    }

    private static String words(Object... parts) {
        String words = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("."));
        return PLAIN.matcher(words).matches() ? words : digest(words);
    }

    /** What people type does not become a part of keys. */
    private static String digest(String words) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /**
     * The newest frame that changed what is asked.
     *
     * @param seen the frame that the answer must have seen
     */
    long changed(Page<?> answer, long seen, IntToLongFunction touched) {
        int account = whose;
        if (whose == OF_ITS_ROWS) {
            account = answer.items().isEmpty()
                    ? EVERYBODY
                    : kind.account.applyAsInt(answer.items().get(0));
        }
        return switch (account) {
            case EVERYBODY -> seen;
            case NOBODY -> 0;
            default -> touched.applyAsLong(account);
        };
    }

    int weight(Page<?> answer) {
        return kind.rowBytes * (answer.items().size() + 1) + words.length();
    }
}
