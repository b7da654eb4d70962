package io.rialto.gateway.mail;

import io.rialto.gateway.delivery.Courier;
import io.rialto.gateway.delivery.DeliveryItem;
import io.rialto.gateway.outbound.Authorities;
import io.rialto.gateway.settings.DeliveryConfig;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * Hands e-mail to one SMTP server, a connection for each. A reply of 5xx is for good, of 4xx for now; a server that is away, does
 * not let us in or falls silent is for now too. Thread-safe.
 */
public final class MailCourier implements Courier {
    private static final int FOR_GOOD = 500;

    private final Session session;
    private final InternetAddress from;
    private final DeliveryConfig.Mail config;
    private final String password;

    private MailCourier(Session session, InternetAddress from, DeliveryConfig.Mail config, String password) {
        this.session = session;
        this.from = from;
        this.config = config;
        this.password = password;
    }

    /** @throws IOException when a file that is configured, or the sender's address, cannot be used */
    public static MailCourier open(DeliveryConfig.Mail config) throws IOException {
        String password = config.passwordFile().isPresent()
                ? Files.readString(config.passwordFile().get()).strip()
                : "";
        try {
            InternetAddress from = new InternetAddress(config.from(), true);
            if (!Letter.isAddress(from.getAddress())) throw new AddressException();
            return new MailCourier(Session.getInstance(properties(config)), from, config, password);
        } catch (AddressException fault) {
            throw new IOException("mail.from must be like name@example.com, or Name <name@example.com>", fault);
        }
    }

    /** Whether it is one address and nothing else. */
    public static boolean isAddress(String address) {
        return Letter.isAddress(address);
    }

    private static Properties properties(DeliveryConfig.Mail config) throws IOException {
        Properties properties = new Properties();
        String timeout = Integer.toString(config.timeoutMillis());
        properties.put("mail.smtp.host", config.host());
        properties.put("mail.smtp.port", Integer.toString(config.port()));
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.auth", Boolean.toString(config.user().isPresent()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(config.tls() == DeliveryConfig.Tls.STARTTLS));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(config.tls() == DeliveryConfig.Tls.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(config.tls() == DeliveryConfig.Tls.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(
                "mail.smtp.ssl.socketFactory",
                Authorities.of(config.authorities()).sockets());
        return properties;
    }

    @Override
    public Outcome carry(DeliveryItem item) {
        try (Transport transport = session.getTransport("smtp")) {
            Letter letter = new Letter(session, from, item);
            // With a password it would try to be let in, as whoever runs this process.
            boolean isKnown = config.user().isPresent();
            transport.connect(config.host(), config.port(), config.user().orElse(null), isKnown ? password : null);
            transport.sendMessage(letter, new Address[] {letter.getAllRecipients()[0]});
            return Outcome.DELIVERED;
        } catch (AddressException noAddress) {
            return Outcome.never("the address is none");
        } catch (MessagingException fault) {
            return outcome(fault);
        }
    }

    /** The server's words are not told: they may hold the address, or anything. */
    private static Outcome outcome(MessagingException fault) {
        Optional<Integer> reply = reply(fault);
        if (reply.isPresent()) {
            String words = "SMTP " + reply.get();
            return reply.get() >= FOR_GOOD ? Outcome.never(words) : Outcome.later(words);
        }
        if (fault instanceof AuthenticationFailedException) {
            return Outcome.later("the mail server does not take our user and password");
        }
        if (fault instanceof MailConnectException) return Outcome.later("the mail server cannot be reached");
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) return Outcome.later("the mail server fell silent");
        }
        return Outcome.later("the mail server failed: " + fault.getClass().getSimpleName());
    }

    /** Of what it said of the recipient first: that is the reason of what it said after. */
    private static Optional<Integer> reply(MessagingException fault) {
        Optional<Integer> found = Optional.empty();
        for (Exception each = fault; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException recipient) return code(recipient.getReturnCode());
            if (found.isPresent()) continue;
            if (each instanceof SMTPSenderFailedException sender) found = code(sender.getReturnCode());
            if (each instanceof SMTPSendFailedException message) found = code(message.getReturnCode());
        }
        return found;
    }

    private static Exception next(Exception fault) {
        return fault instanceof MessagingException message ? message.getNextException() : null;
    }

    /** Below there is none, and the connection ended. */
    private static Optional<Integer> code(int reply) {
        return Optional.of(reply).filter(number -> number >= 400 && number < 600);
    }
}
