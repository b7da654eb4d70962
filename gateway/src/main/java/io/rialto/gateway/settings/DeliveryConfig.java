package io.rialto.gateway.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How messages leave the venue. Immutable; see {@link DeliverySettings} for units, defaults and ranges.
 *
 * @param outbox what waits, whichever way it goes
 * @param mail the mail server, if there is one
 * @param texts who sends text messages, if anybody does
 */
public record DeliveryConfig(Outbox outbox, Optional<Mail> mail, Webhooks webhooks, Optional<Texts> texts) {

    /**
     * @param threads of each channel, of which the last is kept for what is critical
     * @param tries before a message is given up
     * @param leaseSeconds for how long a process that takes a message keeps others from it, unless it renews that
     * @param pollMillis how often it is looked for what is due
     * @param keptHours how long what was delivered, given up or out of date is remembered
     */
    public record Outbox(
            int threads,
            int tries,
            int firstRetryMillis,
            int longestRetrySeconds,
            int leaseSeconds,
            int pollMillis,
            int keptHours) {}

    /** How a connection to the mail server is kept from others' eyes. */
    public enum Tls {
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * The mail server.
     *
     * @param from who writes, an address or a name and an address
     * @param authorities certificates in PEM that are believed, instead of the platform's
     */
    public record Mail(
            String host,
            int port,
            Tls tls,
            Optional<String> user,
            Optional<Path> passwordFile,
            String from,
            Optional<Path> authorities,
            int timeoutMillis) {}

    /**
     * @param isPlainAllowed whether http will do
     * @param privateHosts those that need no public address
     * @param mostEach of one person
     */
    public record Webhooks(
            boolean isPlainAllowed,
            Set<String> privateHosts,
            int mostEach,
            Optional<Path> authorities,
            int timeoutMillis) {}

    /**
     * Who sends text messages for the venue.
     *
     * @param isForm rather than JSON
     * @param fields its names for to, from, text and id
     * @param from who writes, where the provider asks for that
     */
    public record Texts(
            String url,
            boolean isForm,
            List<String> fields,
            Optional<String> from,
            Optional<Path> tokenFile,
            Optional<Path> authorities,
            int timeoutMillis) {}
}
