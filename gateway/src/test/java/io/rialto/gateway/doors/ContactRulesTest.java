package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing but a code is sent to an address that nobody has shown to be his. */
class ContactRulesTest {
    private static final String CONTACTS = "/api/v1/users/me/contacts";
    private static final String EMAIL = CONTACTS + "/email";
    private static final String ADDRESS = "nora@mail.example";
    private static final Pattern CODES = Pattern.compile("\\b([0-9]{6}) confirms");
    private static final long FAR_MILLIS = 60_000;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private VenueUnderTest venue;
    private PersonClient nora;

    @BeforeEach
    void open(@TempDir Path data) throws Exception {
        mail.start();
        Map<String, String> options = Map.of(
                "mail.host", "localhost",
                "mail.port", "" + mail.getSmtp().getPort(),
                "mail.tls", "none",
                "mail.from", "Rialto <no-reply@rialto.example>",
                "delivery.poll", "20");
        venue = VenueUnderTest.open(data, options);
        nora = PersonClient.member(venue, "nora@example.com");
    }

    @AfterEach
    void close() {
        venue.close();
        mail.stop();
    }

    private Client.Answer asksFor(String address) {
        return nora.send("PUT", EMAIL, PersonClient.body("address", address));
    }

    private Client.Answer confirms(String code) {
        return nora.post(EMAIL + "/confirm", PersonClient.body("code", code));
    }

    private String codeThatCame() throws Exception {
        assertThat(mail.waitForIncomingEmail(FAR_MILLIS, 1)).isTrue();
        Multipart parts = (Multipart) mail.getReceivedMessages()[0].getContent();
        Matcher code = CODES.matcher(parts.getBodyPart(0).getContent().toString());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    @Test
    void anAddressCountsWhenItsCodeCameBack() throws Exception {
        ok(asksFor(ADDRESS));
        String code = codeThatCame();
        assertThat(nora.get(CONTACTS).json().get("items")).isEmpty();
        assertThat(asksFor(ADDRESS).text("code")).as("a code a minute").isEqualTo("TOO_MANY_ATTEMPTS");

        assertThat(confirms(code.equals("000000") ? "000001" : "000000").status())
                .isEqualTo(400);
        assertThat(ok(confirms(code)).json().at("/items/0/address").asText()).isEqualTo(ADDRESS);
        assertThat(confirms(code).status()).as("once").isEqualTo(400);

        ok(nora.send("DELETE", EMAIL, ""));
        assertThat(nora.get(CONTACTS).json().get("items")).isEmpty();
    }

    @Test
    void guessingEndsAfterFive() throws Exception {
        ok(asksFor(ADDRESS));
        String code = codeThatCame();
        String wrong = code.equals("000000") ? "000001" : "000000";

        for (int i = 0; i < 5; i++) assertThat(confirms(wrong).status()).isEqualTo(400);

        assertThat(confirms(code).status()).as("the right one, too late").isEqualTo(400);
        assertThat(nora.get(CONTACTS).json().get("items")).isEmpty();
    }

    @Test
    void whatIsNoAddressOrCannotBeReachedIsRefused() {
        for (String hostile : List.of(
                "a@b.org,c@d.org",
                "a@b.org\r\nBcc: c@d.org",
                "Eve <a@b.org>",
                "nobody",
                ".a@b.org",
                "a.@b.org",
                "a..b@c.org",
                "a".repeat(65) + "@b.org")) {
            assertThat(asksFor(hostile).text("code")).as(hostile).isEqualTo("INVALID_VALUE");
        }
        assertThat(nora.send("PUT", CONTACTS + "/sms", PersonClient.body("address", "+41441234567"))
                        .text("code"))
                .isEqualTo("CHANNEL_AWAY");
        assertThat(nora.send("PUT", CONTACTS + "/fax", PersonClient.body("address", "x"))
                        .text("code"))
                .isEqualTo("INVALID_VALUE");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }
}
