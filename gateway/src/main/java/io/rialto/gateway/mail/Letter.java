package io.rialto.gateway.mail;

import io.rialto.gateway.delivery.DeliveryItem;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One item as e-mail: plain text and the same in HTML. Its Message-ID follows from the item's id, so that who gets it twice can tell;
 * the id itself is in {@code X-Rialto-Delivery}.
 *
 * <p>Nothing that others wrote becomes a header but the subject, which is encoded as one line.
 */
final class Letter extends MimeMessage {
    static final String ID = "X-Rialto-Delivery";

    private static final int MOST_NAME = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern ADDRESSES = Pattern.compile(ATOM + "(\\." + ATOM + ")*"
            + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
    private static final int MOST_ADDRESS = 254;
    private static final String UTF_8 = "UTF-8";
    private static final Template TEXT = Template.resource("notice.txt");
    private static final Template HTML = Template.resource("notice.html");

    private final DeliveryItem item;
    private final InternetAddress from;

    /** @throws MessagingException when it cannot be written */
    Letter(Session session, InternetAddress from, DeliveryItem item) throws MessagingException {
        super(session);
        this.item = item;
        this.from = from;
        setFrom(from);
        setRecipient(Message.RecipientType.TO, recipient(item.address()));
        setSubject(item.subject(), UTF_8);
        setSentDate(Date.from(item.createdAt()));
        setHeader(ID, item.id());
        setHeader("Auto-Submitted", "auto-generated");
        if (item.priority().compareTo(Priority.HIGH) >= 0) setHeader("Importance", "high");
        setContent(content());
        saveChanges();
    }

    static boolean isAddress(String address) {
        return address.length() <= MOST_ADDRESS
                && address.indexOf('@') <= MOST_NAME
                && ADDRESSES.matcher(address).matches();
    }

    /** One address and nothing else: no name, no group, no second one. */
    private static InternetAddress recipient(String address) throws AddressException {
        if (!isAddress(address)) throw new AddressException("must be like name@example.com");
        return new InternetAddress(address, true);
    }

    private MimeMultipart content() throws MessagingException {
        String time = item.createdAt().truncatedTo(ChronoUnit.SECONDS).toString();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(
                TEXT.filled(Map.of(
                        "subject", item.subject(),
                        "lines", String.join("\n", item.lines()),
                        "time", time,
                        "id", item.id())),
                UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(
                HTML.filled(Map.of(
                        "subject", Template.escaped(item.subject()),
                        "lines", item.lines().stream().map(Template::escaped).collect(Collectors.joining("<br>\n")),
                        "time", time,
                        "id", Template.escaped(item.id()))),
                UTF_8,
                "html");
        return new MimeMultipart("alternative", text, html);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        setHeader("Message-ID", "<" + item.id().replace(':', '=') + "@" + domain + ">");
    }
}
