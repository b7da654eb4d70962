package io.rialto.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.rialto.gateway.delivery.Courier.Outcome;
import io.rialto.gateway.delivery.DeliveryItem;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import io.rialto.gateway.outbound.TestAuthority;
import io.rialto.gateway.settings.DeliveryConfig;
import io.rialto.gateway.settings.DeliveryConfig.Tls;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailRulesTest {
    private static final int LONG = 60_000;
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String SECRET = "the password of the mail server";

    @TempDir
    private Path directory;

    private static DeliveryItem item(String address, String subject, String... lines) {
        return new DeliveryItem(
                "n:17:EMAIL",
                7,
                Channel.EMAIL,
                address,
                subject,
                List.of(lines),
                NOW,
                NOW.plusSeconds(3_600),
                Priority.HIGH);
    }

    private DeliveryConfig.Mail config(int port, Tls tls, Optional<Path> authorities, String user, String password)
            throws Exception {
        Path file = Files.writeString(directory.resolve("mail.password"), password + "\n");
        return new DeliveryConfig.Mail(
                "localhost",
                port,
                tls,
                user.isEmpty() ? Optional.empty() : Optional.of(user),
                user.isEmpty() ? Optional.empty() : Optional.of(file),
                "Rialto <no-reply@rialto.example>",
                authorities,
                LONG);
    }

    private Outcome send(DeliveryConfig.Mail config, DeliveryItem item) throws Exception {
        try (MailCourier courier = MailCourier.open(config)) {
            return courier.carry(item);
        }
    }

    private Outcome send(SpokenSmtp server, DeliveryItem item) throws Exception {
        return send(config(server.port(), Tls.NONE, Optional.empty(), "", ""), item);
    }

    private static GreenMail greenMail(String protocol) {
        ServerSetup setup = new ServerSetup(0, "localhost", protocol);
        GreenMail server = new GreenMail(setup);
        server.start();
        return server;
    }

    @Test
    void aLetterIsPlainTextAndTheSameInHtmlAndNobodysWordsAreMarkup() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        try {
            DeliveryItem item = item(
                    "alice@example.com",
                    "Füllung\r\nBcc: eve@example.com\u0000",
                    "<script>alert(1)</script> & 0.5 BTC",
                    "{{id}} stays");

            assertThat(send(config(server.getSmtp().getPort(), Tls.NONE, Optional.empty(), "", ""), item))
                    .isEqualTo(Outcome.DELIVERED);

            MimeMessage letter = server.getReceivedMessages()[0];
            assertThat(letter.getSubject()).isEqualTo("Füllung  Bcc: eve@example.com ");
            assertThat(letter.getHeader("Bcc")).isNull();
            assertThat(letter.getAllRecipients()).hasSize(1);
            assertThat(letter.getFrom()[0]).hasToString("Rialto <no-reply@rialto.example>");
            assertThat(letter.getHeader(Letter.ID)).containsExactly("n:17:EMAIL");
            assertThat(letter.getMessageID()).isEqualTo("<n=17=EMAIL@rialto.example>");
            assertThat(letter.getHeader("Importance")).containsExactly("high");
            assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(letter.getSentDate()).isEqualTo(NOW);
            Multipart parts = (Multipart) letter.getContent();
            String text = parts.getBodyPart(0).getContent().toString();
            String html = parts.getBodyPart(1).getContent().toString();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(text).contains("<script>alert(1)</script> & 0.5 BTC", "{{id}} stays", "n:17:EMAIL");
            assertThat(html)
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; 0.5 BTC<br>", "{{id}} stays")
                    .doesNotContain("<script>");
        } finally {
            server.stop();
        }
    }

    @Test
    void byTlsAndWithAPasswordAServerLetsUsIn() throws Exception {
        TestAuthority authority = TestAuthority.in(directory);
        System.setProperty("greenmail.tls.keystore.file", authority.keystore().toString());
        System.setProperty("greenmail.tls.keystore.password", TestAuthority.PASSWORD);
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTPS);
        try {
            server.getUserManager().setAuthRequired(true);
            server.setUser("rialto@rialto.example", "rialto", SECRET);
            int port = server.getSmtps().getPort();
            DeliveryItem item = item("alice@example.com", "s", "l");
            Optional<Path> pem = Optional.of(authority.pem());

            assertThat(send(config(port, Tls.TLS, pem, "rialto", SECRET), item)).isEqualTo(Outcome.DELIVERED);
            assertThat(send(config(port, Tls.TLS, pem, "rialto", "another"), item))
                    .isEqualTo(Outcome.later("the mail server does not take our user and password"));
            Outcome unbelieved = send(config(port, Tls.TLS, Optional.empty(), "rialto", SECRET), item);
            assertThat(unbelieved.result()).isEqualTo(Outcome.later("").result());
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void withStartTlsNothingIsSaidBeforeItThatOthersMayNotHear() throws Exception {
        TestAuthority authority = TestAuthority.in(directory);
        String plain = Base64.getEncoder().encodeToString(("rialto\u0000rialto\u0000" + SECRET).getBytes("UTF-8"));
        try (SpokenSmtp server = new SpokenSmtp(Map.of(), authority.server())) {
            DeliveryConfig.Mail config =
                    config(server.port(), Tls.STARTTLS, Optional.of(authority.pem()), "rialto", SECRET);

            assertThat(send(config, item("alice@example.com", "s", "l"))).isEqualTo(Outcome.DELIVERED);

            assertThat(server.heard.stream().filter(line -> !line.startsWith("TLS ")))
                    .hasSize(2)
                    .element(1)
                    .isEqualTo("STARTTLS");
            assertThat(server.heard).contains("TLS AUTH PLAIN " + plain);
        }
    }

    @Test
    void aServerWithoutStartTlsIsToldNoPasswordAndNoMessage() throws Exception {
        try (SpokenSmtp server = new SpokenSmtp(Map.of(), null)) {
            DeliveryConfig.Mail config = config(server.port(), Tls.STARTTLS, Optional.empty(), "rialto", SECRET);

            Outcome outcome = send(config, item("alice@example.com", "s", "l"));

            assertThat(outcome.result()).isEqualTo(Outcome.later("").result());
            assertThat(outcome.reason()).doesNotContain(SECRET);
            assertThat(server.heard).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @Test
    void aRefusalIsForGoodByItsFirstDigit() throws Exception {
        Map<Map<String, String>, Outcome> outcomes = Map.of(
                Map.of("RCPT", "550 no such user alice"), Outcome.never("SMTP 550"),
                Map.of("RCPT", "451 greylisted"), Outcome.later("SMTP 451"),
                Map.of("MAIL", "553 not from you"), Outcome.never("SMTP 553"),
                Map.of("END-OF-DATA", "554 spam"), Outcome.never("SMTP 554"),
                Map.of("END-OF-DATA", "452 disk full"), Outcome.later("SMTP 452"));
        for (var each : outcomes.entrySet()) {
            try (SpokenSmtp server = new SpokenSmtp(each.getKey(), null)) {
                assertThat(send(server, item("alice@example.com", "s", "l")))
                        .as(each.getKey().toString())
                        .isEqualTo(each.getValue());
            }
        }
    }

    @Test
    void aServerThatFallsSilentOrIsAwayMayBeTriedAgain() throws Exception {
        int port;
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = silent.getLocalPort();
            DeliveryConfig.Mail hasty = new DeliveryConfig.Mail(
                    "localhost",
                    port,
                    Tls.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    "no-reply@rialto.example",
                    Optional.empty(),
                    200);
            assertThat(send(hasty, item("alice@example.com", "s", "l")))
                    .isEqualTo(Outcome.later("the mail server fell silent"));
        }
        assertThat(send(config(port, Tls.NONE, Optional.empty(), "", ""), item("alice@example.com", "s", "l")))
                .isEqualTo(Outcome.later("the mail server cannot be reached"));
    }

    @Test
    void whatIsNoAddressIsToldToNobody() throws Exception {
        try (SpokenSmtp server = new SpokenSmtp(Map.of(), null)) {
            for (String hostile : List.of(
                    "alice",
                    "alice@",
                    "a@b.org,c@d.org",
                    "<a@b.org>",
                    "Eve<a@b.org>",
                    "a@b.org>SIZE=1",
                    "\"a\"@b.org",
                    "a@[127.0.0.1]",
                    "friends:a@b.org;")) {
                assertThat(send(server, item(hostile, "s", "l")))
                        .as(hostile)
                        .isEqualTo(Outcome.never("the address is none"));
            }
            assertThat(server.heard).isEmpty();
        }
    }
}
